"""Following a theme or a search, where it is asked for."""

from tests.commands.conftest import ANNE, BRUNO, OTHER_ROOM, Conversation


async def test_what_is_followed_is_listed_and_stopped(talk: Conversation) -> None:
    assert "« #ia »" in await talk.say("!suivre #IA", ANNE)
    assert "Vous suivez déjà" in await talk.say("!suivre #ia", ANNE)
    await talk.say("!suivre budget participatif", ANNE)
    listed = await talk.say("!suivis", ANNE)
    assert "1. #ia" in listed and "2. budget participatif" in listed
    assert "Vous ne suivez rien" in await talk.say("!suivis", BRUNO)
    assert "Vous ne suivez rien" in await talk.say("!suivis", ANNE, OTHER_ROOM)
    assert "ne suivez plus « #ia »" in await talk.say("!arrêter 1", ANNE)
    assert "ne suivez plus « budget" in await talk.say("!arreter Budget Participatif", ANNE)


async def test_what_says_nothing_or_is_not_followed_is_told(talk: Conversation) -> None:
    assert "ne dit rien à chercher" in await talk.say("!suivre de la", ANNE)
    assert "Vous ne suivez pas « 3 »" in await talk.say("!arrêter 3", ANNE)


async def test_a_search_with_filters_is_followed(talk: Conversation) -> None:
    assert "« #ia »" in await talk.say("!suivre thème:ia", BRUNO)
    assert "« affiche type:modèle »" in await talk.say("!suivre affiche type:modèle", BRUNO)
    assert "« #ia type:outil »" in await talk.say("!suivre #ia type:outil", BRUNO)
    assert "je n'ai pas compris" in await talk.say("!suivre affiche type:licorne", BRUNO)
    stopped = await talk.say("!arrêter #ia type:outil", BRUNO)
    assert "ne suivez plus « #ia type:outil »" in stopped


async def test_news_may_be_followed_too(talk: Conversation) -> None:
    assert "C'est noté" in await talk.say("!suivre dans:actus marque employeur")
