"""Changes that others propose: kept, decided by who keeps the card, and answered kindly."""

from datetime import UTC, datetime

from commonsbot.domain.ids import EventId, RoomId
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

TIP = "!partager Guide RGAA #web\nUn texte utile."
CHAT = RoomId("!chat:example.org")


async def proposed(talk: Conversation, room: RoomId = HELP_ROOM) -> str:
    """Bruno proposes another title for Anne's card; the key of the question to her."""
    await talk.say(TIP)
    said = await talk.say("!modifier 1 titre: Guide RGAA 4", BRUNO, room)
    assert "Votre proposition pour la fiche n° 1 est gardée" in said
    return (await talk.asked()).key


async def test_the_author_is_asked_in_a_thread_and_accepts_by_a_tap(talk: Conversation) -> None:
    key = await proposed(talk)
    asked = await talk.asked()
    assert "@bruno propose de modifier la fiche n° 1" in words_of(asked)
    assert "devient « Guide RGAA 4 »" in words_of(asked)
    assert (asked.room, asked.mentions) == (HELP_ROOM, (ANNE,)) and asked.thread
    said = await talk.react(key, "✅")
    assert "est modifiée" in said and "proposition de @bruno" in said
    assert "n° 1 · Guide RGAA 4" in await talk.say("!fiche 1")
    assert "proposition acceptée par @anne" in await talk.say("!fiche 1 historique")


async def test_nobody_else_answers_for_the_author(talk: Conversation) -> None:
    key = await proposed(talk)
    assert await talk.react(key, "✅", BRUNO) == ""
    assert await talk.react(key, "✅", DENISE) == ""
    assert await talk.react(key, "✅", DENISE, OTHER_ROOM, power=100) == ""
    assert "est décidée par son auteur" in await talk.say("!accepter 1", BRUNO)
    assert "n° 1 · Guide RGAA\n" in await talk.say("!fiche 1")


async def test_a_moderator_of_the_room_may_decide_too(talk: Conversation) -> None:
    key = await proposed(talk)
    assert "est modifiée" in await talk.react(key, "👍", DENISE, power=50)
    assert "Il n'y a pas de proposition" in await talk.say("!accepter 1")


async def test_yes_in_reply_to_the_question_is_as_good_as_a_tap(talk: Conversation) -> None:
    key = await proposed(talk)
    question = await talk.event_of(key)
    assert "rien demandé" in await talk.say("!oui", DENISE, answers=question)
    said = await talk.say("!oui", DENISE, power=50, answers=question)
    assert "est modifiée" in said


async def test_a_refusal_is_kind_and_tells_who_proposed_why(talk: Conversation) -> None:
    await proposed(talk, OTHER_ROOM)
    said = await talk.say("!refuser 1 la version 4 est un brouillon")
    assert "Merci à @bruno d'avoir proposé" in said
    (note,) = await talk.queued(Kind.NOTE)
    assert (note.room, note.mentions) == (OTHER_ROOM, (BRUNO,))
    assert "Merci d'avoir proposé" in words_of(note)
    assert "« la version 4 est un brouillon »" in words_of(note)
    assert "Guide RGAA" not in words_of(note), "that room may not see the card any more"


async def test_who_proposed_in_the_same_room_reads_the_answer_there(talk: Conversation) -> None:
    await proposed(talk)
    said = await talk.answer("!refuser 1")
    assert said and said.mentions == (ANNE, BRUNO)
    assert await talk.queued(Kind.NOTE) == []


async def test_an_author_with_a_direct_chat_is_asked_there(talk: Conversation) -> None:
    async with talk.store.transaction() as tx:
        await tx.rooms.join(Room(id=CHAT, direct=True, peer=ANNE))
    await proposed(talk)
    asked = await talk.asked()
    assert (asked.room, asked.mentions, asked.thread) == (CHAT, (), None)
    said = await talk.say("oui", ANNE, CHAT, direct=True)
    assert "est modifiée" in said
    (note,) = await talk.queued(Kind.NOTE)
    assert (note.room, note.reply_to) == (HELP_ROOM, EventId("$event1"))


async def test_the_bot_asks_nobody_at_night(talk: Conversation) -> None:
    talk.clock.now = datetime(2026, 11, 24, 22, tzinfo=UTC)
    key = await proposed(talk)
    due = await talk.store.read.outbox._db.value("SELECT not_before FROM outbox WHERE key = ?", key)
    assert datetime.fromtimestamp(due / 1000, UTC) == datetime(2026, 11, 25, 7, 30, tzinfo=UTC)


async def test_who_proposed_takes_it_back(talk: Conversation) -> None:
    key = await proposed(talk)
    assert "est retirée" in await talk.say("!refuser 1", BRUNO)
    assert await talk.react(key, "✅") == ""
    assert "Il n'y a pas de proposition" in await talk.say("!accepter 1")


async def test_of_several_proposals_the_one_that_is_meant_is_named(talk: Conversation) -> None:
    await proposed(talk)
    await talk.say("!modifier 1 #accessibilité", DENISE)
    assert "ajoutez le numéro" in await talk.say("!accepter 1")
    listed = await talk.say("!propositions")
    assert "2 propositions à décider" in listed
    assert "proposition 1 · de @bruno" in listed and "proposition 2 · de @denise" in listed
    assert "ajouté : #accessibilité" in await talk.say("!accepter 1 2")
    assert "devient « Guide RGAA 4 »" in await talk.say("!accepter 1"), "it still fits"


async def test_proposals_are_listed_for_those_who_decide(talk: Conversation) -> None:
    await proposed(talk)
    assert "1 changement proposé" in await talk.say("!fiche 1")
    assert "changement proposé" not in await talk.say("!fiche 1", BRUNO)
    assert "1 proposition" in await talk.say("!propositions", DENISE, power=50)
    for who, room, power in ((BRUNO, HELP_ROOM, 0), (DENISE, OTHER_ROOM, 50)):
        said = await talk.say("!propositions", who, room, power=power)
        assert "pas de proposition en attente" in said


async def test_content_without_author_is_for_the_stewards(talk: Conversation) -> None:
    await talk.say(TIP)
    await talk.store._writer.execute("UPDATE resource SET author = NULL, room_id = NULL")
    assert "Qui la modère" in await talk.say("!modifier 1 titre: Guide RGAA 4", BRUNO)
    asked = await talk.asked()
    assert (asked.room, asked.mentions) == (HELP_ROOM, ())
    refused = await talk.react(asked.key, "✅", DENISE, power=50)
    assert "est décidée par son auteur ou un modérateur" in refused
    assert "est modifiée" in await talk.react(asked.key, "✅", CLAIRE)


async def test_nobody_proposes_who_sees_a_card(talk: Conversation) -> None:
    await talk.say(TIP)
    assert "se décide par son auteur" in await talk.say("!modifier 1 visible: public", BRUNO)
    assert await talk.queued(Kind.PROMPT) == []


async def test_a_proposal_outlives_its_card_without_effect(talk: Conversation) -> None:
    key = await proposed(talk)
    await talk.say("!retirer 1")
    assert "n'est plus là" in await talk.react(key, "✅")
