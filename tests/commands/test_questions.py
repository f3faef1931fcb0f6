"""Questions: what is known first, then an answer that its asker accepts."""

from tests.commands.conftest import ANNE, BRUNO, CLAIRE, Conversation


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
