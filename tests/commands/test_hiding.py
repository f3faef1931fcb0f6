"""Cards hidden and put back, one or many: shown first, confirmed, undone, journalled."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.messages import Kind
from commonsbot.domain.rooms import Room
from tests.commands.conftest import (
    ANNE,
    BRUNO,
    CLAIRE,
    DENISE,
    HELP_ROOM,
    OTHER_ROOM,
    Conversation,
    words_of,
)

CHAT = RoomId("!chat:example.org")
BULK = "!masquer de:@anne:example.org depuis:hier raison : publicité"


async def cards(talk: Conversation, count: int, sender: UserId = ANNE) -> None:
    for number in range(count):
        await talk.say(
            f"!partager Offre numéro {number} de {sender}\nTexte {number} {sender}", sender
        )


async def test_a_hidden_card_is_found_by_nobody_and_comes_back(talk: Conversation) -> None:
    await talk.say("!partager Guide RGAA #web\nUn texte utile.")
    said = await talk.say("!masquer 1 en attendant l'avis du service", BRUNO, power=50)
    assert "n° 1 est masquée" in said and "!démasquer 1" in said
    assert "pas de fiche" in await talk.say("!fiche 1")
    assert "Guide" not in await talk.say("!chercher rgaa", CLAIRE)
    (note,) = await talk.queued(Kind.NOTE)
    assert note.mentions == (ANNE,) and "« en attendant l'avis du service »" in words_of(note)
    assert "de nouveau visible" in await talk.say("!démasquer 1", BRUNO, power=50)
    assert "Guide RGAA" in await talk.say("!chercher rgaa", CLAIRE, OTHER_ROOM)


async def test_only_who_moderates_it_hides_a_card_or_puts_it_back(talk: Conversation) -> None:
    await talk.say("!partager Guide RGAA\nUn texte utile.")
    assert "ne peut être masquée que" in await talk.say("!masquer 1", BRUNO, OTHER_ROOM, power=50)
    assert "réservé aux modérateurs" in await talk.say("!masquer 1", BRUNO)
    await talk.say("!masquer 1", BRUNO, power=50)
    assert "pas de fiche" in await talk.say("!démasquer 1", DENISE, OTHER_ROOM, power=50)
    assert "pas de fiche" in await talk.say("!retirer 1"), "its author sees it no more"
    assert "visible" in await talk.say("!démasquer 1", CLAIRE, OTHER_ROOM)


async def test_many_cards_are_listed_first_and_nothing_changes(talk: Conversation) -> None:
    await cards(talk, 3)
    await cards(talk, 1, BRUNO)
    said = await talk.say(BULK, CLAIRE)
    assert "3 fiches seraient masquées" in said and "rien n'a encore changé" in said
    assert "Offre numéro 2" in said and "@bruno" not in said
    assert "!appliquer 3" in said
    assert "Offre" in await talk.say("!fiche 1")


async def test_it_is_confirmed_by_its_count_then_undone(talk: Conversation) -> None:
    await cards(talk, 3)
    await talk.say(BULK, CLAIRE)
    assert "envoyez !appliquer 3" in await talk.say("!appliquer 2", CLAIRE)
    assert "Rien n'attend" in await talk.say("!appliquer 3", DENISE, power=50), "who planned it"
    assert "C'est fait : 3 fiches masquées" in await talk.say("!appliquer 3", CLAIRE)
    assert "pas de fiche" in await talk.say("!fiche 2")
    assert "Rien n'attend" in await talk.say("!appliquer 3", CLAIRE), "once"
    assert "3 fiches sont de nouveau visibles" in await talk.say("!défaire", CLAIRE)
    for number in (1, 2, 3):
        assert "Offre" in await talk.say(f"!fiche {number}")
    assert "Offre" in await talk.say("!chercher offre", BRUNO)
    assert "rien à défaire" in await talk.say("!défaire", CLAIRE)


async def test_removing_many_can_be_undone_too_and_each_act_is_journalled(
    talk: Conversation,
) -> None:
    await cards(talk, 2)
    await talk.say("!retirer de:@anne:example.org depuis:hier raison: doublons", CLAIRE)
    await talk.say("!appliquer 2", CLAIRE)
    await talk.say("!défaire", CLAIRE)
    said = await talk.say("!journal 1", CLAIRE)
    assert "@claire · retire n° 1 · doublons" in said and "@claire · remet n° 1" in said


async def test_there_are_fifteen_minutes_for_each_step(talk: Conversation) -> None:
    await cards(talk, 1)
    await talk.say(BULK, CLAIRE)
    await talk.wait(timedelta(minutes=16))
    assert "Rien n'attend" in await talk.say("!appliquer 1", CLAIRE)
    await talk.say(BULK, CLAIRE)
    await talk.say("!appliquer 1", CLAIRE)
    await talk.wait(timedelta(minutes=16))
    assert "rien à défaire" in await talk.say("!défaire", CLAIRE)


async def test_an_undo_leaves_alone_what_was_decided_since(talk: Conversation) -> None:
    await cards(talk, 2)
    shared = talk.last
    await talk.say(BULK, CLAIRE)
    await talk.say("!appliquer 2", CLAIRE)
    await talk.redact(shared)
    assert "1 fiche est de nouveau visible" in await talk.say("!défaire", CLAIRE)
    assert "pas de fiche" in await talk.say("!fiche 2"), "its author took it back"


@pytest.mark.parametrize(
    "typed", ["tout de @anne", "Toutes les fiches de @anne depuis:hier", "all cards by @anne"]
)
async def test_the_cards_of_somebody_are_named_as_one_says_it(
    talk: Conversation, typed: str
) -> None:
    await cards(talk, 2)
    await cards(talk, 1, BRUNO)
    said = await talk.say(f"!masquer {typed} raison : vu avec @anne", CLAIRE)
    assert "2 fiches seraient masquées" in said and "@bruno" not in said


@pytest.mark.parametrize(
    "typed",
    ["offre", "tout", "de:@anne:example.org offre", "de:personne", "depuis:jamais", "-offre"],
)
async def test_what_is_not_exact_changes_nothing(talk: Conversation, typed: str) -> None:
    await cards(talk, 2)
    assert "Rien n'a changé" in (await talk.say(f"!masquer {typed}", CLAIRE)).replace(
        "rien", "Rien"
    )
    assert "Rien n'attend" in await talk.say("!appliquer 2", CLAIRE)


async def test_a_room_moderator_acts_on_their_room_alone(talk: Conversation) -> None:
    await cards(talk, 2)
    await talk.say("!partager Ailleurs\nUn texte.", ANNE, OTHER_ROOM)
    said = await talk.say(BULK, DENISE, OTHER_ROOM, power=50)
    assert "1 fiche serait masquée" in said and "Offre" not in said


async def test_authors_with_a_direct_chat_are_told_once_and_an_undo_takes_it_back(
    talk: Conversation,
) -> None:
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE))
    await cards(talk, 3)
    await talk.say(BULK, CLAIRE)
    await talk.say("!appliquer 3", CLAIRE)
    (note,) = [one for one in await talk.queued(Kind.NOTE) if one.room == CHAT]
    assert "3 de vos fiches (n° 3, n° 2, n° 1)" in words_of(note)
    await talk.say("!défaire", CLAIRE)
    assert [one.redacts for one in await talk.all_heard() if one.room == CHAT][-1]


async def test_a_card_is_pinned_where_the_bot_may(talk: Conversation) -> None:
    await talk.say("!partager Guide RGAA\nUn texte utile.")
    shared = talk.last
    said = await talk.say("!épingler 1", BRUNO, power=50)
    assert "Je n'ai pas le droit d'épingler ici" in said
    talk.diagnosis = replace(talk.diagnosis, pins=True)
    assert "C'est épinglé" in await talk.say("!épingler 1", BRUNO, power=50)
    (pinned,) = [one for one in await talk.all_heard() if one.pins]
    assert (pinned.pins, pinned.room) == (shared, HELP_ROOM)
    assert "dans le salon où" in await talk.say("!épingler 1", CLAIRE, OTHER_ROOM)


async def test_a_room_does_not_read_again_the_title_of_what_was_removed(
    talk: Conversation,
) -> None:
    await talk.say("!partager Le numéro de madame Untel\nUn texte.", ANNE)
    for command in ("!masquer 1 à revoir", "!retirer 1 données personnelles"):
        said = [words_of(one) for one in await talk.tell(command, CLAIRE)]
        said += [words_of(one) for one in await talk.queued(Kind.NOTE)]
        assert any("votre fiche n° 1" in one for one in said)
        assert not any("Untel" in one for one in said)
