"""Taking back what was just shared."""

from datetime import datetime, timedelta

from commonsbot.commons.remove import remove
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Resource, Status
from commonsbot.errors import UserError
from commonsbot.store import Transaction

UNDO_WITHIN = timedelta(minutes=15)


async def undo(tx: Transaction, user: UserId, room: RoomId, now: datetime) -> Resource | None:
    """Withdraws what `user` shared last in `room`, and gives it.

    None when that still waited for an answer: nothing waits any more. Raises UserError.
    """
    last = await tx.resources.last_shared(user, room)
    waiting = await tx.prompts.open_for(user, room, ask=Ask.DUPLICATE)
    if waiting and (last is None or waiting.asked_at > last.created_at):
        await tx.prompts.close(waiting.id)
        return None
    if last is None:
        raise UserError("undo-nothing")
    if now - last.created_at > UNDO_WITHIN:
        raise UserError("undo-late", number=str(last.id), title=last.title)
    await remove(tx, last, user, Status.WITHDRAWN)
    return last
