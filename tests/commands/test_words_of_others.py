"""`!mes-données autres`: moderators look for what others wrote about somebody."""

import pytest

from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.rendering import plain_of
from commonsbot.domain.rooms import Room
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, DESK, Conversation, words_of
from tests.commands.test_forgetting import CHAT


@pytest.fixture
async def desk(talk: Conversation) -> Conversation:
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=DESK))
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE))
    talk.desk = DESK
    await talk.say("!partager Merci à Anne Martin pour son affiche", BRUNO)
    return talk


async def requested(talk: Conversation, words: str) -> tuple[str, Outgoing]:
    """What who asks reads, and what the moderators do."""
    said = await talk.tell(f"!mes-données autres {words}", ANNE, CHAT, direct=True)
    (asked,) = [one for one in said if one.room == CHAT]
    return words_of(asked), (await talk.queued(Kind.PROMPT))[-1]


async def test_the_moderators_are_told_what_to_look_for(desk: Conversation) -> None:
    answer, request = await requested(desk, "Anne Martin, « Mme Martin » ;")
    assert "sous 30 jours" in answer and "affiche" not in answer, "nothing is shown by itself"
    assert request.room == DESK and request.mentions == ()
    said = words_of(request)
    assert '!chercher "Anne Martin"' in said and '!chercher "Mme Martin"' in said
    assert "affiche" in await desk.say('!chercher "Anne Martin"', BRUNO, DESK), "as it says"


@pytest.mark.parametrize(("sign", "told"), [("✅", "ont cherché"), ("❌", "ne peuvent pas suivre")])
async def test_who_asked_hears_of_it_in_private(desk: Conversation, sign: str, told: str) -> None:
    _, request = await requested(desk, "Anne Martin")
    assert "C'est dit à @anne" in await desk.react(request.key, sign, BRUNO, DESK)
    (note,) = [one for one in await desk.queued(Kind.NOTE) if told in words_of(one)]
    assert note.room == CHAT
    verb = "a cherché ce que" if sign == "✅" else "ne peut suivre"
    assert verb in await desk.say("!journal", CLAIRE, DESK)


async def test_without_their_room_the_moderators_of_the_room_answer(talk: Conversation) -> None:
    asked = await talk.answer("!mes donnees autres Anne Martin", ANNE)
    assert asked and '"Anne Martin"' in plain_of(asked.document)
    assert await talk.react(asked.key, "✅", BRUNO) == "", "no moderator"
    assert "ont cherché" in await talk.react(asked.key, "✅", CLAIRE)


async def test_in_private_without_moderators_room_it_says_where_to_ask(talk: Conversation) -> None:
    said = await talk.say("!mes-données autres Anne Martin", ANNE, CHAT, direct=True)
    assert "délégué à la protection des données" in said


async def test_it_says_what_to_write(desk: Conversation) -> None:
    said = await desk.say("!mes-données autres", ANNE, CHAT, direct=True)
    assert "!mes-données autres Anne Martin, Mme Martin" in said
    assert "`" not in said


async def test_the_words_are_kept_in_no_table_once_said(desk: Conversation) -> None:
    _, request = await requested(desk, "Zibelinette Martin")
    await desk.event_of(request.key)
    db = desk.store.read.outbox._db
    for (table,) in await db.fetch("SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = [row[1] for row in await db.fetch(f"PRAGMA table_info({table})")]
        condition = " OR ".join(f"instr({column}, 'Zibelinette') > 0" for column in columns)
        assert not await db.value(f"SELECT count(*) FROM {table} WHERE {condition}"), table


async def test_a_request_taken_back_leaves_the_moderators_room(desk: Conversation) -> None:
    _, request = await requested(desk, "Anne Martin")
    message = await desk.event_of(request.key)
    said = await desk.redact(desk.last, ANNE, CHAT)
    assert message in [one.redacts for one in said]
    assert await desk.react(message, "✅", BRUNO, DESK) == ""


async def test_whoever_is_forgotten_asks_nothing_any_more(desk: Conversation) -> None:
    await desk.say("!partager Une fiche")
    await requested(desk, "Anne Martin")
    await desk.say("!oublier effacer", ANNE, CHAT, direct=True)
    await desk.say("!oui", ANNE, CHAT, direct=True)
    db = desk.store.read.outbox._db
    assert not await db.value("SELECT count(*) FROM prompt WHERE instr(subject, ?) > 0", ANNE)
