"""Keys that others withhold: the last word on each, bounded."""

from datetime import timedelta
from pathlib import Path

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.refusals import Reason, Refusal
from commonsbot.store import Store
from commonsbot.store.refusals import KEPT_FOR, MOST
from tests.store.conftest import NOW

ROOM = RoomId("!room:example.org")


def refusal(session: str, reason: Reason = Reason.UNVERIFIED, user: str = "anne") -> Refusal:
    return Refusal(
        user=UserId(f"@{user}:example.org"),
        reason=reason,
        room=ROOM,
        session=session,
    )


async def test_the_last_word_on_a_key_is_kept_for_a_week(tmp_path: Path) -> None:
    moment = NOW
    store = await Store.open(tmp_path / "a.db", lambda: moment)
    async with store.transaction() as tx:
        assert await tx.refusals.keep(refusal("one"))
        assert not await tx.refusals.keep(refusal("two")), "said before, in that room"
        assert await tx.refusals.keep(refusal("two", Reason.BLACKLISTED))
        assert await tx.refusals.keep(refusal("one", user="bruno"))
    rows = "SELECT session_id, reason FROM refusal WHERE user_id LIKE '@anne%' ORDER BY 1"
    kept = await store.read.refusals._db.fetch(rows)
    assert [tuple(row) for row in kept] == [("one", "m.unverified"), ("two", "m.blacklisted")]

    moment += KEPT_FOR + timedelta(seconds=1)
    async with store.transaction() as tx:
        await tx.refusals.prune()
    assert await store.read.refusals._db.fetch(rows) == []
    await store.close()


async def test_who_sends_many_pushes_out_only_their_own(tmp_path: Path) -> None:
    moment = NOW
    store = await Store.open(tmp_path / "a.db", lambda: moment)
    async with store.transaction() as tx:
        await tx.refusals.keep(refusal("anne's"))
        for number in range(MOST + 5):
            moment += timedelta(seconds=1)
            await tx.refusals.keep(refusal(f"{number}", user="eve"))
    counts = "SELECT user_id, count(*) FROM refusal GROUP BY user_id ORDER BY 1"
    kept = await store.read.refusals._db.fetch(counts)
    assert [tuple(row) for row in kept] == [("@anne:example.org", 1), ("@eve:example.org", MOST)]
    await store.close()
