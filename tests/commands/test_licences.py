"""Licences by every name people give them, and the line that credits an author."""

import pytest

from tests.commands.conftest import ANNE, BRUNO, OTHER_ROOM, Conversation

TIP = "!partager Guide RGAA\nUn texte utile. https://example.org/rgaa"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("licence ouverte", "Licence Ouverte 2.0"),
        ("LO 2.0", "Licence Ouverte 2.0"),
        ("etalab", "Licence Ouverte 2.0"),
        ("Etalab-2.0", "Licence Ouverte 2.0"),
        ("CC-BY-SA", "CC BY-SA 4.0"),
        ("cc by", "CC BY 4.0"),
        ("CC0", "CC0"),
        ("lien seul", "lien seul"),
    ],
)
async def test_a_licence_is_known_by_many_names(talk: Conversation, typed: str, shown: str) -> None:
    await talk.say(TIP)
    assert f"licence : {shown} (avant : interne au réseau)" in await talk.say(f"!licence 1 {typed}")


@pytest.mark.parametrize("typed", ["CC BY-NC", "cc-by-nd 4.0", "tous droits réservés", "mit"])
async def test_what_is_not_one_of_ours_is_refused_with_the_choices(
    talk: Conversation, typed: str
) -> None:
    await talk.say(TIP)
    assert "Au choix : licence ouverte, CC0" in await talk.say(f"!licence 1 {typed}")


async def test_a_licence_alone_is_explained(talk: Conversation) -> None:
    await talk.say(TIP)
    said = await talk.say("!licence 1")
    assert "interne au réseau" in said and "demandez à @anne" in said
    assert "!licence 1" in said


async def test_the_credit_line_has_all_that_a_licence_asks_for(talk: Conversation) -> None:
    talk = Conversation(talk.store, talk.clock, network="Réseau des villes")
    await talk.say(TIP)
    await talk.say("!licence 1 cc-by")
    line, advice = (await talk.say("!créditer 1", BRUNO, OTHER_ROOM)).split("\n\n")
    assert line == (
        "« Guide RGAA », @anne, Réseau des villes, 24 novembre 2026,"
        " CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), https://example.org/rgaa"
    )
    assert "citer l'auteur et la licence" in advice


async def test_a_card_without_link_is_credited_by_its_message(talk: Conversation) -> None:
    await talk.say("!partager Un conseil\nPrévenir avant.")
    said = await talk.say("!crediter 1")
    assert "https://matrix.to/#/!aide:example.org/$event0" in said


async def test_what_is_internal_is_not_for_elsewhere(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "demandez à @anne" in await talk.say("!créditer 1")
    await talk.say("!licence 1 lien seul", ANNE)
    assert "ses propres conditions" in await talk.say("!créditer 1")


async def test_another_members_licence_is_a_proposal(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "Votre proposition" in await talk.say("!licence 1 cc-by", BRUNO)
    assert "licence : CC BY 4.0" in await talk.say("!accepter 1", ANNE)
