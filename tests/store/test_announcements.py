"""What was written into the state of rooms is known after a restart."""

from pathlib import Path

from commonsbot.domain.announcements import Announcement
from commonsbot.domain.ids import RoomId
from commonsbot.store import Store
from tests.store.conftest import NOW

ROOM, OTHER = RoomId("!room:example.org"), RoomId("!other:example.org")


async def test_the_last_content_of_each_place_is_kept_and_an_empty_one_is_none(
    tmp_path: Path,
) -> None:
    store = await Store.open(tmp_path / "a.db", lambda: NOW)
    first, second = (Announcement("kind", key, {"n": 1}) for key in ("a", "b"))
    changed = Announcement("kind", "a", {"n": 2})
    async with store.transaction() as tx:
        for each in (first, second, changed, Announcement("kind", "b", {})):
            await tx.announcements.written(ROOM, each)
    assert await store.read.announcements.of(ROOM) == {changed.place: changed.digest}
    assert await store.read.announcements.of(OTHER) == {}
    await store.close()
