"""Making an edition: its contents, its record and its messages, in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from commonsbot.digest.compose import Letter, compose
from commonsbot.digest.gathering import gather
from commonsbot.digest.memory import told_by
from commonsbot.digest.period import Period, period_of
from commonsbot.domain.contents import Contents
from commonsbot.domain.editions import Due, week_of
from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.store import Transaction
from commonsbot.texts import Views


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition as it would leave at that moment."""

    period: Period
    contents: Contents
    letter: Letter


async def draft(tx: Transaction, views: Views, room: RoomId, until: datetime) -> Draft | None:
    """What the letter up to that moment is; None when nothing is worth one.

    A preview is this, and so is what leaves.
    """
    period = await period_of(tx, room, until)
    contents = await gather(tx, period)
    return None if contents.empty else Draft(period, contents, compose(views, contents))


async def make_edition(tx: Transaction, views: Views, room: RoomId, due: Due) -> bool:
    """The weekly edition: queued, or recorded as empty. False when nothing is sent."""
    made = await draft(tx, views, room, due.until)
    if made is None:
        await dismiss(tx, room, due, "empty")
        return False
    return await _publish(tx, made, due.week, f"edition:{room}:{due.week}", requested=False)


async def dismiss(tx: Transaction, room: RoomId, due: Due, state: str) -> None:
    """That week has no letter: nothing to say (`empty`), or too late for it (`skipped`)."""
    await tx.editions.add(room, due.week, since=due.until, until=due.until, state=state)


async def request_edition(
    tx: Transaction, views: Views, room: RoomId, asked_by: EventId, now: datetime
) -> bool:
    """An edition a moderator wants now; the weekly one then starts where it ends."""
    made = await draft(tx, views, room, now)
    if made is None:
        return False
    week = week_of(now.astimezone(views.zone))
    return await _publish(tx, made, week, f"edition:{room}:{asked_by}", requested=True)


async def _publish(tx: Transaction, made: Draft, week: str, key: str, *, requested: bool) -> bool:
    """Records the edition and queues its messages; False when that week had its own."""
    period = made.period
    edition = await tx.editions.add(
        period.room,
        week,
        since=period.since,
        until=period.until,
        state="sent",
        word=made.contents.word,
        requested=requested,
    )
    if edition is None:
        return False
    await tx.editions.tell(edition, told_by(made.contents))
    await tx.edition_plans.forget_choices(period.room)
    await queue(tx, period.room, key, made.letter)
    return True


async def queue(tx: Transaction, room: RoomId, key: str, letter: Letter) -> None:
    """The letter, and what goes into its thread."""
    await tx.outbox.add(Outgoing(key=key, room=room, kind=Kind.EDITION, document=letter.document))
    if letter.details:
        await tx.outbox.add(
            Outgoing(
                key=f"{key}:details",
                room=room,
                kind=Kind.EDITION,
                document=letter.details,
                under=key,
            )
        )
