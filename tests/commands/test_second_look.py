"""In a reviewed room moderators look at later changes too: nobody gets an innocent card accepted
and then makes it say something else."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from commonsbot.domain.files import File
from commonsbot.domain.ids import EventId, ResourceId, RoomId
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.moderation import Policy
from commonsbot.domain.room_terms import OwnTerms
from commonsbot.domain.rooms import Room
from tests.commands.conftest import (
    ANNE,
    BRUNO,
    CLAIRE,
    DENISE,
    DESK,
    HELP_ROOM,
    OTHER_ROOM,
    Conversation,
    words_of,
)

CHAT = RoomId("!chat:example.org")
TIP = "!partager Guide RGAA #web\nUn texte utile.\nhttps://example.org/guide"
BAD = "Achetez"


@pytest.fixture
async def reviewed(talk: Conversation) -> Conversation:
    """Anne's card, accepted in the room of shares to review."""
    talk.reviewed = {HELP_ROOM}
    await talk.open_desk()
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=HELP_ROOM, name="Entraide"))
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE))
    await talk.say(TIP)
    await talk.say("!valider 1", DENISE, DESK)
    return talk


async def original(talk: Conversation) -> EventId:
    """The message of that card."""
    found = await talk.store.read.resources.at(ResourceId(1))
    assert found and found.event
    return found.event


async def card(talk: Conversation) -> str:
    return await talk.say("!fiche 1", BRUNO)


async def at_desk(talk: Conversation) -> list[Outgoing]:
    return [one for one in await talk.all_heard() if one.room == DESK and one.kind is Kind.PROMPT]


Way = Callable[[Conversation], Awaitable[object]]


async def by_edit(talk: Conversation) -> object:
    return await talk.edit(await original(talk), "!partager Achetez ici #web\nDe la publicité.")


async def by_file(talk: Conversation) -> object:
    file = File(uri="mxc://example.org/a", name="Achetez.pdf")
    return await talk.edit(await original(talk), TIP, file=file)


def typed(text: str, room: RoomId = HELP_ROOM) -> Way:
    async def say(talk: Conversation) -> object:
        return await talk.say(text, ANNE, room, direct=room == CHAT)

    return say


async def by_an_accepted_proposal(talk: Conversation) -> object:
    await talk.say("!modifier 1 titre: Achetez ici", BRUNO)
    return await talk.say("!accepter 1")


async def by_completing(talk: Conversation) -> object:
    await talk.say("!partager Achetez ici\nhttps://example.org/guide")
    return await talk.say("!compléter")


WAYS = {
    "title": typed("!modifier 1 titre: Achetez ici"),
    "text": typed("!modifier 1 texte: Achetez ici"),
    "link": typed("!modifier 1 +https://achetez.example"),
    "theme": typed("!modifier 1 #achetez"),
    "from the direct chat": typed("!modifier 1 titre: Achetez ici", CHAT),
    "from an open room": typed("!modifier 1 titre: Achetez ici", OTHER_ROOM),
    "an edit of the message": by_edit,
    "a file": by_file,
    "a proposal that the author accepts": by_an_accepted_proposal,
    "completing": by_completing,
}


@pytest.mark.parametrize("way", WAYS)
async def test_what_others_would_read_waits(reviewed: Conversation, way: str) -> None:
    before = len(await at_desk(reviewed))
    await WAYS[way](reviewed)
    assert BAD.lower() not in (await card(reviewed)).lower()
    assert "Aucune fiche" in await reviewed.say("!chercher achetez type:astuce", BRUNO)
    asked = (await at_desk(reviewed))[before:]
    assert len(asked) == 1 and BAD.lower() in words_of(asked[0]).lower()
    assert asked[0].thread, "under a line of its own"
    said = await reviewed.react(asked[0].key, "✅", DENISE, DESK)
    assert "est modifiée" in said
    assert BAD.lower() in (await card(reviewed)).lower()


async def test_its_author_is_told_that_it_waits_and_what_was_decided(
    reviewed: Conversation,
) -> None:
    said = await reviewed.say("!modifier 1 titre: Guide RGAA 4")
    assert "attend la relecture d'un modérateur" in said and "!refuser 1" in said
    asked = (await at_desk(reviewed))[-1]
    await reviewed.react(asked.key, "❌", DENISE, DESK)
    note = (await reviewed.queued(Kind.NOTE))[-1]
    assert "elle reste pour l'instant comme elle est" in words_of(note)


async def test_moderators_read_all_of_it(reviewed: Conversation) -> None:
    long = " ".join(f"Phrase {n}." for n in range(30))
    await reviewed.say(f"!modifier 1 texte: {long} Achetez.")
    said = words_of((await at_desk(reviewed))[-1])
    assert "La fiche dirait alors" in said and long in said and "Achetez." in said
    assert "!valider 1 1" in said and "C'est ce que lira le réseau" in said


async def test_who_moderates_changes_at_once(reviewed: Conversation) -> None:
    assert "est modifiée" in await reviewed.say("!modifier 1 titre: Guide 4", ANNE, power=50)
    assert "est modifiée" in await reviewed.say("!modifier 1 titre: Guide 5", CLAIRE)
    assert "est modifiée" in await reviewed.say("!modifier 1 titre: Guide 6", DENISE, DESK)


async def test_an_open_room_asks_nobody(reviewed: Conversation) -> None:
    reviewed.reviewed = set()
    assert "est modifiée" in await reviewed.say("!modifier 1 titre: Guide 4")


async def test_the_policy_that_moderators_chose_holds(reviewed: Conversation) -> None:
    reviewed.reviewed = set()
    async with reviewed.store.transaction() as tx:
        await tx.room_terms.put(HELP_ROOM, OwnTerms(Policy.REVIEW))
    assert "attend la relecture" in await reviewed.say(
        "!modifier 1 titre: Guide 4", room=OTHER_ROOM
    )


async def test_values_of_a_list_and_fewer_readers_need_nobodys_look(
    reviewed: Conversation,
) -> None:
    assert "est modifiée" in await reviewed.say("!modifier 1 type: outil")
    assert "visible par son salon" in await reviewed.say("!visible 1 salon")
    assert [one.key for one in await reviewed.queued(Kind.PROMPT)] == ["share:1:1"]
    assert "pas de fiche n° 1" in await reviewed.say("!fiche 1", BRUNO, OTHER_ROOM)


async def test_a_narrower_edit_is_narrow_at_once(reviewed: Conversation) -> None:
    await reviewed.edit(await original(reviewed), "!partager Achetez ici #web\nvisible : salon")
    assert "pas de fiche n° 1" in await reviewed.say("!fiche 1", BRUNO, OTHER_ROOM)
    assert BAD not in await card(reviewed)
    asked = (await reviewed.queued(Kind.PROMPT))[-1]
    assert asked.room == HELP_ROOM, "what is for its room is decided there"


async def test_more_readers_wait_for_a_moderator_after_the_authors_yes(
    reviewed: Conversation,
) -> None:
    await reviewed.say("!visible 1 salon")
    await reviewed.say("!visible 1 réseau")
    assert "attend la relecture" in await reviewed.say("!oui")
    assert "pas de fiche n° 1" in await reviewed.say("!fiche 1", BRUNO, OTHER_ROOM)
    asked = (await reviewed.queued(Kind.PROMPT))[-1]
    assert asked.room == HELP_ROOM and "le réseau" in words_of(asked)
    said = await reviewed.react(asked.key, "✅", DENISE, power=50)
    assert "maintenant visible par le réseau" in said
    assert "RGAA" in await reviewed.say("!fiche 1", BRUNO, OTHER_ROOM)


async def test_more_readers_get_only_what_the_author_agreed_to(reviewed: Conversation) -> None:
    await reviewed.say("!visible 1 salon")
    await reviewed.say("!visible 1 réseau")
    await reviewed.say("!oui")
    await reviewed.say("!modifier 1 texte: Ajout d'un modérateur.", DENISE, power=50)
    said = await reviewed.say("!valider 1", DENISE, power=50)
    assert "a changé depuis que son auteur a dit oui" in said
    assert "pas de fiche n° 1" in await reviewed.say("!fiche 1", BRUNO, OTHER_ROOM)


async def test_a_later_edit_takes_the_place_of_the_one_that_waits(
    reviewed: Conversation,
) -> None:
    shared = await original(reviewed)
    said = await reviewed.edit(shared, "!partager Guide RGAA 4 #web")
    assert "attend la relecture" in said
    first = (await at_desk(reviewed))[-1]
    assert await reviewed.edit(shared, "!partager Achetez #web") == "", "it was said"
    assert await reviewed.react(first.key, "✅", DENISE, DESK) == "", "that question is over"
    gone = [one for one in await reviewed.all_heard() if one.redacts]
    assert len(gone) == 2, "and nobody reads it any more"
    assert "vient de changer" in await reviewed.say("!valider 1", DENISE, DESK)
    await reviewed.wait(timedelta(minutes=2))
    assert "est modifiée" in await reviewed.say("!valider 1", DENISE, DESK)
    assert BAD in await card(reviewed)


async def test_an_edit_that_goes_back_leaves_nothing_to_decide(reviewed: Conversation) -> None:
    shared = await original(reviewed)
    await reviewed.edit(shared, "!partager Achetez #web")
    await reviewed.edit(shared, TIP)
    assert "pas de proposition" in await reviewed.say("!valider 1", DENISE, DESK)
    assert "Rien n'attend" in await reviewed.say("!modérer", DENISE, DESK)


async def test_its_author_takes_it_back(reviewed: Conversation) -> None:
    await reviewed.say("!modifier 1 titre: Achetez")
    assert "est retirée" in await reviewed.say("!refuser 1")
    assert sum(bool(one.redacts) for one in await reviewed.all_heard()) == 2


async def test_an_old_version_that_nobody_accepted_does_not_come_back(
    talk: Conversation,
) -> None:
    await talk.say("!partager Achetez ici\nDe la publicité.")
    await talk.say("!modifier 1 titre: Guide")
    talk.reviewed = {HELP_ROOM}
    assert "attend la relecture" in await talk.say("!rétablir 1 1")
    assert BAD not in await card(talk)
    said = await talk.say("!valider 1", DENISE, power=50)
    assert "devient « Achetez ici »" in said


async def test_merging_is_for_moderators(reviewed: Conversation) -> None:
    reviewed.reviewed = set()
    await reviewed.say("!partager Achetez ici\nDe la publicité.", room=OTHER_ROOM)
    reviewed.reviewed = {HELP_ROOM}
    assert "revient à un modérateur" in await reviewed.say("!fusionner 1 2")
    assert BAD not in await card(reviewed)


async def test_a_description_of_a_file_waits_too(reviewed: Conversation) -> None:
    async with reviewed.store.transaction() as tx:
        found = await tx.resources.at(ResourceId(1))
        assert found
        file = File(uri="mxc://example.org/a", name="a.png", mimetype="image/png")
        await tx.resources.revise(found.id, replace(found.draft, files=(file,)), DENISE)
    assert "attend la relecture" in await reviewed.say("!décrire 1 Achetez ici")
    assert BAD not in await card(reviewed)
    await reviewed.say("!valider 1", DENISE, DESK)
    assert BAD in await card(reviewed)


async def test_who_does_not_sign_is_not_named_to_the_room(reviewed: Conversation) -> None:
    await reviewed.say("!signer 1 personne")
    await reviewed.say("!visible 1 salon")
    await reviewed.say("!modifier 1 titre: Guide 4", ANNE, CHAT, direct=True)
    asked = (await reviewed.queued(Kind.PROMPT))[-1]
    assert asked.room == HELP_ROOM and "anne" not in words_of(asked)


async def test_what_is_taken_back_is_not_read_in_the_question(reviewed: Conversation) -> None:
    await reviewed.say("!modifier 1 titre: Achetez")
    await reviewed.redact(await original(reviewed))
    taken = {one.redacts for one in await reviewed.all_heard() if one.redacts}
    asked = await reviewed.event_of("proposal:1")
    assert asked in taken
