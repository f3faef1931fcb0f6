"""!signer: an author shows their name, their role or nothing, wherever a card is told."""

from datetime import timedelta
from pathlib import Path

import pytest

from commonsbot.commons.exchange.public import published
from commonsbot.digest.edition import draft
from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import RoomId
from commonsbot.domain.records import Whole
from commonsbot.domain.rendering import html_of
from commonsbot.domain.rooms import Room
from commonsbot.domain.signing import NOBODY, read_signature
from commonsbot.errors import UserError
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, DESK, HELP_ROOM, OTHER_ROOM, Conversation

CHAT = RoomId("!chat-anne:example.org")
ROLE = "« chargée de communication, hôpital »"

READS = (
    *("!fiche 1", "!fiche 1 historique", "!fiche 1 version 1", "!chercher affiche", "!récent"),
    *("!créditer 1", "!licence 1", "!signer 1", "!essais 1", "!chercher #eau", "!thème eau"),
    *("!visible 1 public", "!modifier 1 titre: Autre", "!vérifier 1", "!questions"),
)
"""All that may name the author of card 1."""


async def in_private(talk: Conversation, text: str) -> str:
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE))
    rooms = frozenset({HELP_ROOM})
    return await talk.say(text, ANNE, CHAT, direct=True, sender_rooms=rooms)


async def share(talk: Conversation, signature: str) -> str:
    await talk.say("!partager Une affiche lisible #eau\nLe texte\nlicence : cc-by")
    return await in_private(talk, f"!signer 1 {signature}")


@pytest.mark.parametrize(
    ("typed", "signature"),
    [
        ("nom", None),
        ("Name", None),
        ("personne", NOBODY),
        ("PERSONNE.", NOBODY),
        ("anonyme", NOBODY),
        ("fonction chargée de com, hôpital", "chargée de com, hôpital"),
        ("Fonction : « une chargée de com »", "une chargée de com"),
        ("rôle  DGS   adjoint", "DGS adjoint"),
        ("fonction personne", NOBODY),
    ],
)
def test_a_signature_is_read_as_people_write_it(typed: str, signature: str | None) -> None:
    assert read_signature(typed) == signature


@pytest.mark.parametrize(
    "typed", ["bruno", "fonction", "fonction @bruno", "fonction https://e.org", "role " + "x" * 81]
)
def test_a_role_is_words_and_names_nobody(typed: str) -> None:
    with pytest.raises(UserError):
        read_signature(typed)


@pytest.mark.parametrize("signature", ["personne", "fonction chargée de communication, hôpital"])
async def test_nothing_names_who_does_not_sign(talk: Conversation, signature: str) -> None:
    await share(talk, signature)
    for asked in READS:
        for said in await talk.tell(asked, BRUNO):
            html = html_of(said.document)
            assert "anne" not in html.lower(), asked
            assert "$event0" not in html, f"{asked}: the message names her"
            assert ANNE not in said.mentions, asked


async def test_a_role_is_shown_where_a_name_would_be(talk: Conversation) -> None:
    said = await share(talk, "fonction chargée de communication, hôpital")
    assert f"La fiche n° 1 est signée {ROLE}." in said
    assert f"par {ROLE}" in await talk.say("!fiche 1", BRUNO)
    assert f"par {ROLE}" in await talk.say("!fiche 1 historique", BRUNO)
    assert f"« Une affiche lisible », {ROLE}," in await talk.say("!créditer 1", BRUNO)


async def test_a_name_comes_back(talk: Conversation) -> None:
    await share(talk, "personne")
    assert "par @anne" not in await talk.say("!fiche 1", BRUNO)
    assert "est signée @anne" in await in_private(talk, "!signer 1 nom")
    assert "par @anne" in await talk.say("!fiche 1", BRUNO)


async def test_only_the_author_chooses(talk: Conversation) -> None:
    await share(talk, "nom")
    for user in (BRUNO, CLAIRE):
        said = await talk.say("!signer 1 personne", user, power=100)
        assert "Seul l'auteur de la fiche n° 1 choisit" in said
    assert "par @anne" in await talk.say("!fiche 1", BRUNO)


async def test_a_steward_signs_what_has_no_author(talk: Conversation) -> None:
    await share(talk, "nom")
    await in_private(talk, "!oublier anonymiser")
    await in_private(talk, "!oui")
    assert "Seul l'auteur" in await talk.say("!signer 1 fonction le réseau", BRUNO)
    await talk.say("!signer 1 fonction le réseau", CLAIRE)
    assert "par « le réseau »" in await talk.say("!fiche 1", BRUNO)


async def test_who_is_forgotten_leaves_no_role_behind(talk: Conversation) -> None:
    await share(talk, "fonction chargée de communication, hôpital")
    await in_private(talk, "!oublier anonymiser")
    await in_private(talk, "!oui")
    said = await talk.say("!fiche 1", BRUNO)
    assert "affiche lisible" in said and "hôpital" not in said


async def test_a_card_that_was_erased_keeps_no_role_and_no_name(talk: Conversation) -> None:
    await talk.say("!partager Une affiche lisible")
    shared = talk.last
    await in_private(talk, "!signer 1 fonction la zibelinette")
    await talk.redact(shared)
    db = talk.store.read.records._db
    assert await db.value("SELECT signed FROM resource") == NOBODY


async def test_a_card_elsewhere_is_not_betrayed(talk: Conversation) -> None:
    await talk.say("!partager Le secret\nvisible : salon")
    assert "n° 1" in await talk.say("!signer 1 personne", BRUNO, OTHER_ROOM)
    assert "Seul l'auteur" not in await talk.say("!signer 1 personne", BRUNO, OTHER_ROOM)


@pytest.mark.parametrize("asked", ["de:anne", "de:@anne:example.org", "affiche de:anne"])
async def test_a_search_by_name_finds_nothing_of_who_does_not_sign(
    talk: Conversation, asked: str
) -> None:
    await share(talk, "personne")
    await talk.say("!partager Une autre affiche, signée")
    said = await talk.say(f"!chercher {asked}", BRUNO)
    assert "lisible" not in said and "signée" in said
    assert "lisible" in await talk.say(f"!chercher affiche -{asked[-8:]}", BRUNO) or " " in asked


async def test_the_author_finds_it_alone_and_moderators_among_themselves(
    talk: Conversation,
) -> None:
    await share(talk, "personne")
    assert "lisible" in await in_private(talk, "!chercher de:moi")
    assert "lisible" not in await talk.say("!chercher de:moi"), "the room reads it too"
    assert "lisible" not in await talk.say("!chercher de:anne", CLAIRE)
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=DESK))
    talk.desk = DESK
    assert "lisible" in await talk.say("!chercher de:anne", BRUNO, DESK)


async def test_the_letter_signs_as_the_author_does(talk: Conversation) -> None:
    await share(talk, "fonction chargée de communication, hôpital")
    await talk.say("!question Qui a une affiche ?")
    await in_private(talk, "!signer 2 personne")
    async with talk.store.transaction() as tx:
        letter = await draft(tx, talk.views, HELP_ROOM, talk.clock.now + timedelta(minutes=1))
    assert letter
    said = str(letter.letter)
    assert "chargée de communication, hôpital" in said
    assert "anne" not in said.lower()


async def test_a_merged_card_keeps_its_signature(talk: Conversation) -> None:
    await share(talk, "personne")
    await talk.say("!partager La même affiche", BRUNO)
    await talk.say("!fusionner 1 2", CLAIRE)
    said = await talk.say("!fiche 2", BRUNO)
    assert "n° 1" in said and "@anne" not in said
    await in_private(talk, "!signer 1 nom")
    assert "@anne" in await talk.say("!fiche 2", BRUNO)


async def test_no_question_names_the_author_in_the_room(talk: Conversation) -> None:
    """Without a direct chat there is no place to ask them."""
    await talk.say("!partager Une affiche lisible")
    await talk.say("!signer 1 personne")
    for asked in ("!modifier 1 titre: Autre", "!visible 1 public", "!licence 1 cc-by"):
        for said in await talk.tell(asked, BRUNO, OTHER_ROOM):
            assert ANNE not in said.mentions and "anne" not in html_of(said.document)
    for said in await talk.tell("!masquer 1 doublon", CLAIRE):
        assert ANNE not in said.mentions and "anne" not in html_of(said.document)


async def test_a_message_that_names_the_author_is_not_pinned(talk: Conversation) -> None:
    await share(talk, "personne")
    assert "ne la signe pas" in await talk.say("!épingler 1", CLAIRE)


async def test_a_public_export_keeps_the_role_alone(talk: Conversation, tmp_path: Path) -> None:
    await share(talk, "fonction chargée de communication, hôpital")
    async for item in talk.store.read.records.each(list(Audience)):
        assert isinstance(item, Whole)
        assert item.record.author == ANNE, "the network's own copy"
        left = published(item)
        assert isinstance(left, Whole) and left.record.author is None
        assert left.record.signed == "chargée de communication, hôpital"
