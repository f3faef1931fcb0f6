"""The office: everything that would be said passes it, and leaves, waits or is dropped."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commonsbot.commons.hours import Office
from commonsbot.domain.holidays import Territory
from commonsbot.domain.hours import ALWAYS, Closure, Hours
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.markup import Paragraph, Text
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.own_hours import OwnHours
from commonsbot.domain.prompts import Ask
from commonsbot.domain.rooms import Room
from commonsbot.store import Store

ROOM = RoomId("!salon:example.org")
ANNE = UserId("@anne:example.org")

EVENING = datetime(2026, 11, 26, 19, tzinfo=UTC)
OPENING = datetime(2026, 11, 27, 7, 30, tzinfo=UTC)


@dataclass
class Scene:
    """A room, its office, and the clock."""

    store: Store
    now: datetime

    def __post_init__(self) -> None:
        self.office = Office(self.store, Hours(), lambda: self.now)

    async def queue(self, key: str, kind: Kind = Kind.NEWS, **facts: object) -> None:
        document = (Paragraph((Text(f"words of {key}"),)),)
        message = Outgoing(key=key, room=ROOM, kind=kind, document=document)
        async with self.store.transaction() as tx:
            await tx.outbox.add(replace(message, **facts))  # type: ignore[arg-type]

    async def sent(self) -> list[Outgoing]:
        """What leaves now, in order."""
        said = []
        while heads := await self.store.read.sending.heads(()):
            for queued in heads:
                if ready := await self.office.release(queued):
                    said.append(ready.message)
                    async with self.store.statement() as tx:
                        await tx.sending.sent(ready.id, EventId(f"${ready.id}"))
        return said

    async def keys(self) -> list[str]:
        return [message.key for message in await self.sent()]


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    made: list[Scene] = []
    store = await Store.open(tmp_path / "a.db", lambda: made[0].now if made else EVENING)
    made.append(Scene(store, EVENING))
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
    yield made[0]
    await store.close()


async def test_what_is_held_leaves_at_the_opening_in_order_and_once(scene: Scene) -> None:
    for key, kind in (("a", Kind.EDITION), ("b", Kind.NOTE), ("c", Kind.EDITION)):
        await scene.queue(key, kind)
    assert await scene.sent() == []
    assert await scene.store.read.sending.next_due() == OPENING
    scene.now = OPENING - timedelta(seconds=1)
    assert await scene.sent() == []
    scene.now = OPENING
    assert await scene.keys() == ["a", "b", "c"]
    assert await scene.sent() == []


async def test_an_answer_overtakes_what_is_held_and_rings_nobody(scene: Scene) -> None:
    await scene.queue("a")
    await scene.queue("b", Kind.ANSWER, mentions=(ANNE,))
    (answer,) = await scene.sent()
    assert (answer.key, answer.notice, answer.mentions) == ("b", True, ())


async def test_what_failed_before_the_closing_does_not_hold_the_answers_of_the_night(
    scene: Scene,
) -> None:
    await scene.queue("a")
    (head,) = await scene.store.read.sending.heads(())
    async with scene.store.statement() as tx:
        await tx.sending.put_off(head.id, EVENING, "no answer")
    await scene.queue("b", Kind.ANSWER)
    assert await scene.keys() == ["b"]


async def test_a_question_answered_meanwhile_is_not_put(scene: Scene) -> None:
    async with scene.store.transaction() as tx:
        prompt = await tx.prompts.add(Ask.REVIEW, "review", ANNE, ROOM)
        assert prompt
    await scene.queue("review", Kind.PROMPT)
    assert await scene.sent() == []
    async with scene.store.transaction() as tx:
        await tx.prompts.close(prompt)
    scene.now = OPENING
    assert await scene.sent() == []
    assert await scene.store.read.outbox.waiting() == 0
    (why,) = await scene.store.read.journal._db.fetch(
        "SELECT what, noun, noun_id, why FROM journal"
    )
    assert why == ("drop", "message", "review", "answered or out of time meanwhile")


async def test_what_was_held_is_ruled_on_again_when_hours_change(scene: Scene) -> None:
    await scene.queue("a")
    assert await scene.sent() == []
    scene.office = Office(
        scene.store, replace(Hours(), closes=EVENING.time().replace(22)), lambda: scene.now
    )
    async with scene.store.transaction() as tx:
        await tx.outbox.reconsider(room=ROOM)
    assert await scene.keys() == ["a"]


async def test_a_room_and_a_member_have_hours_of_their_own(scene: Scene) -> None:
    chat = Room(id=RoomId("!chat:example.org"), direct=True, peer=ANNE)
    async with scene.store.transaction() as tx:
        await tx.hours.put(ROOM, OwnHours(zone="Indian/Reunion"))
        await tx.hours.put(ANNE, OwnHours(opens=time(20), closes=time(21, 30)))
    reunion = Hours(zone=ZoneInfo("Indian/Reunion"), territory=Territory.REUNION)
    assert scene.office.hours_of(Room(id=ROOM)) == reunion
    assert scene.office.hours_of(Room(id=RoomId("!other:example.org"))) == Hours()
    assert scene.office.hours_of(chat).opens == time(20)
    again = Office(scene.store, Hours(), lambda: scene.now)
    await again.open()
    assert again.hours_of(Room(id=ROOM)) == reunion, "after a restart"


async def test_hours_that_were_not_kept_do_not_count(scene: Scene) -> None:
    with pytest.raises(ZeroDivisionError):
        async with scene.store.transaction() as tx:
            await tx.hours.put(ROOM, OwnHours(always=True))
            raise ZeroDivisionError
    async with scene.store.transaction() as tx:
        await tx.hours.put(ANNE, OwnHours(always=True))
    assert scene.office.hours_of(Room(id=ROOM)) == Hours()


async def test_a_member_who_is_away_hears_nothing_and_keeps_no_hours_of_their_own(
    scene: Scene,
) -> None:
    scene.now = OPENING
    today = OPENING.date()
    away = Closure(today, today + timedelta(days=14))
    async with scene.store.transaction() as tx:
        await tx.hours.put(ANNE, OwnHours(closures=(away,)))
        await tx.hours.put(ROOM, OwnHours(zone="Pacific/Noumea"))
    await scene.queue("a", Kind.NOTE, mentions=(ANNE,))
    assert await scene.sent() == []
    assert not scene.office.may_start(Room(id=ROOM), ANNE)
    monday_in_the_room = datetime(2026, 12, 13, 21, 30, tzinfo=UTC)
    scene.now = monday_in_the_room - timedelta(seconds=1)
    assert await scene.keys() == []
    scene.now = monday_in_the_room
    assert await scene.keys() == ["a"], "at the room's hours, which are none of hers"


async def test_an_upgraded_room_keeps_its_hours(scene: Scene) -> None:
    new = RoomId("!new:example.org")
    async with scene.store.transaction() as tx:
        await tx.hours.put(ROOM, OwnHours(always=True))
    async with scene.store.transaction() as tx:
        await tx.hours.move(ROOM, new)
    assert scene.office.hours_of(Room(id=new)) == ALWAYS
    assert scene.office.hours_of(Room(id=ROOM)) == Hours()


async def test_notes_that_were_held_are_one_message_unless_one_may_have_left(scene: Scene) -> None:
    for key in ("a", "b", "c", "d"):
        await scene.queue(key, Kind.NOTE, mentions=() if key == "c" else (ANNE,))
    assert await scene.sent() == []
    scene.now = OPENING
    first, other = await scene.sent()
    assert [block.children for block in first.document if isinstance(block, Paragraph)] == [
        (Text("words of a"),),
        (Text("words of b"),),
        (Text("words of d"),),
    ]
    assert (first.key, other.key) == ("a", "c")


async def test_a_note_that_may_have_left_stays_as_it_was(scene: Scene) -> None:
    scene.now = OPENING
    await scene.queue("a", Kind.NOTE)
    (head,) = await scene.store.read.sending.heads(())
    assert await scene.office.release(head)  # and the process dies before it is marked as sent
    scene.now = EVENING + timedelta(days=1)
    await scene.queue("b", Kind.NOTE)
    assert await scene.sent() == []
    scene.now = OPENING + timedelta(days=3)
    assert await scene.keys() == ["a", "b"]


async def test_as_many_notes_are_joined_as_one_event_holds(scene: Scene) -> None:
    for number in range(30):
        await scene.queue(f"{number:02} {'x' * 1000}", Kind.NOTE)
    assert await scene.sent() == []
    scene.now = OPENING
    assert 2 < len(await scene.sent()) < 6


async def test_a_letter_that_waited_too_long_is_skipped_and_the_next_one_tells_it(
    scene: Scene,
) -> None:
    async with scene.store.transaction() as tx:
        week, since = "2026-S48", EVENING - timedelta(days=7)
        await tx.editions.add(ROOM, week, since=since, until=EVENING, state="sent")
    await scene.queue(f"edition:{ROOM}:2026-S48", Kind.EDITION)
    assert await scene.store.read.editions.covered_until(ROOM, EVENING) == EVENING
    scene.now += timedelta(days=3, minutes=1)
    assert await scene.sent() == []
    assert await scene.store.read.editions.covered_until(ROOM, scene.now) is None
