"""Searching in a real room, as phones type it."""

import pytest

from tests.rooms.networks import Network, words
from tests.rooms.test_audiences import chat_with

pytestmark = pytest.mark.rooms


async def test_a_search_is_narrowed_paged_and_explained(town: Network) -> None:
    for number in ("un", "deux", "trois", "quatre", "cinq", "six"):
        await town.share(
            town.bruno, f"!partager Bourriche {number}\nLot {number * 2} offert type: astuce"
        )
    await town.share(town.anne, "!partager Bourriche de la mairie type:modèle\nLe lot du maire")
    asked = await town.ask(town.bruno, "!chercher  bourriches  Type : Modèles")
    assert "1 fiche" in words(asked) and "Bourriche de la mairie" in words(asked)
    assert (
        "<i>lot</i>"
        in (await town.ask(town.bruno, "!chercher lot du maire"))["content"][
            "formatted_body"
        ].lower()
    )
    first = words(await town.ask(town.bruno, "!chercher bourriche -modèle"))
    assert "7 fiches" in first and "1 à 5" in first and "!plus" in first
    assert "6 à 7" in words(await town.ask(town.bruno, "!plus"))
    phrase = words(await town.ask(town.bruno, "!chercher « lot du maire » pourquoi"))
    assert "1 fiche" in phrase and "le mot même, dans le texte" in phrase
    nothing = await town.ask(town.bruno, "!chercher kaléidoscope bizarroïde")
    assert nothing["content"]["msgtype"] == "m.notice"
    assert "!question kaléidoscope bizarroïde" in words(nothing)


async def test_a_moderator_adds_a_synonym_and_a_direct_chat_finds_by_it(town: Network) -> None:
    await town.share(town.bruno, "!partager Prêt de barnums aux associations")
    assert "réservé aux modérateurs" in words(await town.ask(town.bruno, "!synonyme a = b"))
    said = words(await town.ask(town.anne, "!synonyme chapiteau = barnum"))
    assert "chapiteau = barnum" in said
    chat = await chat_with(town, town.bruno)
    assert "Prêt de barnums" in words(await town.ask(town.bruno, "cherche chapiteaux", chat))
