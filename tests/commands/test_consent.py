"""A message is kept for somebody else only if its author agrees."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from commonsbot.domain.ids import EventId, ResourceId
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, Conversation, words_of

TIP = "On met nos vœux en FALC\nModèle : https://example.org/voeux"


async def proposed(talk: Conversation, **facts: Any) -> EventId:
    """Anne said something and Bruno put an emoji on it."""
    await talk.say(TIP, ANNE, **facts)
    message = talk.last
    encrypted = facts.get("encrypted", False)
    await talk.react(message, "💡", BRUNO, encrypted=encrypted)
    return message


async def test_the_author_reads_what_would_be_kept_and_who_would_see_it(
    talk: Conversation,
) -> None:
    message = await proposed(talk)
    asked = await talk.asked()
    assert (asked.thread, asked.reply_to, asked.mentions) == (message, message, (ANNE,))
    assert not asked.notice
    said = words_of(asked)
    assert "@anne" in said and "@bruno" in said
    assert "On met nos vœux en FALC\n\nModèle : https://example.org/voeux" in said
    assert "astuce · visible par le réseau · licence : interne au réseau" in said
    assert "✅" in said and "!oui" in said and "❌" in said and "!non" in said
    assert "7 jours" in said


async def test_a_yes_keeps_the_message_under_its_authors_name(talk: Conversation) -> None:
    message = await proposed(talk)
    said = await talk.react(await talk.question(), "✅", ANNE)
    assert "C'est la fiche n° 1 · On met nos vœux en FALC" in said
    assert talk.heard[-1].thread == message
    kept = await talk.store.read.resources.at(ResourceId(1))
    assert kept and (kept.author, kept.event, kept.useful) == (ANNE, message, 1)


async def test_a_yes_may_be_said_in_words(talk: Conversation) -> None:
    message = await proposed(talk)
    assert "C'est la fiche n° 1" in await talk.say("!oui", ANNE, thread=message)
    assert "Je ne vous ai rien demandé" in await talk.say("!oui", ANNE, thread=message)


async def test_only_the_author_answers(talk: Conversation) -> None:
    message = await proposed(talk)
    assert await talk.react(await talk.question(), "✅", BRUNO) == ""
    assert "rien demandé" in await talk.say("!oui", CLAIRE, thread=message)
    assert "pas encore de fiche" in await talk.say("!récent")


async def test_a_no_keeps_nothing_and_nobody_asks_again(talk: Conversation) -> None:
    message = await proposed(talk)
    assert "je ne garde rien" in await talk.react(await talk.question(), "❌", ANNE)
    count = len(talk.heard)
    await talk.react(message, "💡", BRUNO)
    await talk.react(message, "📌", CLAIRE)
    assert len(talk.heard) == count
    said = await talk.say("!partager", CLAIRE, answers=message)
    assert "déjà été proposé à @anne" in said
    assert "pas encore de fiche" in await talk.say("!récent")


async def test_the_author_may_still_change_their_mind(talk: Conversation) -> None:
    message = await proposed(talk)
    await talk.say("!non", ANNE, thread=message)
    assert "C'est la fiche n° 1" in await talk.react(message, "💡", ANNE)


async def test_the_message_is_not_stored_while_it_waits(talk: Conversation) -> None:
    await proposed(talk)
    rows = await talk.store.read.prompts._db.fetch("SELECT subject FROM prompt")
    assert "vœux" not in rows[0][0]
    assert set(json.loads(rows[0][0])) >= {"event", "digest"}
    tables = ("resource", "revision", "capture", "failed")
    for table in tables:
        assert not await talk.store.read.prompts._db.fetch(f"SELECT * FROM {table}")


async def test_without_an_answer_in_seven_days_nothing_is_kept(talk: Conversation) -> None:
    message = await proposed(talk)
    question = await talk.question()
    await talk.wait(timedelta(days=7, minutes=1))
    rows = await talk.store.read.prompts._db.fetch("SELECT subject FROM prompt")
    assert rows == [("{}",)]
    assert await talk.react(question, "✅", ANNE) == ""
    assert "rien demandé" in await talk.say("!oui", ANNE, thread=message)
    assert "pas encore de fiche" in await talk.say("!récent")


async def test_what_changed_since_is_shown_before_it_is_kept(talk: Conversation) -> None:
    message = await proposed(talk)
    await talk.edit(message, "On met nos vœux en FALC, en deux versions")
    assert "Votre message a changé" in await talk.react(await talk.question(), "✅", ANNE)
    assert "en deux versions" in words_of(await talk.asked())
    assert "pas encore de fiche" in await talk.say("!récent")
    assert "n° 1 · On met nos vœux en FALC, en deux versions" in await talk.react(
        await talk.question(), "✅", ANNE
    )


async def test_taking_the_message_back_drops_the_question_and_its_words(
    talk: Conversation,
) -> None:
    message = await proposed(talk)
    question = await talk.question()
    (unsaid,) = await talk.redact(message)
    assert unsaid.redacts == question
    assert await talk.react(question, "✅", ANNE) == ""
    assert "pas encore de fiche" in await talk.say("!récent")


async def test_a_question_that_has_not_left_is_not_said_when_the_message_is_taken_back(
    talk: Conversation,
) -> None:
    talk.clock.now = datetime(2026, 11, 28, 10, tzinfo=UTC)  # a Saturday
    await talk.say(TIP, ANNE, sent_at=talk.clock.now - timedelta(hours=5))
    message = talk.last
    await talk.react(message, "💡", BRUNO)
    assert await talk.redact(message) == []
    assert await talk.wait(timedelta(days=2)) == []


async def test_somebody_who_left_the_conversation_is_asked_when_people_work(
    talk: Conversation,
) -> None:
    talk.clock.now = datetime(2026, 11, 28, 10, tzinfo=UTC)  # a Saturday
    await talk.say(TIP, ANNE, sent_at=talk.clock.now - timedelta(hours=5))
    message = talk.last
    assert "C'est proposé à @anne" in await talk.say("!partager", BRUNO, answers=message)
    assert not [said for said in talk.heard if said.mentions == (ANNE,)]
    (asked,) = await talk.wait(timedelta(days=2))
    assert asked.mentions == (ANNE,)
    await talk.wait(timedelta(days=6))
    assert "C'est la fiche n° 1" in await talk.react(asked.key, "✅", ANNE)


async def test_somebody_who_has_just_written_is_asked_at_once(talk: Conversation) -> None:
    talk.clock.now = datetime(2026, 11, 28, 22, tzinfo=UTC)
    await proposed(talk)
    assert (await talk.asked()).mentions == (ANNE,)


async def test_others_who_would_keep_it_too_are_counted_once_it_is(talk: Conversation) -> None:
    message = await proposed(talk)
    await talk.react(message, "📌", CLAIRE)
    await talk.react(message, "💡", BRUNO)
    assert len(talk.heard) == 1
    await talk.react(await talk.question(), "👍", ANNE)
    assert "utile à 2 autres personnes" in await talk.say("!fiche 1")


async def test_ones_own_emoji_is_a_yes(talk: Conversation) -> None:
    message = await proposed(talk)
    question = await talk.question()
    assert "C'est la fiche n° 1" in await talk.react(message, "💡", ANNE)
    assert "utile à 1 autre personne" in await talk.say("!fiche 1")
    assert await talk.react(question, "✅", ANNE) == ""


async def test_a_reply_proposes_with_a_title_and_fields(talk: Conversation) -> None:
    await talk.say(TIP, ANNE)
    message = talk.last
    words = "!partager Vœux en FALC #falc type:modèle"
    answer, question = map(words_of, await talk.tell(words, BRUNO, answers=message))
    assert "C'est proposé à @anne" in answer
    assert "Vœux en FALC\n\nOn met nos vœux en FALC\nModèle" in question
    assert "modèle · visible par" in question
    await talk.react(await talk.question(), "✅", ANNE)
    kept = await talk.store.read.resources.at(ResourceId(1))
    assert kept and (kept.title, kept.text) == ("Vœux en FALC", TIP)
    assert kept.draft.themes == ("falc",)


async def test_the_title_of_a_page_is_the_one_that_was_shown(talk: Conversation) -> None:
    talk.pages["https://example.org/a"] = "Le guide"
    await talk.say("https://example.org/a", ANNE)
    await talk.react(talk.last, "💡", BRUNO)
    talk.pages["https://example.org/a"] = "Autre chose"
    assert "Le guide" in words_of(await talk.asked())
    assert "n° 1 · Le guide" in await talk.react(await talk.question(), "✅", ANNE)


async def test_a_message_that_cannot_be_read_again_is_not_kept_and_may_be_later(
    talk: Conversation,
) -> None:
    message = await proposed(talk)
    hidden = talk.messages.pop(message)
    assert "n'arrive pas à relire" in await talk.react(await talk.question(), "✅", ANNE)
    talk.messages[message] = hidden
    assert "C'est la fiche n° 1" in await talk.say("!oui", ANNE, thread=message)


async def test_in_an_encrypted_room_the_question_says_that_it_stays_there(
    talk: Conversation,
) -> None:
    await proposed(talk, encrypted=True)
    assert "visible par ce salon" in words_of(await talk.asked())


async def test_a_message_of_a_thread_is_asked_about_in_that_thread(talk: Conversation) -> None:
    root = EventId("$root")
    message = await proposed(talk, thread=root)
    assert ((await talk.asked()).thread, (await talk.asked()).reply_to) == (root, message)


async def test_the_question_says_what_it_looks_like(talk: Conversation) -> None:
    await talk.say("!partager Vœux\nhttps://www.example.org/voeux?utm_source=x", CLAIRE)
    await proposed(talk)
    assert "Il ressemble à la fiche n° 1 · Vœux" in words_of(await talk.asked())
    assert "C'est la fiche n° 2" in await talk.react(await talk.question(), "✅", ANNE)


async def test_english_is_complete(talk: Conversation) -> None:
    english = Conversation(talk.store, talk.clock, language="en")
    await english.say(TIP, ANNE)
    await english.react(english.last, "💡", BRUNO)
    assert "may I keep this message?" in words_of(await english.asked())
    assert "This is card no. 1" in await english.react(await english.question(), "✅", ANNE)
