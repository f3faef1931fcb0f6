"""Who is not served learns nothing: one sentence, once, whatever they ask."""

import logging
from datetime import timedelta

import pytest

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.limits import Rates
from tests.commands.conftest import ANNE, BRUNO, HELP_ROOM, Conversation, words_of

CHAT = RoomId("!chat:example.org")
ROBOT = UserId("@autre-robot:example.org")
ASKED = ("!fiche 1", "!fiche 999", "!chercher rgaa", "!aide", "!nimporte", "rgaa", "1")


async def suspend(talk: Conversation, user: UserId, days: int | None = None) -> None:
    until = None if days is None else talk.clock.now + timedelta(days=days)
    async with talk.store.transaction() as tx:
        await tx.members.suspend(user, until, "publicité répétée", ANNE)


@pytest.mark.parametrize("first", ASKED)
async def test_a_stranger_is_told_once_and_nothing_else(
    talk: Conversation, first: str, caplog: pytest.LogCaptureFixture
) -> None:
    await talk.say("!partager Guide RGAA\nUn texte utile.")
    caplog.set_level(logging.INFO)
    said = await talk.say(first, BRUNO, CHAT, direct=True, stranger=True)
    assert "Je ne réponds qu'aux membres de mon réseau" in said and "RGAA" not in said
    for text in ASKED:
        assert await talk.say(text, BRUNO, CHAT, direct=True, stranger=True) == ""
    assert [record.message for record in caplog.records] == ["stranger not served"]


async def test_a_stranger_shares_nothing(talk: Conversation) -> None:
    await talk.say("!partager Une publicité", BRUNO, CHAT, direct=True, stranger=True)
    await talk.tell("Une publicité", BRUNO, CHAT, direct=True, stranger=True)
    await talk.react(talk.last, "💡", BRUNO, CHAT, direct=True, stranger=True)
    assert "pas encore de fiche" in await talk.say("!récent")


async def test_a_suspended_member_is_told_why_once(
    talk: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    await suspend(talk, BRUNO, days=7)
    caplog.set_level(logging.INFO)
    said = await talk.say("!fiche 1", BRUNO)
    assert "suspendues par la modération jusqu'au 1er décembre 2026" in said
    assert "La raison : « publicité répétée »" in said
    for text in ASKED:
        assert await talk.say(text, BRUNO) == ""
    assert [record.message for record in caplog.records] == ["suspended member not served"]


async def test_a_suspended_member_does_nothing_by_taps_or_edits_either(talk: Conversation) -> None:
    await talk.say("!partager Guide RGAA\nUn texte utile.", BRUNO)
    shared = talk.last
    await suspend(talk, BRUNO)
    await talk.tell("Un autre message", BRUNO)
    assert await talk.react(talk.last, "💡", BRUNO) == ""
    await talk.edit(shared, "!partager Une publicité", BRUNO)
    assert "Guide RGAA" in await talk.say("!fiche 1")
    await talk.redact(shared, BRUNO)
    assert "pas de fiche" in await talk.say("!fiche 1"), "taking back stays their right"


async def test_a_suspension_ends_by_itself(talk: Conversation) -> None:
    await suspend(talk, BRUNO, days=1)
    assert "suspendues" in await talk.say("!récent", BRUNO)
    await talk.wait(timedelta(days=1, minutes=1))
    assert "pas encore de fiche" in await talk.say("!récent", BRUNO)


async def test_other_bots_are_never_answered(talk: Conversation) -> None:
    talk.ignored = (ROBOT,)
    talk.__post_init__()
    for text in ASKED:
        assert await talk.say(text, ROBOT, HELP_ROOM, mentioned=True) == ""


@pytest.mark.parametrize("pause", [0, 30, 3600])
async def test_a_conversation_with_a_bot_that_answers_everything_ends(
    talk: Conversation, pause: int
) -> None:
    """Not one of the settings, and it answers notices, which it should not (spec, "m.notice")."""
    said = await talk.tell("Bonjour, je suis un assistant.", ROBOT, mentioned=True)
    rounds = 0
    while said and rounds < 100:
        rounds += 1
        talk.clock.now += timedelta(seconds=pause)
        words = f"Vous avez dit : {words_of(said[0])}"
        said = await talk.tell(words, ROBOT, mentioned=True, overtaken=True)
    assert rounds < 10


async def test_a_bot_that_repeats_a_command_is_left_alone_by_the_flood_limit(
    talk: Conversation,
) -> None:
    talk.rates = Rates(member=30, room=120)
    talk.__post_init__()
    said, rounds = await talk.tell("!aide", ROBOT), 0
    while said and rounds < 100:
        rounds += 1
        said = await talk.tell("!aide", ROBOT)
    assert rounds == 31, "one sentence, then silence: the other has nothing to answer"


async def test_who_is_not_understood_is_told_when_that_ends(talk: Conversation) -> None:
    said = [await talk.say("bonjour robot", BRUNO, mentioned=True) for _ in range(7)]
    assert all("Je n'ai pas compris" in one for one in said[:5])
    assert "n'y répondrai plus" in said[5] and said[6] == ""
    assert "pas encore de fiche" in await talk.say("!récent", BRUNO)
    assert "Je n'ai pas compris" in await talk.say("bonjour robot", BRUNO, mentioned=True)


async def test_a_suspended_member_keeps_their_rights_on_their_data(talk: Conversation) -> None:
    await talk.say("!partager Guide RGAA\nUn texte utile.", BRUNO)
    await suspend(talk, BRUNO)
    assert "suspendues" not in await talk.say("!mes-données", BRUNO)
    assert "oui" in await talk.say("!oublier effacer", BRUNO)
    await talk.say("!oui", BRUNO)
    assert "pas de fiche" in await talk.say("!fiche 1")
    assert "suspendues" in await talk.say("!aide", BRUNO)
