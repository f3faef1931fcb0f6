"""Keeping what a member decides to share."""

from dataclasses import replace

from commonsbot.commons.themes import recognised
from commonsbot.domain.audiences import default_audience, held_by_files
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.messages import Incoming
from commonsbot.domain.resources import Draft, Kind
from commonsbot.domain.sharing import TEXT_LIMIT, read_share
from commonsbot.domain.trials import FOLLOWED_AFTER, OUTCOME
from commonsbot.errors import UserError
from commonsbot.store import Transaction


async def share(tx: Transaction, message: Incoming, content: str) -> ResourceId:
    """Publishes `content`, sent by `message`. Raises UserError when it is too long to keep."""
    return await keep(tx, message, read_share(bounded(content)))


def bounded(content: str) -> str:
    """`content`, if it is not too long to keep. Raises UserError."""
    if len(content) > TEXT_LIMIT:
        raise UserError("share-too-long", limit=TEXT_LIMIT)
    return content


async def keep(tx: Transaction, message: Incoming, draft: Draft) -> ResourceId:
    """Publishes `draft` as its author shared it by `message`, with the file that came with it.

    The themes and tools that its text names are added to the author's own.
    """
    if message.file:
        draft = replace(draft, files=(*draft.files, message.file))
    draft = await recognised(tx, draft)
    chosen = draft.audience or default_audience(encrypted=message.encrypted, direct=message.direct)
    id = await tx.resources.add(
        replace(draft, audience=held_by_files(chosen, draft.files)),
        audience=chosen,
        author=message.sender,
        room=message.room,
        event=message.event,
    )
    if draft.kind is Kind.TEST:
        await tx.duties.plan(id, OUTCOME, message.sent_at + FOLLOWED_AFTER)
    return id
