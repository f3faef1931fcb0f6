"""The outbox: once each, in order, and nothing kept of what was sent."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.markup import Paragraph, Text
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.own_hours import OwnHours
from commonsbot.domain.rooms import Room
from commonsbot.store import Store
from commonsbot.store.outbox import transaction_id
from tests.store.conftest import NOW

ONE, OTHER = RoomId("!one:example.org"), RoomId("!other:example.org")


def message(key: str, room: RoomId = ONE) -> Outgoing:
    document = (Paragraph((Text(f"words of {key}"),)),)
    return Outgoing(key=key, room=room, kind=Kind.ANSWER, document=document)


async def queue(store: Store, *messages: Outgoing) -> list[bool]:
    async with store.transaction() as tx:
        return [await tx.outbox.add(each) for each in messages]


async def test_the_same_key_is_queued_once(store: Store) -> None:
    assert await queue(store, message("a"), message("a")) == [True, False]
    assert await store.read.outbox.waiting() == 1


async def test_a_queued_message_comes_back_whole(store: Store) -> None:
    whole = Outgoing(
        key="k",
        room=ONE,
        kind=Kind.NEWS,
        document=message("k").document,
        notice=True,
        thread=EventId("$t"),
        reply_to=EventId("$r"),
    )
    await queue(store, whole)
    (head,) = await store.read.sending.heads(())
    assert head.message == whole


def test_the_transaction_id_depends_on_the_key_alone() -> None:
    assert transaction_id("a") == transaction_id("a") != transaction_id("b")


async def test_only_the_oldest_of_each_free_room_is_next(store: Store) -> None:
    await queue(store, message("a"), message("b"), message("c", OTHER))
    assert [head.message.key for head in await store.read.sending.heads(())] == ["a", "c"]
    assert [head.message.key for head in await store.read.sending.heads({ONE})] == ["c"]


async def test_who_asked_is_answered_before_the_bot_says_anything_of_its_own(store: Store) -> None:
    question = replace(message("question"), kind=Kind.PROMPT)
    await queue(store, question, replace(question, key="other"), message("answer"))
    said = []
    while heads := await store.read.sending.heads(()):
        said += [head.message.key for head in heads]
        async with store.statement() as tx:
            await tx.sending.sent(heads[0].id, EventId(f"${said[-1]}"))
    assert said == ["answer", "question", "other"]


async def test_a_message_put_off_holds_its_room_until_it_is_due(store: Store) -> None:
    await queue(store, message("a"), message("b"), message("c", OTHER))
    first = (await store.read.sending.heads(()))[0]
    async with store.statement() as tx:
        await tx.sending.put_off(first.id, NOW + timedelta(seconds=5), "no answer")
    assert [head.message.key for head in await store.read.sending.heads(())] == ["c"]
    assert await store.read.sending.next_due() == NOW + timedelta(seconds=5)


async def test_what_was_sent_is_not_kept(store: Store, tmp_path: Path) -> None:
    await queue(store, message("a"))
    (head,) = await store.read.sending.heads(())
    async with store.statement() as tx:
        await tx.sending.sent(head.id, EventId("$sent"))
    with closing(sqlite3.connect(tmp_path / "commonsbot.db")) as db, db:
        row = db.execute("SELECT state, document, event_id FROM outbox").fetchone()
    assert row == ("sent", None, "$sent")
    assert await queue(store, message("a")) == [False]


async def test_leaving_a_room_drops_what_waits_for_it(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ONE))
    await queue(store, message("a"), message("c", OTHER))
    async with store.transaction() as tx:
        await tx.rooms.leave(ONE)
    assert [head.message.key for head in await store.read.sending.heads(())] == ["c"]


async def test_who_sends_is_told_of_each_commit_that_queued(store: Store) -> None:
    told: list[int] = []
    store.on_queued = lambda: told.append(1)
    await queue(store, message("a"))
    async with store.transaction() as tx:
        await tx.sync.first_time(EventId("$e"))
    assert told == [1]


async def test_nobody_is_told_of_what_was_undone(store: Store) -> None:
    told: list[object] = []
    store.on_queued, store.on_hours = (lambda: told.append("queued")), told.append
    with suppress(ValueError):
        async with store.transaction() as tx:
            await tx.outbox.add(message("a"))
            await tx.hours.put(ONE, OwnHours(always=True))
            raise ValueError
    async with store.transaction() as tx:
        await tx.sync.first_time(EventId("$e"))
    assert told == []


def hanging(key: str, under: str) -> Outgoing:
    return replace(message(key), under=under)


async def keys_of_heads(store: Store) -> list[str]:
    return [head.message.key for head in await store.read.sending.heads(())]


async def send(store: Store, key: str, event: EventId) -> None:
    (head,) = [head for head in await store.read.sending.heads(()) if head.message.key == key]
    async with store.statement() as tx:
        await tx.sending.sent(head.id, event)


async def test_what_goes_under_a_message_waits_for_it_and_joins_its_thread(store: Store) -> None:
    await queue(store, message("first"), hanging("details", "first"), message("talk"))
    (first,) = await store.read.sending.heads(())
    async with store.statement() as tx:
        await tx.sending.hold(first.id, NOW + timedelta(hours=1))
    assert await keys_of_heads(store) == ["talk"]
    await send(store, "talk", EventId("$talk"))
    assert await keys_of_heads(store) == []
    await queue(store, message("other"), hanging("its details", "other"))
    await send(store, "other", EventId("$other"))
    (head,) = await store.read.sending.heads(())
    assert (head.message.key, head.message.thread) == ("its details", EventId("$other"))


async def test_what_goes_under_a_refused_message_is_never_said(store: Store) -> None:
    await queue(store, message("first"), hanging("details", "first"))
    (head,) = await store.read.sending.heads(())
    async with store.statement() as tx:
        await tx.sending.refuse(head.id, "forbidden")
    assert await store.read.outbox.waiting() == 0


async def test_what_goes_under_a_message_taken_back_is_never_said(store: Store) -> None:
    await queue(store, message("first"), hanging("details", "first"))
    async with store.transaction() as tx:
        await tx.outbox.unsay("first")
    assert await store.read.outbox.waiting() == 0


async def test_an_upgraded_room_keeps_the_thread_of_what_is_not_sent_yet(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ONE))
        await tx.rooms.join(Room(id=OTHER))
    await queue(store, message("sent"), hanging("a", "sent"), message("b"), hanging("c", "b"))
    await send(store, "sent", EventId("$sent"))
    async with store.transaction() as tx:
        await tx.rooms.succeed(ONE, OTHER)
    (head,) = await store.read.sending.heads(())
    assert (head.message.key, head.message.thread) == ("a", None)  # its thread is elsewhere
    await send(store, "a", EventId("$a"))
    await send(store, "b", EventId("$b"))
    (head,) = await store.read.sending.heads(())
    assert (head.message.key, head.message.thread) == ("c", EventId("$b"))
