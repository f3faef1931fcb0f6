"""Questions to somebody are answered once, by that person."""

from datetime import timedelta

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.markup import Paragraph, Text
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.prompts import Ask, verdict
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from tests.store.conftest import NOW

ANNE = UserId("@anne:example.org")
ROOM = RoomId("!r:example.org")
THREAD = EventId("$thread")


async def asked(store: Store, key: str, **how: object) -> None:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
        await tx.prompts.add(Ask.WIDEN, key, ANNE, ROOM, **how)  # type: ignore[arg-type]


def test_variants_of_an_emoji_are_one() -> None:
    assert verdict("👍🏽") is True
    assert verdict("✔️") is True
    assert verdict("❌") is False
    assert verdict("🎉") is None


async def test_a_prompt_is_found_by_the_message_that_puts_it(store: Store) -> None:
    await asked(store, "k")
    async with store.transaction() as tx:
        said = Outgoing(key="k", room=ROOM, kind=Kind.PROMPT, document=(Paragraph((Text("?"),)),))
        await tx.outbox.add(said)
        (queued,) = await tx.sending.heads(())
        await tx.sending.sent(queued.id, EventId("$q"))
        found = await tx.prompts.asked_by(EventId("$q"))
        assert found
        assert found.ask is Ask.WIDEN
        assert await tx.prompts.close(found.id)
        assert not await tx.prompts.close(found.id)
        assert await tx.prompts.asked_by(EventId("$q")) is None


async def test_a_prompt_may_be_for_who_moderates_alone(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
        await tx.prompts.add(Ask.REVISION, "k", None, ROOM, moderated=True)
        found = await tx.prompts.get("k")
        assert found
        assert (found.to, found.moderated) == (None, True)


async def test_the_prompt_of_the_thread_comes_first(store: Store) -> None:
    await asked(store, "in the thread", thread=THREAD)
    await asked(store, "in the room")
    for thread, key in ((THREAD, "in the thread"), (None, "in the room")):
        found = await store.read.prompts.open_for(ANNE, ROOM, thread)
        assert found
        assert found.key == key


async def test_a_prompt_nobody_answered_expires_with_what_it_was_about(store: Store) -> None:
    await asked(store, "k", subject='{"n":1}', expires_at=NOW - timedelta(seconds=1))
    assert await store.read.prompts.open_for(ANNE, ROOM) is None
    async with store.transaction() as tx:
        assert await tx.prompts.expire() == 1
        assert await tx.prompts.get("k") is None
