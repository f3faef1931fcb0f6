"""`!mes-données`: complete, and told to the one person it concerns."""

import json

from commonsbot.domain.messages import Outgoing
from commonsbot.domain.rendering import html_of, plain_of
from commonsbot.domain.rooms import Room
from commonsbot.store.holdings import HOLDINGS, OF_RESOURCE, WITHIN
from commonsbot.texts import LANGUAGES, Translator
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, Conversation
from tests.commands.test_forgetting import CHAT, shared

__all__ = ["shared"]

MODERATORS_CHAT = "!chat-claire:example.org"


async def told(talk: Conversation, what: str = "") -> list[Outgoing]:
    said = await talk.tell(f"!mes-données {what}", ANNE, CHAT, direct=True)
    assert {one.room for one in said} == {CHAT}
    return said


async def records(talk: Conversation) -> list[dict[str, object]]:
    """What a program reads of it."""
    parts = [plain_of(one.document) for one in await told(talk, "json")]
    return [json.loads(line) for part in parts for line in part.split("\n\n")]


async def test_it_is_told_in_the_direct_chat_only(shared: Conversation) -> None:
    said = await shared.tell("!mes-données", ANNE)
    in_room = [plain_of(one.document) for one in said if one.room == HELP_ROOM]
    in_chat = "".join(plain_of(one.document) for one in said if one.room == CHAT)
    assert len(in_room) == 1 and "ne regardent que vous" in in_room[0]
    assert "Guide zibelinette revu" in in_chat and "gyroscopage" in in_chat
    assert "vos suivis (1)" in in_chat and "farandolesque" in in_chat


async def test_every_row_that_names_somebody_is_there(shared: Conversation) -> None:
    found = await records(shared)
    db = shared.store.read.people._db
    tables = await db.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")
    for (table,) in tables:
        columns = [row[1] for row in await db.fetch(f"PRAGMA table_info({table})")]
        condition = " OR ".join(f"instr({column}, ?1) > 0" for column in columns)
        kept = await db.fetch(f"SELECT count(*) FROM {table} WHERE {condition}", ANNE)
        told_of = [row for row in found if row["table"] == table and ANNE in str(row)]
        assert len(told_of) >= kept[0][0] - _under_way(table), table


def _under_way(table: str) -> int:
    """The very command that asks is not there yet."""
    return 1 if table in ("outbox", "handled") else 0


async def test_nothing_of_others_is_in_it(shared: Conversation) -> None:
    await shared.say("!partager Le secret de Bruno", BRUNO)
    await shared.say("!suivre marotte de Bruno", BRUNO)
    text = "".join(map(str, await records(shared)))
    assert "secret de Bruno" not in text and "marotte" not in text


async def test_every_part_fits_one_message(shared: Conversation) -> None:
    for number in range(12):
        await shared.say(f"!partager Fiche longue {number}\n" + "mot élu " * 900, ANNE)
    await shared.say("!partager " + "mot élu " * 2400, ANNE)
    for what in ("", "json"):
        parts = await told(shared, what)
        assert len(parts) > (what == "json")
        for part in parts:
            size = len(plain_of(part.document).encode()) + len(html_of(part.document).encode())
            assert size < 45_000


async def test_without_a_direct_chat_a_moderator_hands_them_over(talk: Conversation) -> None:
    await talk.say("!partager Une fiche zibelinette", ANNE)
    asked = await talk.answer("!mes-données", ANNE)
    assert asked and "zibelinette" not in str(asked.document)
    assert "modérateur" in plain_of(asked.document)
    await talk.react(asked.key, "✅", BRUNO)
    assert not [one for one in await talk.all_heard() if "zibelinette" in str(one.document)][1:]
    assert "ouvrez d'abord un message direct" in await talk.react(asked.key, "✅", CLAIRE)
    async with talk.store.transaction() as tx:
        chat = Room(id=MODERATORS_CHAT, direct=True, peer=CLAIRE)  # type: ignore[arg-type]
        await tx.rooms.join(chat)
    await talk.react(asked.key, "✅", CLAIRE)
    handed = [one for one in await talk.all_heard() if one.room == MODERATORS_CHAT]
    assert "zibelinette" in "".join(plain_of(one.document) for one in handed)


async def test_somebody_unknown_is_told_that_there_is_nothing(talk: Conversation) -> None:
    (said,) = await talk.tell("mes donnees", BRUNO, CHAT, direct=True)
    assert said


def test_every_table_has_a_name_that_people_read() -> None:
    tables = {one.table for one in HOLDINGS} | set(OF_RESOURCE) | {table for table, _ in WITHIN}
    for language in LANGUAGES:
        for table in tables:
            assert Translator(language).plain(f"my-data-{table.replace('_', '-')}")
