"""The audience rule: the same in SQL as in the domain, for every read."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import product

from commonsbot.domain.audiences import Audience, Reader, may_read
from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.links import Health, Problem
from commonsbot.domain.resources import Draft, Status
from commonsbot.domain.rooms import Room
from commonsbot.domain.terms import terms_in
from commonsbot.store import Store, Transaction
from tests.store.conftest import NOW

LINK = "https://example.org/budget"
ROOMS = [RoomId("!a:example.org"), RoomId("!b:example.org")]
USERS = [UserId("@anne:example.org"), UserId("@bruno:example.org"), None]
READERS = [Reader(frozenset(rooms), user) for rooms in ([], ROOMS[:1], ROOMS) for user in USERS]


async def make_doubtful(tx: Transaction, ids: Iterable[ResourceId]) -> None:
    """Nobody confirmed them, and their link is dead."""
    await tx.resources._db.execute("UPDATE resource SET updated_at = updated_at - 1")
    await tx.reviews.leave(list(ids))
    await tx.links.collect(0, 1000, timedelta(days=1))
    dead = Health(failures=3, failing_since=NOW, problem=Problem.MISSING, dead_at=NOW)
    await tx.links.looked(LINK, dead, NOW, answered=False)


async def test_sql_and_domain_agree_on_every_case(store: Store) -> None:
    cases = {}
    async with store.transaction() as tx:
        for room in ROOMS:
            await tx.rooms.join(Room(id=room))
        places: list[RoomId | None] = [*ROOMS, None]
        for audience, place, author in product(Audience, places, USERS):
            draft = Draft(title="Budget participatif", text="", links=(LINK,))
            id = await tx.resources.add(draft, audience=audience, room=place, author=author)
            cases[id] = (audience, place, author)
        await make_doubtful(tx, cases)
    for reader in READERS:
        expected = {id for id, facts in cases.items() if may_read(*facts, reader)}
        found = await store.read.index.search("budget", reader, 100)
        assert set(found.ids) == expected and found.total == len(expected)
        assert {r.id for r in await store.read.resources.recent(reader, 100)} == expected
        assert await store.read.resources.count(reader) == len(expected)
        assert set(await store.read.reviews.stale(reader, 100)) == expected
        assert set(await store.read.links.dead(reader, 100)) == expected
        got = [await store.read.resources.get(id, reader) for id in cases]
        assert {resource.id for resource in got if resource} == expected


async def test_a_merged_resource_is_read_through_the_one_in_its_place_only(store: Store) -> None:
    async with store.transaction() as tx:
        for room in ROOMS:
            await tx.rooms.join(Room(id=room))
        draft = Draft(title="Budget participatif", text="")
        into, other = [
            await tx.resources.add(draft, audience=Audience.ROOM, room=ROOMS[0]) for _ in range(2)
        ]
        await tx.merges.merge(other, into)
    inside, outside = Reader(frozenset(ROOMS[:1])), Reader(frozenset(ROOMS[1:]))
    resources = store.read.resources
    assert await resources.get(other, inside) is None
    found = await resources.current(other, inside)
    assert found and found.id == into
    assert await resources.current(other, outside) is None
    assert await resources.get(other, inside, Status.MERGED)
    assert await resources.get(other, outside, Status.MERGED) is None


def test_what_is_shared_in_an_encrypted_room_stays_there_by_default() -> None:
    assert terms_in(encrypted=True, direct=False).audience is Audience.ROOM
    assert terms_in(encrypted=False, direct=False).audience is Audience.NETWORK
    assert terms_in(encrypted=True, direct=True).audience is Audience.NETWORK
