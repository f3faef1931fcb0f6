"""!actu: why an item has its class, and corrections."""

import pytest

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import NewsId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_classes import NewsClass
from commonsbot.news.reading import NewsReader, Rereading

from .conftest import ANNE, CLAIRE, HELP_ROOM, OTHER_ROOM, Conversation
from .newsroom import LEXICON, publish, source


async def a_result(talk: Conversation) -> None:
    cap = await source(talk)
    await publish(talk, cap, "Le palmarès du Grand Prix", "Dossiers attendus avant le 15 décembre.")


async def item(talk: Conversation, id: int = 1) -> NewsItem:
    (found,) = await talk.store.read.news.several([NewsId(id)], Reader(frozenset({HELP_ROOM})))
    return found


async def test_why_an_item_has_its_class(talk: Conversation) -> None:
    await a_result(talk)
    said = await talk.say("!actu 1")
    assert "prix · Cap'Com · 24 novembre 2026" in said
    said = await talk.say("!actu n° 1 pourquoi ?")
    assert "Classée « prix », d'après ces règles" in said
    assert "« palmares » dans le titre : prix +5 · règle palmarès" in said
    assert "classe" not in said
    assert "!actu 1 classe" in await talk.say("!actu 1 pourquoi", CLAIRE)


async def test_an_article_is_what_no_rule_claims(talk: Conversation) -> None:
    cap = await source(talk)
    await publish(talk, cap, "Un pont", "En pierre.")
    assert "aucune règle ne s'y applique" in await talk.say("!actu 1 pourquoi")


async def test_who_moderates_corrects_a_class_for_good(talk: Conversation) -> None:
    await a_result(talk)
    assert "Seules les personnes qui modèrent" in await talk.say("!actu 1 classe appels", ANNE)
    said = await talk.say("!Actu 1 Classe : appels", CLAIRE)
    assert "l'actu 1 est classée « appel » (c'était « prix »)" in said
    assert "Échéance lue : 15 décembre 2026" in said
    assert "!actu 1 classe prix" in said
    await Rereading(talk.store, NewsReader(LEXICON)).catch_up()
    found = await item(talk)
    assert (found.class_, found.class_by) == (NewsClass.AWARD_CALL, CLAIRE)
    assert "Classée « appel » par @claire" in await talk.say("!actu 1 pourquoi")
    assert "déjà classée" in await talk.say("!actu 1 appel", CLAIRE)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("!actu 1 classe palmarse", "Vouliez-vous dire !actu 1 classe prix ?"),
        ("!actu 1 classe zèbre", "l'un de ceux-ci : prix, appels, événements, emplois"),
        ("!actu 1 classe", "Quel genre ?"),
        ("!actu 9 classe prix", "Je ne connais pas d'actu 9"),
        ("!actu prix", "Celles qui en parlent : !veille prix"),
    ],
)
async def test_a_slip_is_answered_with_what_exists(
    talk: Conversation, typed: str, said: str
) -> None:
    await a_result(talk)
    answer = (await talk.say(typed, CLAIRE)).replace("`", "")
    assert said in answer
    assert (await item(talk)).class_by is None


async def test_corrections_are_counted_by_rule(talk: Conversation) -> None:
    await a_result(talk)
    assert "Aucun genre n'a été corrigé" in await talk.say("!actu", CLAIRE)
    await talk.say("!actu 1 classe événement", CLAIRE)
    said = await talk.say("!actu", CLAIRE)
    assert "Une correction de genre" in said
    assert "« prix » → « événement » : 1 fois" in said
    assert "règle palmarès : démentie 1 fois" in said
    assert "Laquelle ?" in await talk.say("!actu", ANNE)


async def test_a_deadline_is_corrected_too(talk: Conversation) -> None:
    cap = await source(talk)
    await publish(talk, cap, "Appel à projets", "Dossiers jusqu'au 15 décembre.")
    said = await talk.say("!actu 1 échéance 3/2 à 18 h", CLAIRE)
    assert "désormais le 3 février 2027 à 18 h" in said
    await Rereading(talk.store, NewsReader(LEXICON)).catch_up()
    assert str((await item(talk)).deadline) == "2027-02-03T18:00"
    assert "Je ne lis pas de date" in await talk.say("!actu 1 échéance bientôt", CLAIRE)
    assert "n'a plus d'échéance" in await talk.say("!actu 1 échéance aucune", CLAIRE)
    assert "Aucune échéance" in await talk.say("!échéances")
    assert "Seules les personnes" in await talk.say("!actu 1 échéance 12 mars", ANNE)
    assert "Je ne connais pas d'actu 1" in await talk.say("!actu 1", room=OTHER_ROOM)
