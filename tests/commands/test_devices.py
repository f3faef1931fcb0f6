"""In an encrypted room, a moderator is a moderator on her own devices."""

import logging
from typing import Any

import pytest

from commonsbot.domain.devices import SenderDevice
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, HELP_ROOM, Conversation

LETTER = "!lettre maintenant"
REFUSED = "Ceci demande les droits d'un modérateur"


@pytest.mark.parametrize(
    ("device", "strict", "words"),
    [
        (SenderDevice.SIGNED, False, ""),
        (SenderDevice.UNSIGNED, False, ""),
        (SenderDevice.FOREIGN, False, "ne figure pas parmi les vôtres"),
        (SenderDevice.NONE, False, "un message en clair"),
        (SenderDevice.SIGNED, True, ""),
        (SenderDevice.UNSIGNED, True, "vous n'avez pas vérifié l'appareil"),
        (SenderDevice.FOREIGN, True, "ne figure pas parmi les vôtres"),
    ],
)
async def test_a_moderators_command_counts_on_her_own_device(
    strict_talk: Conversation, device: SenderDevice, strict: bool, words: str
) -> None:
    said = await strict_talk.say(LETTER, power=50, encrypted=True, device=device)
    assert words in said
    assert said.startswith(REFUSED) is bool(words)


@pytest.fixture
def strict_talk(talk: Conversation, strict: bool) -> Conversation:
    return Conversation(talk.store, talk.clock, strict=strict)


@pytest.mark.parametrize(
    "facts", [{"power": 50}, {"sender": CLAIRE}, {"sender": CLAIRE, "direct": True}]
)
async def test_so_it_is_for_every_rank_and_in_a_direct_chat(
    talk: Conversation, facts: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    foreign: dict[str, Any] = {"encrypted": True, "device": SenderDevice.FOREIGN}
    assert (await talk.say(LETTER, **facts, **foreign)).startswith(REFUSED)
    [line] = [r for r in caplog.records if r.levelno == logging.WARNING]
    assert line.__dict__["device"] == "foreign"


async def test_a_room_that_is_not_encrypted_knows_no_devices(talk: Conversation) -> None:
    assert not (await talk.say(LETTER, power=50)).startswith(REFUSED)


async def test_members_are_answered_on_any_device(talk: Conversation) -> None:
    facts: dict[str, Any] = {"encrypted": True, "device": SenderDevice.FOREIGN}
    assert "C'est la fiche" in await talk.say("!partager Titre", **facts)
    assert "réservé aux modérateurs" in await talk.say(LETTER, **facts)


async def test_a_doubtful_device_gives_no_power_over_the_cards_of_others(
    talk: Conversation,
) -> None:
    await talk.say("!partager Titre", ANNE)
    facts: dict[str, Any] = {"power": 50, "encrypted": True, "device": SenderDevice.FOREIGN}
    assert (await talk.say("!retirer 1", BRUNO, HELP_ROOM, **facts)).startswith(REFUSED)
    facts["device"] = SenderDevice.SIGNED
    assert "est retirée" in await talk.say("!retirer 1", BRUNO, HELP_ROOM, **facts)


async def test_help_shows_what_can_be_done_from_this_device(talk: Conversation) -> None:
    for device, shown in ((SenderDevice.SIGNED, True), (SenderDevice.FOREIGN, False)):
        said = await talk.say("!aide", power=50, encrypted=True, device=device)
        assert ("!source ajouter" in said) is shown
