"""The sources of the configuration."""

from commonsbot.domain.ids import RoomId
from commonsbot.domain.posting import Mode, Posting
from commonsbot.domain.rooms import Room
from commonsbot.news.configured import follow_in, follow_new
from commonsbot.store import Store

ONE, OTHER, DIRECT = (RoomId(f"!{name}:example.org") for name in ("one", "other", "direct"))
POSTING = Posting(Mode.GROUPED)
OLD, NEW = "https://example.org/old.xml", "https://example.org/new.xml"


async def followed(store: Store, room: RoomId) -> list[str]:
    return [source.url for source in await store.read.sources.of_room(room)]


async def test_a_source_listed_later_reaches_the_rooms_already_there(store: Store) -> None:
    async with store.transaction() as tx:
        for id in (ONE, OTHER, DIRECT):
            await tx.rooms.join(Room(id=id, direct=id == DIRECT))
        await follow_new(tx, [OLD], POSTING)
    async with store.transaction() as tx:
        await follow_new(tx, [OLD, NEW], POSTING)
    assert await followed(store, ONE) == await followed(store, OTHER) == [OLD, NEW]
    assert await followed(store, DIRECT) == []
    (source, _) = await store.read.sources.of_room(ONE)
    following = await store.read.followings.get(source.id, ONE)
    assert following and following.posting == POSTING


async def test_a_source_that_moderators_dropped_does_not_come_back(store: Store) -> None:
    async with store.transaction() as tx:
        for id in (ONE, OTHER):
            await tx.rooms.join(Room(id=id))
            await follow_in(tx, id, [OLD], POSTING)
        source = (await tx.sources.of_room(ONE))[0]
        await tx.followings.remove(source.id, ONE)
        await follow_new(tx, [OLD], POSTING)
    assert await followed(store, ONE) == []
    assert await followed(store, OTHER) == [OLD]
