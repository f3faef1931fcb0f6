"""Messages that wait for their key: a day, and not more than 500."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.store import Store
from commonsbot.store.unread import KEPT_FOR, MOST
from tests.store.conftest import NOW

ROOM = RoomId("!room:example.org")
ANNE = UserId("@anne:example.org")


def message(number: int) -> dict[str, Any]:
    return {"sender": ANNE, "content": {"session_id": f"session{number}"}}


async def test_the_last_ones_of_a_day_are_kept(tmp_path: Path) -> None:
    moment = NOW
    store = await Store.open(tmp_path / "a.db", lambda: moment)
    async with store.transaction() as tx:
        for number in range(MOST + 2):
            moment = NOW + timedelta(seconds=number)
            for _ in range(2):
                await tx.unread.keep(ROOM, EventId(f"${number}"), message(number))
        await tx.unread.prune()
    kept = await store.read.unread.waiting()
    assert kept[0] == (ROOM, message(2))
    assert len(kept) == MOST

    moment += KEPT_FOR
    async with store.transaction() as tx:
        await tx.unread.prune()
    assert await store.read.unread.waiting() == [(ROOM, message(MOST + 1))]

    async with store.transaction() as tx:
        await tx.unread.forget(EventId(f"${MOST + 1}"))
    assert await store.read.unread.waiting() == []
    await store.close()
