"""The commons taken into another database are the same there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId
from commonsbot.domain.records import Gone, Record, Whole
from commonsbot.domain.resources import Draft, Status
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from tests.store.conftest import NOW
from tests.store.test_resources import WHOLE

ANNE = UserId("@anne:example.org")
BRUNO = UserId("@bruno:example.org")
ROOM = RoomId("!r:example.org")
IN_ROOM = Reader(frozenset({ROOM}))


@asynccontextmanager
async def another(path: Path) -> AsyncIterator[Store]:
    store = await Store.open(path / "other.db", lambda: NOW + timedelta(days=1))
    try:
        yield store
    finally:
        await store.close()


async def everything(store: Store) -> list[Whole | Gone]:
    return [item async for item in store.read.records.each(tuple(Audience))]


async def fill(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
        first = await tx.resources.add(
            replace(WHOLE, audience=None),
            audience=Audience.ROOM,
            author=ANNE,
            room=ROOM,
            event=EventId("$1"),
        )
        await tx.resources.revise(first, Draft(title="Vœux sonores", text="b"), ANNE, "son")
        await tx.thanks.add(first, BRUNO)
        second = await tx.resources.add(
            Draft(title="Reprise", text=""), audience=Audience.ROOM, room=ROOM
        )
        third = await tx.resources.add(Draft(title="Reprise", text=""), audience=Audience.NETWORK)
        await tx.resources.take_out(third, Status.WITHDRAWN)
        assert (first, second, third) == (1, 2, 3)


async def take(store: Store, items: list[Whole | Gone]) -> tuple[int, int]:
    async with store.transaction() as tx:
        taken = await tx.intake.take([item for item in items if isinstance(item, Whole)])
        await tx.intake.settle()
    return taken.added, taken.known


async def test_all_comes_back_the_same_and_twice_is_once(store: Store, tmp_path: Path) -> None:
    await fill(store)
    left = await everything(store)
    async with another(tmp_path) as other:
        assert await take(other, left) == (2, 0)
        assert await take(other, left) == (0, 2)
        assert await everything(other) == [item for item in left if isinstance(item, Whole)]
        found = await other.read.index.search("sonores", IN_ROOM, 5)
        assert found.ids == (1,)
        assert not (await other.read.index.search("sonores", Reader(frozenset()), 5)).ids


async def test_a_taken_number_gives_way_and_what_points_to_it_follows(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.resources.add(Draft(title="Ici", text=""), audience=Audience.NETWORK)
        items = [
            Whole(Record(title="Vieille", number=7, merged_into=1)),
            Whole(Record(title="Ailleurs", number=1)),
        ]
        taken = await tx.intake.take(items)
        await tx.intake.settle()
        assert taken.moved == ((1, 8),)
        old = await tx.resources.at(ResourceId(7))
        assert old
        assert old.merged_into == 8


async def test_what_was_taken_back_elsewhere_is_taken_back_here(store: Store) -> None:
    await fill(store)
    async with store.transaction() as tx:
        gone = Gone(number=99, status=Status.REMOVED, at=NOW, event="$1")
        assert await tx.intake.forget(gone)
        assert not await tx.intake.forget(gone)
    assert await store.read.resources.get(ResourceId(1), IN_ROOM) is None
