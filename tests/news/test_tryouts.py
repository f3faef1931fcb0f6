"""Trying an address: what it would give is shown, nothing of it is kept."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from commonsbot.config.news_classes import load
from commonsbot.domain.ids import EventId, SourceId
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.news_filters import NewsFilter
from commonsbot.domain.rooms import Room
from commonsbot.domain.sources import Request, Tryout
from commonsbot.news.fetch import Fetcher
from commonsbot.news.parse import Parser
from commonsbot.news.poll import Poller
from commonsbot.news.reading import NewsReader
from commonsbot.store import Store
from commonsbot.store.news_filters import ALL
from commonsbot.texts import Languages

from .conftest import ANNE, HOUR, ROOM, Clock, Site, follow, reread, rss, sent, words
from .test_labels import ARTICLE, CALL, JOB
from .test_post import entries


@pytest.fixture
async def poller(
    store: Store, fetcher: Fetcher, parser: Parser, languages: Languages, clock: Clock
) -> AsyncIterator[Poller]:
    async with store.transaction() as tx:
        await tx.rooms.join(Room(id=ROOM))
    yield Poller(store, fetcher, parser, languages, clock, reader=NewsReader(load(None, [])))


async def attempt(store: Store, poller: Poller, url: str) -> str:
    """What is answered to who tries it."""
    request = Request(room=ROOM, user=ANNE, event=EventId(f"${url}"), thread=None)
    async with store.transaction() as tx:
        await tx.tryouts.add(Tryout(url=url, request=request))
    await poller.poll_due()
    (message,) = await sent(store)
    assert message.mentions == (ANNE,)
    return words(message)


async def nothing_is_kept(store: Store) -> bool:
    counted = "SELECT count(*) FROM source UNION ALL SELECT count(*) FROM news UNION ALL"
    rows = await store.read.tryouts._db.fetch(f"{counted} SELECT count(*) FROM source_tryout")
    return all(row[0] == 0 for row in rows)


async def test_what_would_be_posted_is_shown(site: Site, store: Store, poller: Poller) -> None:
    url = site.serve("/feed", entries(CALL, ARTICLE, JOB, *[("9", "Un ancien article", "")]))
    said = await attempt(store, poller, url)
    assert said.startswith("Essai de « Le journal » · rien n'est suivi, ni gardé 4 articles.")
    assert "candidatez Appel à candidatures · jusqu'au 12 octobre Dossiers" in said
    assert "Un ancien article" not in said, "three are enough"
    assert f"La suivre : !source ajouter {url}" in said
    assert await nothing_is_kept(store)


async def test_the_filter_of_the_room_counts(site: Site, store: Store, poller: Poller) -> None:
    without_jobs = NewsFilter(without_classes=frozenset({NewsClass.JOB}))
    async with store.transaction() as tx:
        await tx.news_filters.put(ROOM, ALL, without_jobs, ANNE)
    said = await attempt(store, poller, site.serve("/feed", entries(JOB, ARTICLE)))
    assert "Un article." in said and "Le filtre de ce salon en écarte un." in said
    assert "Offre d'emploi" not in said


async def test_a_page_leads_to_its_feed(site: Site, store: Store, poller: Poller) -> None:
    feed = site.serve("/feed", rss(1))
    link = f'<link rel="alternate" type="application/rss+xml" title="Tout" href="{feed}">'
    page = site.serve("/", f"<html><head>{link}</head></html>".encode(), Content_Type="text/html")
    assert f"!source ajouter {feed}" in await attempt(store, poller, page)
    assert await nothing_is_kept(store)


async def test_the_feeds_of_a_page_may_be_tried_each(
    site: Site, store: Store, poller: Poller
) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="Flux {n}" href="/{n}">'
        for n in (1, 2)
    )
    page = site.serve("/", f"<html><head>{links}</head></html>".encode(), Content_Type="text/html")
    said = await attempt(store, poller, page)
    assert "propose 2 flux. Rien n'est suivi." in said
    assert f"!source tester {site.url('/1')}" in said


async def test_a_page_without_a_feed_shows_its_articles(
    site: Site, store: Store, poller: Poller
) -> None:
    items = "".join(
        f'<article><a href="/a/{n}">Un article dont le numéro est {n}</a></article>'
        for n in range(4)
    )
    page = site.serve(
        "/", f"<html><title>Actus</title>{items}</html>".encode(), Content_Type="text/html"
    )
    said = await attempt(store, poller, page)
    assert "Essai de « Actus » · une page sans flux" in said
    assert "Un article dont le numéro est 2" in said
    assert await nothing_is_kept(store)


async def test_what_can_not_be_read_is_explained(site: Site, store: Store, poller: Poller) -> None:
    for url, why in (
        (site.url("/absent"), "Le site a répondu par une erreur (404)."),
        ("http://169.254.169.254/latest", "Cette adresse n'est pas publique"),
        (site.serve("/empty", b""), "Je n'ai pas pu lire"),
    ):
        assert why in await attempt(store, poller, url)
        assert await nothing_is_kept(store)


async def test_a_host_that_asks_for_rest_gets_it(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    busy = site.serve("/busy", status=429, Retry_After="7200")
    assert "demande d'attendre" in await attempt(store, poller, busy)
    assert (await reread(store, source.id)).next_at == clock() + 2 * HOUR


async def test_one_request_at_a_time_for_a_host(site: Site, store: Store, poller: Poller) -> None:
    under_way = most = 0

    async def page(_: web.Request) -> web.Response:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.05)
        under_way -= 1
        return web.Response(body=rss(1))

    for path in ("/1", "/2", "/3"):
        site.pages[path] = page
    for path in ("/1", "/2"):
        request = Request(room=ROOM, user=ANNE, event=EventId(path), thread=None)
        async with store.transaction() as tx:
            await tx.tryouts.add(Tryout(url=site.url(path), request=request))
    await follow(store, site.url("/3"))
    await poller.poll_due()
    assert (most, len(site.hits)) == (1, 3)


async def test_a_source_of_others_is_not_touched(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", rss(1), ETag='"1"'))
    await poller.poll_due()
    before = await reread(store, SourceId(source.id))
    site.serve("/feed", rss(2, 1))
    assert "2 articles." in await attempt(store, poller, site.url("/feed"))
    assert await reread(store, source.id) == before
