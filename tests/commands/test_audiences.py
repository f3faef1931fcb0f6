"""Who sees a card: less at once, more only with its author's own yes."""

import pytest

from commonsbot.domain.audiences import Audience
from commonsbot.domain.files import File
from commonsbot.domain.ids import ResourceId, RoomId
from commonsbot.domain.messages import Kind
from commonsbot.domain.resources import Draft, Resource
from commonsbot.domain.rooms import Room
from tests.commands.conftest import (
    ANNE,
    BRUNO,
    CLAIRE,
    HELP_ROOM,
    OTHER_ROOM,
    Conversation,
    words_of,
)

TIP = "!partager Organigramme #interne\nQui fait quoi. https://example.org/qui"
CHAT = RoomId("!chat:example.org")


async def kept(talk: Conversation) -> Resource:
    resource = await talk.store.read.resources.at(ResourceId(1))
    assert resource
    return resource


async def test_the_author_reads_exactly_what_would_be_seen_and_says_yes(
    talk: Conversation,
) -> None:
    await talk.say(TIP, encrypted=True)
    asked = await talk.say("!visible 1 réseau")
    assert "Cette fiche serait visible par le réseau" in asked
    assert "les membres de tous les salons que je sers" in asked
    for seen in (
        "Organigramme",
        "par @anne",
        "Qui fait quoi.",
        "#communication-interne",
        "example.org/qui",
    ):
        assert seen in asked
    assert (await kept(talk)).audience is Audience.ROOM, "nothing changes before the yes"
    before = talk.clock.now
    assert "est maintenant visible par le réseau" in await talk.say("!oui")
    assert "Qui fait quoi." in await talk.say("!fiche 1", BRUNO, OTHER_ROOM)
    consent = (await kept(talk)).consent_at
    assert consent and consent >= before


async def test_no_leaves_it_as_it_is(talk: Conversation) -> None:
    await talk.say(TIP, encrypted=True)
    said = await talk.answer("!visible 1 réseau")
    assert said
    assert "reste visible par son salon" in await talk.react(said.key, "❌")
    assert (await kept(talk)).audience is Audience.ROOM


async def test_a_moderators_wish_goes_to_the_author(talk: Conversation) -> None:
    await talk.say(TIP, encrypted=True)
    said = await talk.say("!visible 1 réseau", BRUNO, power=50)
    assert "je demande à @anne" in said
    asked = await talk.asked()
    assert (asked.room, asked.mentions) == (HELP_ROOM, (ANNE,))
    assert await talk.react(asked.key, "✅", BRUNO, power=50) == "", "it is not theirs to grant"
    assert "J'ai déjà demandé" in await talk.say("!visible 1 réseau", BRUNO, power=50)
    assert "maintenant visible par le réseau" in await talk.react(asked.key, "✅")


async def test_an_author_with_a_direct_chat_is_asked_there(talk: Conversation) -> None:
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE))
    await talk.say(TIP, encrypted=True)
    await talk.say("!visible 1 réseau", BRUNO, power=50)
    assert (await talk.asked()).room == CHAT
    assert "maintenant visible" in await talk.say("oui", ANNE, CHAT, direct=True)


async def test_what_changed_since_the_question_is_read_again(talk: Conversation) -> None:
    await talk.say(TIP, encrypted=True)
    said = await talk.answer("!visible 1 réseau")
    await talk.say("!modifier 1 texte: Tout autre chose", BRUNO, power=50)
    assert said
    again = await talk.react(said.key, "✅")
    assert "a changé depuis" in again and "Tout autre chose" in again
    assert (await kept(talk)).audience is Audience.ROOM
    assert "maintenant visible par le réseau" in await talk.say("!oui")


async def test_narrowing_is_done_at_once(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "maintenant visible par son salon" in await talk.say("!visible 1 ce salon")
    assert "Il n'y a pas de fiche" in await talk.say("!fiche 1", BRUNO, OTHER_ROOM)
    assert "Aucune fiche" in await talk.say("!chercher organigramme", BRUNO, OTHER_ROOM)
    assert "Organigramme" in await talk.say("!fiche 1", BRUNO)


async def test_a_moderator_narrows_and_a_member_does_not(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "se décide par son auteur" in await talk.say("!visible 1 salon", BRUNO)
    there = await talk.say("!visible 1 salon", BRUNO, OTHER_ROOM, power=50)
    assert "se décide par son auteur" in there
    assert "visible par son salon" in await talk.say("!visible 1 salon", BRUNO, power=50)


async def test_public_needs_an_open_licence_and_says_which(talk: Conversation) -> None:
    await talk.say(TIP)
    said = await talk.say("!visible 1 public")
    assert "!licence 1 cc-by" in said and "interne au réseau" in said
    await talk.say("!licence 1 ouverte")
    assert "même hors du réseau" in await talk.say("!visible 1 tout le monde")
    assert "visible par tout le monde" in await talk.say("!oui")


async def test_a_card_that_loses_its_open_licence_is_no_longer_public(talk: Conversation) -> None:
    await talk.say(TIP)
    await talk.say("!modifier 1 licence: cc0 visible: public")
    await talk.say("!oui")
    assert "n'est plus publique" in await talk.say("!licence 1 interne")
    assert (await kept(talk)).audience is Audience.NETWORK


async def test_widening_leaves_the_files_of_an_encrypted_room_behind(talk: Conversation) -> None:
    secret = File(uri="mxc://example.org/a", name="plan.pdf", encrypted=True)
    async with talk.store.transaction() as tx:
        draft = Draft(title="Plan", text="À lire", files=(secret,))
        await tx.resources.add(draft, audience=Audience.ROOM, author=ANNE, room=HELP_ROOM)
    assert "Les fichiers d'un salon chiffré n'en sortent pas" in await talk.say("!visible 1 réseau")
    await talk.say("!oui")
    assert (await kept(talk)).files == ()
    assert "plan.pdf" not in await talk.say("!fiche 1 version 2", BRUNO, OTHER_ROOM)


async def test_who_sees_it_and_the_choices_are_shown(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "visible par le réseau" in await talk.say("!visible 1")
    assert "salon, réseau ou public" in await talk.say("!visible 1 les Martiens")
    assert "déjà visible par le réseau" in await talk.say("!visible 1 network")


async def test_an_author_who_left_for_good_cannot_be_asked(talk: Conversation) -> None:
    await talk.say(TIP, encrypted=True)
    await talk.store._writer.execute("UPDATE resource SET author = NULL")
    said = await talk.say("!visible 1 réseau", BRUNO, power=50)
    assert "n'est plus là" in said
    assert await talk.queued(Kind.PROMPT) == []


async def test_a_steward_decides_for_imported_content(talk: Conversation) -> None:
    async with talk.store.transaction() as tx:
        draft = Draft(title="Charte", text="Deux pages")
        await tx.resources.add(draft, audience=Audience.NETWORK)
    assert "n'a pas été partagée dans un salon" in await talk.say("!visible 1 salon", CLAIRE)
    await talk.say("!modifier 1 licence: cc-by visible: public", CLAIRE)
    assert "visible par tout le monde" in await talk.say("!oui", CLAIRE)


async def test_what_others_wrote_is_not_the_authors_to_show(talk: Conversation) -> None:
    await talk.say(TIP, encrypted=True)
    await talk.say("!partager Trombinoscope\nVisages", BRUNO, encrypted=True)
    await talk.say("!fusionner 1 2", CLAIRE)
    said = await talk.say("!visible 1 réseau")
    assert "!séparer 2" in said and "une autre personne" in said
    assert "une autre personne" in await talk.say("!licence 1 cc-by")
    assert (await kept(talk)).audience is Audience.ROOM


@pytest.mark.parametrize("audience", Audience)
async def test_a_direct_chat_shows_the_network_and_the_rooms_one_is_in(
    talk: Conversation, audience: Audience
) -> None:
    async with talk.store.transaction() as tx:
        draft = Draft(title="Organigramme", text="Qui fait quoi.")
        await tx.resources.add(draft, audience=audience, author=ANNE, room=HELP_ROOM)
    seen = {}
    for rooms in (frozenset({HELP_ROOM, OTHER_ROOM}), frozenset({OTHER_ROOM})):
        facts = {"direct": True, "sender_rooms": rooms}
        said = await talk.say("fiche 1", BRUNO, CHAT, **facts)
        seen[HELP_ROOM in rooms] = "Qui fait quoi." in said
    assert seen == {True: True, False: audience is not Audience.ROOM}


async def test_the_question_is_asked_within_hours_only(talk: Conversation) -> None:
    await talk.say(TIP, encrypted=True)
    talk.clock.now = talk.clock.now.replace(hour=23)
    await talk.say("!visible 1 réseau", BRUNO, power=50)
    assert "serait visible" in words_of(await talk.asked())
    async with talk.store.transaction() as tx:
        kinds = [queued.message.kind for queued in await tx.sending.heads(())]
    assert Kind.PROMPT not in kinds
