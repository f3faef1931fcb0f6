"""Retours d'expérience, and files with what they show."""

from dataclasses import replace

from commonsbot.domain.files import File
from tests.commands.conftest import ANNE, BRUNO, OTHER_ROOM, Conversation

IMAGE = File(uri="mxc://example.org/a", name="affiche.png", mimetype="image/png", size=120_000)


async def test_the_card_given_is_one_that_can_be_sent_back(talk: Conversation) -> None:
    card = await talk.say("!rex")
    assert card.startswith("!rex Titre")
    filled = card.replace("Contexte :", "Contexte : une crue").replace(
        "Habitants :", "Habitants : 900"
    )
    said = await talk.say(filled)
    assert "une crue" in said, "what is said first names a card without a title"
    shown = await talk.say("!fiche 1")
    assert "moins de 2 000 habitants" in shown
    assert "Contexte\nune crue" in shown
    assert "Titre de votre" not in shown
    assert "Copiez" not in shown


async def test_the_english_card_works_too(talk: Conversation) -> None:
    talk = Conversation(talk.store, talk.clock, "en")
    card = await talk.say("!experience")
    said = await talk.say(
        card.replace("Title of your experience", "Flood alert").replace("Goal:", "Goal: dry feet")
    )
    assert "Flood alert" in said
    assert "Goal\ndry feet" in await talk.say("!card 1")


async def test_an_experience_is_found_by_what_its_parts_say(talk: Conversation) -> None:
    await talk.say("!rex Vœux\nRésultat mesuré : triplement des abonnés")
    assert "n° 1" in await talk.say("!chercher triplement")


async def test_a_file_is_kept_with_its_card_and_its_description_asked_for(
    talk: Conversation,
) -> None:
    said = await talk.say("!partager La ville à vélo", file=IMAGE)
    assert "!décrire 1" in said
    assert "affiche.png (120 ko)\n  sans description" in await talk.say("!fiche 1")
    assert "Merci" in await talk.say("!decrire 1 Un vélo bleu")
    assert "affiche.png (120 ko)\n  Un vélo bleu" in await talk.say("!fiche 1")
    assert "n° 1" in await talk.say("!chercher bleu")


async def test_only_its_author_or_a_moderator_describes_a_file(talk: Conversation) -> None:
    await talk.say("!partager La ville à vélo", ANNE, file=IMAGE)
    assert "par son auteur" in await talk.say("!décrire 1 Un vélo", BRUNO)
    elsewhere = await talk.say("!décrire 1 Un vélo", BRUNO, OTHER_ROOM, power=50)
    assert "par son auteur" in elsewhere
    assert "Merci" in await talk.say("!décrire 1 Un vélo", BRUNO, power=50)


async def test_what_can_not_be_described_is_said(talk: Conversation) -> None:
    await talk.say("!partager Sans fichier")
    assert "n'a pas de fichier" in await talk.say("!décrire 1 Un vélo")
    assert "après le numéro" in await talk.say("!décrire 1")
    assert "1\u202f000 caractères" in await talk.say("!décrire 1 " + "x" * 1001)
    assert "n'est pas un numéro" in await talk.say("!décrire un vélo")


async def test_a_file_of_an_encrypted_room_stays_there(talk: Conversation) -> None:
    said = await talk.say("!partager Plan", file=replace(IMAGE, encrypted=True), direct=True)
    assert "Visible par ce salon" in said
