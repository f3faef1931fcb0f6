"""Emojis and messages taken back, in real rooms."""

import pytest

from tests.rooms.networks import Network, words

pytestmark = pytest.mark.rooms

CARD = "!partager Affiches sans texte\nLues de loin"


async def test_thanks_by_an_emoji_on_the_message_count(town: Network) -> None:
    shared = await town.anne.send(town.room, CARD)
    number = words(await town.answer(town.anne, shared)).partition("fiche n° ")[2].split()[0]
    await town.bruno.react(town.room, shared, "🙏🏽")
    await town.bruno.react(town.room, shared, "🎉")
    assert "1 merci" in words(await town.ask(town.bruno, f"!fiche {number}"))


async def test_taking_the_message_back_withdraws_what_was_made_of_it(town: Network) -> None:
    shared = await town.anne.send(town.room, "!partager Affiches à reprendre")
    number = words(await town.answer(town.anne, shared)).partition("fiche n° ")[2].split()[0]
    await town.anne.redact(town.room, shared)
    assert f"Il n'y a pas de fiche n° {number}" in words(
        await town.ask(town.bruno, f"!fiche {number}")
    )


async def test_yes_to_nothing_says_how_to_answer(town: Network) -> None:
    assert "Je ne vous ai rien demandé" in words(await town.ask(town.bruno, "!oui"))
