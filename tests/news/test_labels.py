"""What a post says of its items besides their titles: what they are, and until when."""

from datetime import date, timedelta

import pytest

from commonsbot.config.news_classes import load
from commonsbot.domain.deadlines import Deadline
from commonsbot.domain.ids import SourceId
from commonsbot.domain.news_classes import NewsClass
from commonsbot.news.poll import Poller
from commonsbot.news.reading import NewsReader, Rereading
from commonsbot.store import Store

from .conftest import ANNE, Clock, Site, again, follow, sent, words
from .test_post import entries

PAST = [(str(n), f"Un ancien article, le {n}e", "") for n in range(100, 110)]
CALL = (
    "2",
    "Prix de la presse territoriale : candidatez",
    "Dossiers à rendre avant le 12 octobre.",
)
EVENT = ("3", "Rencontres nationales de la communication les 3 et 4 décembre 2026", "Au Havre")
RESULT = ("4", "Le palmarès du Grand Prix de la communication publique", "")
ARTICLE = ("5", "La com publique franchit un cap", "Un entretien.")
JOB = ("6", "Offre d'emploi : chargée de communication en CDI", "")


@pytest.fixture
def poller(poller: Poller) -> Poller:
    """It knows the rules."""
    poller._relay._reader = NewsReader(load(None, []))
    return poller


async def posted(
    site: Site, store: Store, poller: Poller, clock: Clock, *items: tuple[str, str, str]
) -> str:
    """The words of the one message about them."""
    await follow(store, site.serve("/feed", entries(*PAST)))
    await poller.poll_due()
    site.serve("/feed", entries(*items, *PAST))
    await again(poller, clock)
    (message,) = await sent(store)
    return words(message)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (CALL, "candidatez Appel à candidatures · jusqu'au 12 octobre · Le journal Dossiers"),
        (EVENT, "2026 Événement · du 3 décembre au 4 décembre · Le journal Au Havre"),
        (RESULT, "publique Prix · Le journal"),
        (ARTICLE, "un cap Le journal Un entretien."),
        (JOB, "en CDI Emploi · Le journal"),
    ],
    ids=["call", "event", "award", "article", "job"],
)
async def test_an_item_alone_says_what_it_is_and_until_when(
    site: Site,
    store: Store,
    poller: Poller,
    clock: Clock,
    item: tuple[str, str, str],
    said: str,
) -> None:
    assert said in await posted(site, store, poller, clock, item)


async def test_items_together_say_it_each_for_itself(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    said = await posted(site, store, poller, clock, CALL, ARTICLE, RESULT)
    assert said.startswith("3 actualités · Le journal")
    assert "candidatez Appel à candidatures · jusqu'au 12 octobre Dossiers" in said
    assert "un cap Un entretien." in said
    assert "publique Prix" in said


async def test_a_deadline_is_told_where_only_the_title_is(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    others = [(str(n), f"Un article de plus, numéro {n}", "") for n in range(10, 16)]
    said = await posted(site, store, poller, clock, *others, CALL, ARTICLE)
    assert "candidatez (jusqu'au 12 octobre) · La com publique franchit un cap" in said


async def test_the_year_is_told_of_days_that_are_far(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    far = (*CALL[:2], "Dossiers attendus avant le 1er septembre 2027.")
    assert "jusqu'au 1er septembre 2027" in await posted(site, store, poller, clock, far)


async def test_a_message_follows_what_a_moderator_corrects(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    assert "Appel" in await posted(site, store, poller, clock, CALL)
    (item,) = await store.read.news.latest(SourceId(1), 1)
    id = item.id
    async with store.transaction() as tx:
        await tx.news_readings.move(id, Deadline(date(2026, 10, 20)), ANNE)
    (edit,) = await sent(store)
    assert edit.replaces
    assert "Appel à candidatures · jusqu'au 20 octobre" in words(edit)
    async with store.transaction() as tx:
        await tx.news_readings.correct(id, NewsClass.ARTICLE, ANNE, None, None)
        await tx.news_readings.move(id, None, ANNE)
    (edit,) = await sent(store)
    assert "candidatez Le journal" in words(edit)
    async with store.transaction() as tx:
        await tx.news_readings.move(id, None, ANNE)
    assert await sent(store) == [], "nothing changed"


async def test_a_message_follows_a_later_reading_for_two_weeks(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    poller._relay._reader = NewsReader()  # without rules
    assert "Appel" not in await posted(site, store, poller, clock, CALL)
    await Rereading(store, NewsReader(load(None, []))).catch_up()
    (edit,) = await sent(store)
    assert "Appel à candidatures · jusqu'au 12 octobre" in words(edit)
    clock.time += timedelta(days=15)
    await Rereading(store, NewsReader()).catch_up()
    assert await sent(store) == []
