"""The audience rule: the same in SQL as in the domain, for every read."""

from itertools import product

from commonsbot.domain.audiences import Audience, Reader, may_read
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.resources import Draft
from commonsbot.domain.rooms import Room
from commonsbot.domain.terms import terms_in
from commonsbot.store import Store

ROOMS = [RoomId("!a:example.org"), RoomId("!b:example.org")]
USERS = [UserId("@anne:example.org"), UserId("@bruno:example.org"), None]
READERS = [Reader(frozenset(rooms), user) for rooms in ([], ROOMS[:1], ROOMS) for user in USERS]


async def test_sql_and_domain_agree_on_every_case(store: Store) -> None:
    cases = {}
    async with store.transaction() as tx:
        for room in ROOMS:
            await tx.rooms.join(Room(id=room))
        places: list[RoomId | None] = [*ROOMS, None]
        for audience, place, author in product(Audience, places, USERS):
            draft = Draft(title="Budget participatif", text="")
            id = await tx.resources.add(draft, audience=audience, room=place, author=author)
            cases[id] = (audience, place, author)
    for reader in READERS:
        expected = {id for id, facts in cases.items() if may_read(*facts, reader)}
        found = await store.read.index.search("budget", reader, 100)
        assert set(found.ids) == expected and found.total == len(expected)
        assert {r.id for r in await store.read.resources.recent(reader, 100)} == expected
        assert await store.read.resources.count(reader) == len(expected)
        got = [await store.read.resources.get(id, reader) for id in cases]
        assert {resource.id for resource in got if resource} == expected


def test_what_is_shared_in_an_encrypted_room_stays_there_by_default() -> None:
    assert terms_in(encrypted=True, direct=False).audience is Audience.ROOM
    assert terms_in(encrypted=False, direct=False).audience is Audience.NETWORK
    assert terms_in(encrypted=True, direct=True).audience is Audience.NETWORK
