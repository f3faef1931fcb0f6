"""Pages without a feed: the feeds they name, and the articles they list."""

import pytest

from commonsbot.domain.ids import SourceId
from commonsbot.domain.prompts import Ask
from commonsbot.domain.sources import Selectors, SourceStatus
from commonsbot.errors import FetchError
from commonsbot.news.feed import NoFeedError
from commonsbot.news.parse import Parser
from commonsbot.news.poll import Poller
from commonsbot.store import Store

from .conftest import (
    ANNE,
    AT_ONCE,
    OTHER,
    ROOM,
    Clock,
    Site,
    again,
    ask,
    reread,
    rss,
    sample,
    sent,
    words,
)

LIST = b"""<!doctype html><html><head><title>Actualit\xc3\xa9s</title></head><body>
<nav><ul><li><a href="/menu-un">Une entr\xc3\xa9e de menu assez longue</a></li></ul></nav>
<main><div class="views-row row"><article class="teaser"><time datetime="2026-09-20T10:00:00Z">20
septembre</time><h3><a href="/a/1">Le palmar\xc3\xa8s du grand prix est paru</a></h3><p>Les
laur\xc3\xa9ats</p></article></div>
<article class="teaser"><h3><a href="/a/2">Une maison de l'eau ouvre ses portes</a></h3></article>
<article class="teaser"><h3><a href="/a/3">La lettre de la ville change de forme</a></h3></article>
</main></body></html>"""

WITH_FEEDS = b"""<!doctype html><html><head>
<link rel="alternate" type="application/rss+xml" title="Tout" href="/feed">
<link rel="alternate" type="application/atom+xml" title="Emplois" href="/jobs">
<link rel="alternate" type="application/rss+xml" title="Commentaires" href="/comments/feed">
</head><body></body></html>"""


async def offered(parser: Parser, body: bytes) -> NoFeedError:
    with pytest.raises(NoFeedError) as caught:
        await parser.parse(body, url="https://www.example.org/actus", content_type="text/html")
    return caught.value


async def test_a_page_says_which_feeds_it_has(parser: Parser) -> None:
    found = await offered(parser, WITH_FEEDS)
    assert [(one.title, one.url) for one in found.adverts] == [
        ("Tout", "https://www.example.org/feed"),
        ("Emplois", "https://www.example.org/jobs"),
    ]
    assert (await offered(parser, sample("23"))).adverts


async def test_the_articles_of_a_page_are_guessed(parser: Parser) -> None:
    found = await offered(parser, LIST)
    assert found.guessed == Selectors(item="article.teaser")
    assert found.feed
    first = found.feed.entries[0]
    assert first.title == "Le palmarès du grand prix est paru"
    assert first.link == "https://www.example.org/a/1"
    assert first.published_at and first.published_at.day == 20
    assert "lauréats" in first.summary


@pytest.mark.parametrize(
    ("item", "reason"), [("a[[", "page-selector"), (".nothing", "page-nothing")]
)
async def test_selectors_that_find_nothing_are_explained(
    item: str, reason: str, parser: Parser
) -> None:
    with pytest.raises(FetchError, match=reason):
        await parser.parse(
            LIST, url="https://example.org/", content_type="", selectors=Selectors(item=item)
        )


async def test_the_only_feed_of_a_page_is_followed_instead(
    site: Site, store: Store, poller: Poller
) -> None:
    only = WITH_FEEDS.replace(b"/jobs", b"/feed")
    source = await ask(store, site.serve("/", only))
    site.serve("/feed", rss(2, 1))
    await poller.poll_due()
    (message,) = await sent(store)
    assert "Ce salon suit désormais « Le journal »" in words(message)
    assert (await reread(store, source.id)).url == site.url("/feed")


async def test_who_asked_chooses_among_several_feeds(
    site: Site, store: Store, poller: Poller
) -> None:
    source = await ask(store, site.serve("/", WITH_FEEDS))
    await poller.poll_due()
    (message,) = await sent(store)
    assert "propose 2 flux" in words(message)
    assert "2 · Emplois" in words(message)
    prompt = await store.read.prompts.on_source(source.id, ROOM)
    assert prompt and (prompt.ask, prompt.to, prompt.moderated) == (Ask.SOURCE, ANNE, True)
    assert (await reread(store, source.id)).status is SourceStatus.PROPOSED
    assert not await store.read.source_readings.due(9)


async def test_a_watched_page_is_shown_first_then_read_like_a_feed(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await ask(store, site.serve("/", LIST, Content_Type="text/html"))
    await poller.poll_due()
    (message,) = await sent(store)
    assert "n'a pas de flux, mais semble lister des articles (3 trouvés)" in words(message)
    assert "La lettre de la ville change de forme" in words(message)
    found = await reread(store, source.id)
    async with store.transaction() as tx:
        await tx.sources.settle(source.id, found.selectors)
    await poller.poll_due()
    assert await sent(store) == []
    new = b'<article class="teaser"><a href="/a/4">Un quatri\xc3\xa8me article</a></article></main>'
    site.serve("/", LIST.replace(b"</main>", new), Content_Type="text/html")
    await again(poller, clock)
    (message,) = await sent(store)
    assert words(message).startswith("Un quatrième article")


async def test_a_page_that_another_room_watches_so_is_the_same_source(
    site: Site, store: Store, poller: Poller
) -> None:
    source = await ask(store, site.serve("/", LIST, Content_Type="text/html"))
    await poller.poll_due()
    found = await reread(store, source.id)
    async with store.transaction() as tx:
        await tx.sources.settle(source.id, found.selectors)
    await poller.poll_due()
    await sent(store)
    await ask(store, site.url("/"), OTHER, "$other")
    await poller.poll_due()
    (message,) = await sent(store)
    assert message.room == OTHER
    assert "Ce salon suit désormais « Actualités »" in words(message)
    assert [one.id for one in await store.read.sources.of_room(OTHER)] == [source.id]


async def test_a_page_is_read_for_each_room_by_its_own_selectors(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    url = site.serve("/", LIST, Content_Type="text/html")
    for room, item in ((ROOM, "article"), (OTHER, ".views-row")):
        async with store.transaction() as tx:
            source = await tx.sources.add(url, ANNE, selectors=Selectors(item=item))
            await tx.followings.add(source.id, room, ANNE, AT_ONCE)
    await poller.poll_due()
    counts = [await store.read.news.count(SourceId(id)) for id in (1, 2)]
    assert counts == [3, 1]
