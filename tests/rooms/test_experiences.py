"""Retours d'expérience and files, in real rooms."""

import pytest

from tests.rooms.networks import Network, words

pytestmark = pytest.mark.rooms


async def test_the_card_is_filled_in_sent_back_and_shown(town: Network) -> None:
    given = await town.ask(town.anne, "!rex")
    assert given["content"]["msgtype"] == "m.notice"
    card = words(given).replace("Titre de votre retour d'expérience", "La crue de mai")
    card = card.replace("Contexte :", "Contexte : rues sous l'eau #crise")
    card = card.replace("Budget :", "Budget : 300")
    shared = words(await town.ask(town.anne, card))
    assert "La crue de mai" in shared
    number = shared.partition("fiche n° ")[2].split()[0]
    shown = words(await town.ask(town.bruno, f"!fiche {number}"))
    assert "retour d'expérience" in shown
    assert "Contexte\nrues sous l'eau" in shown
    assert "moins de 1 000 €" in shown
    assert "#crise" in shown


async def test_an_image_is_shared_with_its_caption_and_described(town: Network) -> None:
    content = {
        "msgtype": "m.image",
        "body": "!partager La ville à vélo #affiche",
        "filename": "affiche.png",
        "url": "mxc://localhost/abc",
        "info": {"mimetype": "image/png", "size": 120_000},
    }
    sent = await town.bruno.send_event(town.room, "m.room.message", content)
    shared = words(await town.answer(town.bruno, sent))
    number = shared.partition("fiche n° ")[2].split()[0]
    assert f"!décrire {number}" in shared
    await town.ask(town.bruno, f"!decrire {number} Un vélo bleu devant la mairie")
    shown = words(await town.ask(town.anne, f"!fiche {number}"))
    assert "affiche.png (120 ko)" in shown
    assert "Un vélo bleu devant la mairie" in shown
