"""What is read in the items of sources, when they arrive and again when the rules change."""

from datetime import UTC, date, datetime

from commonsbot.config.news_classes import load
from commonsbot.domain.deadlines import Deadline
from commonsbot.domain.ids import NewsId, UserId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.themes import Sort
from commonsbot.news.poll import Poller
from commonsbot.news.reading import NewsReader, Rereading
from commonsbot.news.relay import READ_AT_ONCE
from commonsbot.store import Store

from .conftest import ROOM, Clock, Site, again, follow, rss

CALL = (
    b"<item><title>Grand Prix 2026 : appel \xc3\xa0 candidatures</title><guid>call</guid>"
    b"<link>https://example.org/a/call</link>"
    b"<description>D\xc3\xa9posez votre dossier avant le 15 octobre.</description></item>"
)


async def item(store: Store, id: int) -> NewsItem:
    source = await store.read.sources.of_room(ROOM)
    return next(one for one in await store.read.news.latest(source[0].id, 50) if one.id == id)


async def a_call(site: Site, store: Store, poller: Poller, clock: Clock) -> int:
    """Announced by a source of the room."""
    await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    site.serve("/feed", rss(1).replace(b"<item>", CALL + b"<item>", 1))
    await again(poller, clock)
    return 2


async def test_a_long_past_is_read_by_and_by(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    reader = NewsReader(load(None, []))
    rereading = Rereading(store, reader)
    await follow(store, site.serve("/feed", rss(*range(READ_AT_ONCE + 20, 0, -1))))
    await poller.poll_due()
    unread = await store.read.news_readings.others(await NewsReader().version(store.read), 100)
    assert len(unread) == 20
    await rereading.catch_up()
    assert not await store.read.news_readings.others(await reader.version(store.read), 100)


async def test_an_item_is_read_again_when_the_rules_change(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    id = await a_call(site, store, poller, clock)
    assert (await item(store, id)).class_ is NewsClass.ARTICLE, "there are no rules"
    rereading = Rereading(store, NewsReader(load(None, [])))
    assert await rereading.catch_up() == 2
    read = await item(store, id)
    assert (read.class_, read.deadline) == (NewsClass.AWARD_CALL, Deadline(date(2026, 10, 15)))
    assert [reason.rule for reason in await store.read.news_readings.reasons(NewsId(id))]
    assert await rereading.catch_up() == 0


async def test_an_item_arrives_with_its_class(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    poller._relay._reader = NewsReader(load(None, []))
    read = await item(store, await a_call(site, store, poller, clock))
    assert read.class_ is NewsClass.AWARD_CALL
    assert read.class_by is None


async def test_a_correction_outlives_every_reading(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    id = await a_call(site, store, poller, clock)
    anne = UserId("@anne:example.org")
    async with store.transaction() as tx:
        await tx.news_readings.correct(NewsId(id), NewsClass.EVENT, anne, None, None)
    await Rereading(store, NewsReader(load(None, []))).catch_up()
    read = await item(store, id)
    assert (read.class_, read.class_by) == (NewsClass.EVENT, anne)


async def test_themes_of_the_vocabulary_are_read_anew_when_it_changes(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    id = await a_call(site, store, poller, clock)
    assert (await item(store, id)).themes == ()
    async with store.transaction() as tx:
        draft = await tx.themes.attach_many([])
        assert draft == []
        await tx.themes._propose("candidature")
        tag = await tx.themes.tag("candidature")
        assert tag
        await tx.governance.accept(tag, Sort.THEME)
    assert await Rereading(store, NewsReader()).catch_up() == 2
    assert (await item(store, id)).themes == ("candidature",)


def test_the_day_is_that_of_the_network() -> None:
    assert NewsReader().day(datetime(2026, 11, 27, 23, 30, tzinfo=UTC)) == date(2026, 11, 28)
