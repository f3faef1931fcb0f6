"""The sender: what is released leaves as it was released."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.markup import Paragraph, Text
from commonsbot.domain.messages import Kind, Outgoing, Sign
from commonsbot.matrix.pace import Pace
from commonsbot.matrix.sender import Release, Sender
from commonsbot.store import Store
from commonsbot.store.sending import Queued

ROOM = RoomId("!salon:example.org")
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
DEADLINE = 5.0


class Client:
    """Notes what it is given."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.signs: list[Sign] = []

    async def say(self, room: RoomId, content: Mapping[str, Any], txn_id: str) -> EventId:
        self.said.append(content["body"])
        return EventId(f"${txn_id}")

    async def react(self, room: RoomId, sign: Sign, txn_id: str) -> EventId:
        self.signs.append(sign)
        return EventId(f"${txn_id}")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await Store.open(tmp_path / "a.db", lambda: NOW)
    yield store
    await store.close()


def words(text: str) -> Outgoing:
    return Outgoing(key=text, room=ROOM, kind=Kind.NOTE, document=(Paragraph((Text(text),)),))


async def send(store: Store, release: Release, *messages: Outgoing) -> Client:
    """Lets the sender work until nothing waits."""
    client: Any = Client()
    sender = Sender(store, client, Pace(1000, 1000, lambda: 0.0), release, lambda: NOW)
    async with store.transaction() as tx:
        for message in messages:
            await tx.outbox.add(message)
    running = asyncio.create_task(sender.run())
    async with asyncio.timeout(DEADLINE):
        await sender._quiet.wait()
    running.cancel()
    await asyncio.wait([running])
    return client  # type: ignore[no-any-return]


async def test_what_a_release_changed_is_what_leaves(store: Store) -> None:
    async def once(queued: Queued) -> Queued:
        if queued.tried:
            return queued
        return replace(queued, message=words("otherwise"), tried=True)

    assert (await send(store, once, words("so"))).said == ["otherwise"]


async def test_what_is_not_released_does_not_leave_and_holds_nobody(store: Store) -> None:
    async def some(queued: Queued) -> Queued | None:
        if queued.message.key != "later":
            return queued
        async with store.statement() as tx:
            await tx.sending.hold(queued.id, NOW.replace(hour=13))
        return None

    client = await send(store, some, words("later"), words("now"))
    assert client.said == ["now"]
    assert await store.read.outbox.waiting() == 1


async def test_a_message_without_words_is_its_sign(store: Store) -> None:
    async def as_it_is(queued: Queued) -> Queued:
        return queued

    sign = Sign("✅", EventId("$shared"))
    message = Outgoing(key="k", room=ROOM, kind=Kind.ANSWER, document=(), sign=sign)
    client = await send(store, as_it_is, message)
    assert (client.said, client.signs) == ([], [sign])
