"""Stewards, suspensions, the journal and the figures."""

import pytest

from commonsbot.domain.ids import UserId
from tests.commands.conftest import (
    ANNE,
    BRUNO,
    CLAIRE,
    DENISE,
    DESK,
    HELP_ROOM,
    OTHER_ROOM,
    Conversation,
)


async def test_a_steward_names_another_whose_commands_count_everywhere(talk: Conversation) -> None:
    assert "réservé aux modérateurs" in await talk.say("!modérer", ANNE)
    assert "maintenant référent" in await talk.say("!rôle @anne:example.org référente", CLAIRE)
    assert "Rien n'attend" in await talk.say("!modérer", ANNE, OTHER_ROOM)
    assert "déjà référent" in await talk.say("!rôle @anne:example.org referent", CLAIRE)
    assert "@claire, @anne" in await talk.say("!rôle", ANNE)
    assert "redevient membre" in await talk.say("!rôle @anne:example.org membre", CLAIRE)
    assert "réservé aux modérateurs" in await talk.say("!modérer", ANNE)


async def test_stewards_of_the_configuration_change_only_there(talk: Conversation) -> None:
    await talk.say("!rôle @anne:example.org référente", CLAIRE)
    said = await talk.say("!rôle @claire:example.org membre", ANNE)
    assert "référent par la configuration" in said
    assert "faut d'abord lui retirer" in await talk.say(
        "!membre suspendre @claire:example.org x", ANNE
    )


@pytest.mark.parametrize("typed", ["!rôle @anne", "!rôle @anne:example.org chef"])
async def test_a_role_is_one_of_two(talk: Conversation, typed: str) -> None:
    await talk.say("!partager Guide RGAA\nUn texte.")
    assert "référente ou membre" in await talk.say(typed, CLAIRE)


async def test_a_member_is_suspended_with_a_reason_and_restored(talk: Conversation) -> None:
    await talk.say("!partager Guide RGAA\nUn texte.", BRUNO)
    assert "Donnez une raison" in await talk.say("!membre suspendre @bruno 7 jours", CLAIRE)
    said = await talk.say("!membre suspendre @bruno 7 jours publicité répétée", CLAIRE)
    assert (
        "@bruno est suspendu jusqu'au 1er décembre 2026" in said and "« publicité répétée »" in said
    )
    assert "suspendues" in await talk.say("!récent", BRUNO)
    assert "1 membre suspendu" in await talk.say("!membre", CLAIRE)
    assert "a pris fin" in await talk.say("!membre rétablir @bruno", CLAIRE)
    assert "Guide RGAA" in await talk.say("!récent", BRUNO)
    assert "Aucun membre" in await talk.say("!membres", CLAIRE)


async def test_the_moderators_room_suspends_and_a_room_moderator_does_not(
    talk: Conversation,
) -> None:
    await talk.open_desk()
    typed = "!membre suspendre @bruno:example.org publicité"
    assert "touche tout le réseau" in await talk.say(typed, DENISE, HELP_ROOM, power=50)
    assert "sans limite de temps" in await talk.say(typed, DENISE, DESK)
    assert "ne pouvez pas vous suspendre" in await talk.say(
        "!membre suspendre @denise:example.org x", DENISE, DESK
    )


@pytest.mark.parametrize("name", ["@inconnu", "n'importe", "@anne:", ""])
async def test_whoever_is_not_known_is_named_in_full(talk: Conversation, name: str) -> None:
    said = await talk.say(f"!membre suspendre {name} 7 jours publicité", CLAIRE)
    assert "identifiant complet" in said or "Je ne connais pas" in said


async def test_of_two_people_of_one_name_nobody_is_guessed(talk: Conversation) -> None:
    await talk.say("!partager Guide RGAA\nUn texte.", BRUNO)
    await talk.say("!partager Autre chose\nAutre texte.", UserId("@bruno:autre.org"))
    assert "Plusieurs personnes" in await talk.say("!membre suspendre @bruno spam", CLAIRE)


async def test_the_journal_tells_who_did_what_and_why(talk: Conversation) -> None:
    await talk.say("!partager Guide RGAA\nUn texte.")
    await talk.say("!masquer 1 à revoir", BRUNO, power=50)
    await talk.say("!démasquer 1", CLAIRE)
    said = await talk.say("!journal", CLAIRE)
    assert "2 actes" in said
    assert "24 novembre 2026 · @bruno · masque n° 1 · à revoir" in said
    assert "@claire · remet n° 1" in said
    assert "1 acte" in await talk.say("!journal @bruno:example.org depuis:hier", CLAIRE)
    assert "n'a rien de tel" in await talk.say("!journal 7", CLAIRE)
    assert "n'a rien de tel" in await talk.say("!journal avant:2025", CLAIRE)
    assert "pas compris" in await talk.say("!journal blabla", CLAIRE)
    assert "touche tout le réseau" in await talk.say("!journal", BRUNO, power=50)


async def test_figures_count_what_can_be_read_and_name_nobody(talk: Conversation) -> None:
    await talk.say("!partager Guide RGAA\nUn texte.")
    await talk.say("!partager Secret du salon\nvisible : salon", BRUNO)
    await talk.say("!merci 1", BRUNO)
    said = await talk.say("!stats")
    assert "2 fiches, dont 2 depuis un mois" in said and "1 merci" in said
    assert "@" not in said
    assert "1 fiche, dont 1" in await talk.say("!stats", CLAIRE, OTHER_ROOM)
