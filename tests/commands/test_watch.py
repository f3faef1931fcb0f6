"""!veille, !échéances, and news where members look for things."""

from datetime import timedelta

import pytest

from commonsbot.domain.ids import EventId
from commonsbot.domain.markup import Bullets, Link, Text
from commonsbot.domain.messages import Kind, Outgoing

from .conftest import BRUNO, HELP_ROOM, OTHER_ROOM, Conversation
from .newsroom import page, publish, source

CALL = ("Grand Prix : appel à candidatures", "Déposez votre dossier avant le 15 décembre à 18 h.")


async def filled(talk: Conversation) -> None:
    """A result, a call and an article on AI."""
    cap = await source(talk)
    await publish(talk, cap, "Le palmarès du Grand Prix 2026", "Dix lauréats.")
    await publish(talk, cap, *CALL)
    await publish(talk, cap, "Ce que l'intelligence artificielle change", "Une enquête.")


async def test_the_watch_of_a_room(talk: Conversation) -> None:
    await filled(talk)
    said = await talk.say("!veille")
    assert "Depuis 7 jours : 1 prix · 1 appel · 1 article\n" in said
    assert "Le palmarès du Grand Prix 2026" in said
    assert "prix · Cap'Com · 24 novembre 2026 · actu 1" in said
    assert "15 décembre 2026 à 18 h · dans 21 jours" in said


async def test_what_a_new_source_published_long_ago_is_no_news_of_the_week(
    talk: Conversation,
) -> None:
    cap = await source(talk)
    await publish(talk, cap, "Un vieux dossier", at=talk.clock.now - timedelta(days=60))
    await publish(talk, cap, "Une enquête toute fraîche")
    said = await talk.say("!veille")
    assert "Depuis 7 jours : 1 article\n" in said
    assert "Un vieux dossier" in said


async def test_it_is_asked_for_by_class_or_by_words(talk: Conversation) -> None:
    await filled(talk)
    prizes = await talk.say("!veille Prix")
    assert "1 actualité" in prizes
    assert "actu 1" in prizes, "to correct its class, or to share it"
    assert "Le palmarès" in prizes
    assert "appel à candidatures" not in prizes
    assert "appel à candidatures" in await talk.say("!Veille appels")
    assert "Ce que l'intelligence" in await talk.say("!veille intelligence artificiele")
    assert "Ce que l'intelligence" in await talk.say("!veille #ia")
    assert "Le palmarès" in await talk.say("!chercher classe:palmarès")
    assert "prix, appels, événements" in await talk.say("!chercher classe:zèbre")


@pytest.mark.parametrize("typed", ["!veille", "!veille toutes", "!Veille de la semaine ?"])
async def test_all_of_it_may_be_asked_for_in_words(talk: Conversation, typed: str) -> None:
    await filled(talk)
    assert (await talk.say(typed)).startswith("Veille de ce salon")


async def test_nothing_found_is_said_of_news(talk: Conversation) -> None:
    await filled(talk)
    assert "Aucune actualité ne parle de « zèbre »." in await talk.say("!veille zèbre")
    assert "Aucune actualité de ce salon ne répond à « depuis:2027 »." in await talk.say(
        "!veille depuis:2027"
    )
    said = await talk.say("!veille inteligence")
    assert "1 actualité · inteligence" in said
    assert "aucune actualité ne contient « inteligence »" in said


async def test_what_follows_is_one_command_away(talk: Conversation) -> None:
    cap = await source(talk)
    for number in range(7):
        await publish(talk, cap, f"Le palmarès de l'année {number}", "Dix lauréats.")
    assert "7 actualités" in await talk.say("!veille prix")
    assert "6 à 7" in await talk.say("!plus")


async def test_only_what_the_room_follows_is_seen(talk: Conversation) -> None:
    await filled(talk)
    assert "ne suit aucune source" in await talk.say("!veille", room=OTHER_ROOM)
    assert "Aucune échéance" in await talk.say("!échéances", room=OTHER_ROOM)
    assert "Je ne connais pas d'actu 1" in await talk.say("!actu 1", room=OTHER_ROOM)
    await source(talk, "Autre", OTHER_ROOM)
    assert "n'ont encore rien publié" in await talk.say("!veille", room=OTHER_ROOM)


async def test_deadlines_are_listed_three_months_ahead_each_once(talk: Conversation) -> None:
    cap, gazette = await source(talk), await source(talk, "Gazette")
    await publish(talk, cap, *CALL)
    await publish(talk, gazette, *CALL)
    await publish(talk, cap, "Appel à projets : médias", "Dossiers jusqu'au 30 novembre.")
    await publish(talk, cap, "Appel à projets : forêts", "Dossiers jusqu'au 30 septembre 2027.")
    await publish(talk, cap, "Une fête", "Fini le 2 décembre.")
    said = await talk.say("!echeances")
    assert said.startswith("2 échéances dans les trois mois")
    assert said.index("médias") < said.index("Grand Prix")
    assert "30 novembre 2026 · dans 6 jours" in said
    assert "forêts" not in said
    talk.clock.now += timedelta(days=6, hours=14)
    assert "médias" not in await talk.say("!échéances")


async def test_a_theme_gathers_cards_and_news(talk: Conversation) -> None:
    await filled(talk)
    said = await talk.say("!thème ia")
    assert "Dans les actualités · 1" in said
    assert "Ce que l'intelligence artificielle change" in said
    await talk.say("!partager Une charte d'usage #ia")
    said = await talk.say("!thème #ia")
    assert said.index("Une charte d'usage") < said.index("Dans les actualités · 1")


async def test_an_item_becomes_a_card_once(talk: Conversation) -> None:
    await filled(talk)
    said = await talk.say("!partager actu 1")
    assert "n° 1 · Le palmarès du Grand Prix 2026" in said
    card = await talk.say("!fiche 1")
    assert "Dix lauréats." in card
    assert "https://example.org/le-palmares-du-grand-prix-2026" in card
    again = await talk.say("!partager l'actu n° 1", BRUNO)
    assert "n° 1 · Le palmarès" in again
    assert "fiche" in again
    assert "Fiches faites de cette actualité" in await talk.say("!actu 1")
    assert "Je ne connais pas d'actu 99" in await talk.say("!partager actu 99")


async def test_a_card_of_an_item_may_have_another_title(talk: Conversation) -> None:
    await filled(talk)
    assert "Nos lauréats préférés" in await talk.say("!partager actu 1 Nos lauréats préférés #prix")
    assert "#prix" in await talk.say("!fiche 1")
    assert await talk.edit(talk.last, "!fiche 1") == ""


async def test_all_of_it_is_said_in_english(talk: Conversation) -> None:
    talk.language = "en"
    talk.__post_init__()
    await filled(talk)
    assert "In 7 days: 1 prize · 1 call · 1 article\n" in await talk.say("!news")
    assert "appel à candidatures" in await talk.say("!news calls")
    assert "One deadline in three months" in await talk.say("!deadlines")


async def posted(talk: Conversation, *titles: str) -> EventId:
    """The message by which the room heard of these items."""
    key = f"news:{'+'.join(titles)}"
    rows = [(Link(page(title), (Text(title),)),) for title in titles]
    async with talk.store.transaction() as tx:
        said = (Bullets(tuple(rows)),)
        await tx.outbox.add(Outgoing(key=key, room=HELP_ROOM, kind=Kind.NEWS, document=said))
    return await talk.event_of(key)


async def test_a_reply_to_a_post_makes_a_card_of_its_item_once(talk: Conversation) -> None:
    await filled(talk)
    post = await posted(talk, "Le palmarès du Grand Prix 2026")
    said = await talk.say("!partager", answers=post)
    assert "n° 1 · Le palmarès du Grand Prix 2026" in said
    again = await talk.say("!partager", BRUNO, answers=post)
    assert "n° 1 · Le palmarès" in again


async def test_a_post_of_several_items_asks_which(talk: Conversation) -> None:
    await filled(talk)
    titles = ("Le palmarès du Grand Prix 2026", "Ce que l'intelligence artificielle change")
    post = await posted(talk, *titles)
    said = (await talk.say("!partager", answers=post)).replace("`", "")
    assert "Laquelle" in said
    assert "!partager actu 3 · Ce que l'intelligence" in said
    assert "n° 1 · Ce que l'intelligence" in await talk.say("!partager 3", answers=post)
