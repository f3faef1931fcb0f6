"""Questions: what is known first, then an answer that its asker accepts."""

import pytest

from commonsbot.domain.ids import EventId, UserId
from commonsbot.domain.messages import Kind
from tests.commands.conftest import ANNE, BRUNO, CLAIRE, Conversation, words_of


async def test_a_question_shows_what_is_known_and_yes_closes_it(talk: Conversation) -> None:
    await talk.say("!partager Affiche du recensement", ANNE)
    said = await talk.say("!question Qui a une affiche pour le recensement ?", BRUNO)
    assert "n° 2 · Qui a une affiche" in said
    assert "n° 1 · Affiche du recensement" in said
    assert "La fiche n° 1 répond" in said
    assert "n° 2" in await talk.say("!questions")
    assert "la question n° 2 a sa réponse" in await talk.say("!oui", BRUNO)
    assert "Aucune question" in await talk.say("!questions")
    assert "Réponse : n° 1 · Affiche" in await talk.say("!fiche 2")


async def test_no_leaves_the_question_open(talk: Conversation) -> None:
    await talk.say("!partager Affiche du recensement", ANNE)
    await talk.say("!question Une affiche pour le recensement ?", BRUNO)
    assert "reste ouverte" in await talk.say("!non", BRUNO)
    assert "n° 2" in await talk.say("!questions")


async def test_an_answer_is_a_card_that_the_asker_accepts(talk: Conversation) -> None:
    await talk.say("!question Quel logiciel de sous-titrage ?", BRUNO)
    said = await talk.say("!répondre 1 Subtitle Edit, libre", ANNE)
    assert "fiche n° 2" in said
    async with talk.store.transaction() as tx:
        asked = await tx.prompts.get("solved:1:2")
        assert asked and asked.to == BRUNO
    assert "a sa réponse" in await talk.say("!oui", BRUNO)
    assert "Je ne vous ai rien demandé" in await talk.say("!oui", CLAIRE)


async def test_in_the_thread_the_number_is_optional(talk: Conversation) -> None:
    asked = await talk.answer("!question Quel logiciel ?", BRUNO)
    assert asked
    thread = asked.key.removeprefix("answer:")
    said = await talk.say("!repondre Subtitle Edit", ANNE, thread=thread)
    assert "question n° 1" in said


async def test_what_is_no_question_is_told(talk: Conversation) -> None:
    await talk.say("!partager Affiche", ANNE)
    assert "n'est pas une question" in await talk.say("!répondre 1 oui", BRUNO)
    assert "À quelle question" in await talk.say("!répondre Subtitle Edit", BRUNO)
    await talk.say("!question Quoi ?", ANNE)
    assert "après le numéro" in await talk.say("!répondre 2", BRUNO)


# An answer written in the thread, without a command


@pytest.fixture
async def thread(talk: Conversation) -> EventId:
    """Under the question n° 1, of Bruno."""
    await talk.say("!question Quel logiciel de sous-titrage ?", BRUNO)
    return talk.last


async def in_thread(
    talk: Conversation, text: str, thread: EventId, sender: UserId = ANNE
) -> EventId:
    assert await talk.say(text, sender, thread=thread) == ""
    return talk.last


async def test_what_the_asker_marks_becomes_the_answer_when_its_author_agrees(
    talk: Conversation, thread: EventId
) -> None:
    answer = await in_thread(talk, "Subtitle Edit, libre et simple", thread)
    said = await talk.react(answer, "✅", BRUNO)
    assert "la question n° 1 est fermée. Je demande à @anne si je peux garder" in said
    assert "Aucune question" in await talk.say("!questions")
    assert "Une réponse du fil a aidé" in await talk.say("!fiche 1")
    asked = await talk.asked()
    assert "Il répond à la question n° 1 de @bruno" in words_of(asked)
    assert "Subtitle Edit, libre et simple" in words_of(asked)
    kept = await talk.react(asked.key, "✅", ANNE)
    assert "C'est la fiche n° 2" in kept
    assert "la question n° 1 a sa réponse, n° 2" in kept
    assert "Réponse : n° 2 · Subtitle Edit" in await talk.say("!fiche 1")


async def test_yes_in_reply_to_an_answer_is_the_same_as_the_emoji(
    talk: Conversation, thread: EventId
) -> None:
    answer = await in_thread(talk, "Subtitle Edit", thread)
    said = await talk.say("!oui", BRUNO, answers=answer, thread=thread)
    assert "la question n° 1 est fermée" in said


async def test_yes_to_a_third_message_says_which_one_waits_for_it(
    talk: Conversation, thread: EventId
) -> None:
    await talk.say("On met nos vœux en FALC", BRUNO)
    kept = talk.last
    await talk.react(kept, "💡", ANNE)
    await talk.say("Bonne rentrée à tous", CLAIRE)
    said = await talk.say("!oui", BRUNO, answers=talk.last)
    assert "Ce message n'attend pas de réponse" in said
    assert "C'est la fiche n° 2" in await talk.say("!oui", BRUNO)


async def test_an_author_who_refuses_leaves_the_question_closed(
    talk: Conversation, thread: EventId
) -> None:
    await talk.react(await in_thread(talk, "Subtitle Edit", thread), "✅", BRUNO)
    await talk.react((await talk.asked()).key, "❌", ANNE)
    assert "Aucune question" in await talk.say("!questions")
    assert "Il n'y a pas de fiche n° 2" in await talk.say("!fiche 2")


async def test_nobody_but_the_asker_accepts_an_answer(talk: Conversation, thread: EventId) -> None:
    answer = await in_thread(talk, "Subtitle Edit", thread)
    assert await talk.react(answer, "✅", CLAIRE) == ""
    assert "n° 1" in await talk.say("!questions")


async def test_the_emoji_means_nothing_outside_the_thread(
    talk: Conversation, thread: EventId
) -> None:
    await talk.say("Bien reçu", ANNE)
    assert await talk.react(talk.last, "✅", BRUNO) == ""
    assert "n° 1" in await talk.say("!questions")


async def test_an_answer_that_is_kept_already_is_linked_at_once(
    talk: Conversation, thread: EventId
) -> None:
    answer = await in_thread(talk, "Subtitle Edit", thread)
    await talk.react(answer, "💡", ANNE)
    assert "la question n° 1 a sa réponse, n° 2" in await talk.react(answer, "✅", BRUNO)


async def test_who_found_the_answer_themselves_keeps_it(
    talk: Conversation, thread: EventId
) -> None:
    answer = await in_thread(talk, "Trouvé : Subtitle Edit", thread, BRUNO)
    said = await talk.react(answer, "✅", BRUNO)
    assert "C'est la fiche n° 2" in said
    assert "a sa réponse, n° 2" in said


async def test_a_message_proposed_before_becomes_the_answer_too(
    talk: Conversation, thread: EventId
) -> None:
    answer = await in_thread(talk, "Subtitle Edit", thread)
    await talk.react(answer, "💡", CLAIRE)
    await talk.react(answer, "✅", BRUNO)
    assert len(await talk.queued(Kind.PROMPT)) == 1
    assert "a sa réponse, n° 2" in await talk.react((await talk.asked()).key, "✅", ANNE)


async def test_an_answer_by_command_is_accepted_by_the_emoji_on_it(
    talk: Conversation, thread: EventId
) -> None:
    await talk.say("!répondre 1 Subtitle Edit, libre", ANNE)
    assert "a sa réponse, n° 2" in await talk.react(talk.last, "✅", BRUNO)


async def test_an_answer_that_only_leads_to_a_page_is_called_by_it(talk: Conversation) -> None:
    link = "https://example.org/charte"
    talk.pages[link] = "La charte de Rennes"
    await talk.say("!question Qui a une charte éditoriale ?", ANNE)
    said = await talk.say(f"!répondre 1 oui, la nôtre est sur {link}", BRUNO)
    assert "n° 2 · La charte de Rennes" in said
    await talk.edit(talk.last, f"!répondre 1 oui, la nôtre est ici {link}", BRUNO)
    card = await talk.say("!fiche 2")
    assert "La charte de Rennes" in card and "la nôtre est ici" in card
