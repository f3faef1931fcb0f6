"""Who is not served learns nothing: one sentence, once, whatever they ask."""

import logging
from datetime import timedelta

import pytest

from commonsbot.domain.ids import RoomId, UserId
from tests.commands.conftest import ANNE, BRUNO, HELP_ROOM, Conversation

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


async def test_a_suspended_member_keeps_their_rights_on_their_data(talk: Conversation) -> None:
    await talk.say("!partager Guide RGAA\nUn texte utile.", BRUNO)
    await suspend(talk, BRUNO)
    assert "suspendues" not in await talk.say("!mes-données", BRUNO)
    assert "oui" in await talk.say("!oublier effacer", BRUNO)
    await talk.say("!oui", BRUNO)
    assert "pas de fiche" in await talk.say("!fiche 1")
    assert "suspendues" in await talk.say("!aide", BRUNO)
