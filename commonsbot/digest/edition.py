"""Making an edition: its contents, its record and its message, in one transaction."""

from datetime import datetime, timedelta

from commonsbot.digest.compose import compose
from commonsbot.domain.audiences import Reader
from commonsbot.domain.editions import Contents, Due, week_of
from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.resources import Resource
from commonsbot.domain.trials import Tally
from commonsbot.store import Transaction
from commonsbot.texts import Views

LOOK_BACK = timedelta(days=7)
"""What the first letter of a room covers; later ones start where the last one ended."""

THANKED = 3
"""How many thanked resources a letter names."""

QUESTIONS = 3
"""How many unanswered questions a letter names."""

WAITING = (timedelta(days=7), timedelta(days=35))
"""How long a question that a letter names has waited, at least and at most."""


async def contents_for(tx: Transaction, room: RoomId, until: datetime) -> tuple[datetime, Contents]:
    """What the room's members may see since its last letter, and since when that is."""
    reader = Reader(frozenset({room}))
    since = await tx.editions.covered_until(room) or until - LOOK_BACK
    resources = await tx.resources.shared_between(since, until, reader)
    thanked = await tx.resources.thanked_between(since, until, reader, THANKED)
    fresh = {resource.id for resource in resources}
    return since, Contents(
        resources=tuple(resources),
        thanked=tuple(resource for resource in thanked if resource.id not in fresh),
        news=tuple(await tx.news.announced_between(room, since, until)),
        tried=await _tried(tx, since, until, reader),
        questions=await _questions(tx, until, reader),
    )


async def _tried(
    tx: Transaction, since: datetime, until: datetime, reader: Reader
) -> tuple[tuple[Resource, Tally], ...]:
    """Resources somebody reported on in the period."""
    trials = await tx.trials.between(since, until, reader)
    ids = list(dict.fromkeys(trial.resource for trial in trials))
    tallies = await tx.trials.tallies(ids)
    return tuple((r, tallies[r.id]) for r in await tx.resources.several(ids, reader))


async def _questions(tx: Transaction, until: datetime, reader: Reader) -> tuple[Resource, ...]:
    """Those that waited a week; after five, the letter has said it often enough."""
    since, before = until - WAITING[1], until - WAITING[0]
    ids = await tx.questions.waiting(reader, since, before, QUESTIONS)
    return tuple(await tx.resources.several(ids, reader))


async def make_edition(tx: Transaction, views: Views, room: RoomId, due: Due) -> bool:
    """The weekly edition: queued, or recorded as empty. False when nothing is sent."""
    since, contents = await contents_for(tx, room, due.until)
    state = "empty" if contents.empty else "sent"
    await tx.editions.add(room, due.week, since=since, until=due.until, state=state)
    if contents.empty:
        return False
    document = compose(views, contents, due.until)
    return await tx.outbox.add(
        Outgoing(key=f"edition:{room}:{due.week}", room=room, kind=Kind.EDITION, document=document)
    )


async def request_edition(
    tx: Transaction, views: Views, room: RoomId, asked_by: EventId, now: datetime
) -> bool:
    """An edition a moderator wants now; the weekly one then starts where it ends."""
    since, contents = await contents_for(tx, room, now)
    if contents.empty:
        return False
    week = week_of(now.astimezone(views.zone))
    await tx.editions.add(room, week, since=since, until=now, state="sent", requested=True)
    document = compose(views, contents, now)
    return await tx.outbox.add(
        Outgoing(key=f"edition:{room}:{asked_by}", room=room, kind=Kind.EDITION, document=document)
    )
