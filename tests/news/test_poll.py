"""When sources are read, and what a bad reading costs."""

import asyncio
from datetime import datetime, timedelta

import pytest
from aiohttp import web

from commonsbot.domain.sources import SourceStatus, Validators
from commonsbot.news.fetch import Answer, Fetcher
from commonsbot.news.parse import Parser
from commonsbot.news.poll import AT_ONCE, Poller
from commonsbot.store import Store
from commonsbot.texts import Languages

from .conftest import (
    HOUR,
    OTHER,
    ROOM,
    Clock,
    Site,
    again,
    follow,
    reread,
    rss,
    sample,
    sent,
)


async def test_failures_slow_down_and_a_good_reading_forgives(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", status=500))
    for hours in (2, 4, 8, 16, 24, 24):
        await poller.poll_due()
        found = await reread(store, source.id)
        assert found.next_at == clock() + hours * HOUR
        clock.time = found.next_at
    assert found.failures == 6
    assert found.status is SourceStatus.NEW
    site.serve("/feed", rss(1))
    await poller.poll_due()
    found = await reread(store, source.id)
    assert found.failures == 0
    assert clock() + 0.42 * HOUR <= found.next_at <= clock() + HOUR
    assert await sent(store) == []


async def test_days_without_an_answer_are_not_taken_for_days_without_news(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", status=500))
    await poller.poll_due()
    clock.forward(days=20)
    site.serve("/feed", rss(1))
    await poller.poll_due()
    assert (await reread(store, source.id)).interval == HOUR


async def test_a_source_that_is_quiet_once_it_is_read_is_read_less_and_less(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    clock.forward(days=6)
    await poller.poll_due()
    assert (await reread(store, source.id)).interval == 2 * HOUR


async def test_a_wait_asked_for_is_kept(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", status=429, Retry_After="999999999"))
    await poller.poll_due()
    assert (await reread(store, source.id)).next_at == clock() + timedelta(days=7)


async def test_validators_survive_and_nothing_is_parsed_when_nothing_changed(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    async def page(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304)
        return web.Response(body=rss(1), headers={"ETag": '"1"'})

    site.pages["/feed"] = page
    source = await follow(store, site.url("/feed"))
    await poller.poll_due()
    await again(poller, clock)
    await again(poller, clock)
    assert [hit.headers.get("If-None-Match") for hit in site.hits] == [None, '"1"', '"1"']
    assert (await reread(store, source.id)).validators == Validators('"1"', "")


async def test_a_bad_reading_forgets_nothing(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    source = await follow(store, site.serve("/feed", rss(2, 1), ETag='"1"'))
    await poller.poll_due()
    for body in (b"<html>maintenance</html>", b""):
        site.serve("/feed", body, ETag='"2"')
        clock.forward(days=2)
        await poller.poll_due()
    assert (await reread(store, source.id)).validators == Validators('"1"', "")
    site.serve("/feed", rss(2, 1))
    clock.forward(days=2)
    await poller.poll_due()
    assert await sent(store) == []


async def test_the_next_reading_is_set_before_the_request_leaves(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    seen: list[datetime] = []

    async def page(_: web.Request) -> web.Response:
        seen.append((await reread(store, source.id)).next_at)
        return web.Response(body=rss(1))

    site.pages["/feed"] = page
    source = await follow(store, site.url("/feed"))
    await poller.poll_due()
    assert len(seen) == 1
    assert clock() + HOUR / 3 < seen[0] <= clock() + HOUR


async def test_a_source_nobody_follows_any_more_stays_silent(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    async def page(_: web.Request) -> web.Response:
        async with store.transaction() as tx:
            await tx.followings.remove(source.id, ROOM)
        return web.Response(body=rss(2, 1))

    source = await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    site.pages["/feed"] = page
    await again(poller, clock)
    await again(poller, clock)
    assert await sent(store) == []
    assert (await reread(store, source.id)).status is SourceStatus.STOPPED
    assert len(site.hits) == 2


async def test_a_source_of_rooms_left_is_not_read(site: Site, store: Store, poller: Poller) -> None:
    await follow(store, site.serve("/feed", rss(1)))
    async with store.transaction() as tx:
        await tx.rooms.leave(ROOM)
    await poller.poll_due()
    assert not site.hits


async def test_a_slow_site_holds_no_other(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    done = asyncio.Event()

    async def slow(_: web.Request) -> web.Response:
        await done.wait()
        return web.Response(body=rss(1))

    site.pages["/slow"] = slow
    await follow(store, site.url("/slow"))
    reading = asyncio.create_task(poller.poll_due())
    async with asyncio.timeout(5):
        while not site.hits:  # noqa: ASYNC110 - a site does not wake who visits it
            await asyncio.sleep(0.01)
        site.serve("/quick", rss(1))
        quick = await follow(store, site.url("/quick", host="localhost"))
        poller.wake()
        while (await reread(store, quick.id)).status is SourceStatus.NEW:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    done.set()
    await reading


async def test_a_host_that_is_asked_too_much_is_left_alone_with_all_its_sources(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    other = await follow(store, site.serve("/other", rss(1)))
    await poller.poll_due()
    await follow(store, site.serve("/feed", status=429, Retry_After="7200"))
    await poller.poll_due()
    assert (await reread(store, other.id)).next_at == clock() + 2 * HOUR


async def test_a_server_may_ask_to_be_read_less_often(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    kept = await follow(store, site.serve("/kept", rss(1), Cache_Control="max-age=21600"))
    asking = await follow(store, site.serve("/asking", sample("20_")))
    await poller.poll_due()
    assert (await reread(store, kept.id)).interval == 6 * HOUR
    assert (await reread(store, asking.id)).wishes.ttl > HOUR
    assert (await reread(store, asking.id)).interval > HOUR


async def test_a_permanent_redirect_is_kept_once_the_feed_is_found_there(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    async def moved(_: web.Request) -> web.Response:
        raise web.HTTPMovedPermanently(site.url("/new"))

    source = await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    site.pages["/feed"] = moved
    site.serve("/new", rss(*range(50, 60)))
    await again(poller, clock)
    assert (await reread(store, source.id)).url == site.url("/feed")
    site.serve("/new", rss(2, 1))
    await again(poller, clock)
    assert (await reread(store, source.id)).url == site.url("/new")


async def test_two_sources_that_meet_become_one(
    site: Site, store: Store, poller: Poller, clock: Clock
) -> None:
    async def moved(_: web.Request) -> web.Response:
        raise web.HTTPPermanentRedirect(site.url("/new"))

    old = await follow(store, site.serve("/feed", rss(1)), ROOM, OTHER)
    new = await follow(store, site.serve("/new", rss(1)), ROOM)
    await poller.poll_due()
    site.pages["/feed"] = moved
    await again(poller, clock)
    assert (await reread(store, old.id)).status is SourceStatus.STOPPED
    assert [one.room for one in await store.read.followings.of_source(new.id)] == [OTHER, ROOM]


class FailingFetcher(Fetcher):
    """Breaks in a way nobody foresaw, on one address."""

    async def get(self, url: str, validators: Validators) -> Answer:
        if url.endswith("/broken"):
            raise ZeroDivisionError
        return await super().get(url, validators)


async def test_a_source_that_breaks_us_does_not_stop_the_others(
    site: Site,
    store: Store,
    parser: Parser,
    languages: Languages,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
    poller: Poller,
) -> None:
    fetcher = FailingFetcher("x", now=clock, allowed=frozenset({"127.0.0.1"}))
    poller = Poller(store, fetcher, parser, languages, clock)
    broken = await follow(store, site.url("/broken"))
    good = await follow(store, site.serve("/good", rss(1)))
    await poller.poll_due()
    assert (await reread(store, broken.id)).failures == 1
    assert (await reread(store, good.id)).status is SourceStatus.ACTIVE
    assert "ZeroDivisionError" in caplog.text


async def test_one_request_at_a_time_for_a_host_and_few_in_all(
    store: Store,
    poller: Poller,
    languages: Languages,
    clock: Clock,
    parser: Parser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gauge = Gauge(clock)
    poller = Poller(store, gauge, parser, languages, clock)
    monkeypatch.setattr("commonsbot.news.poll.PAUSE", 0)
    for host in range(12):
        for page in range(2):
            await follow(store, f"https://host{host}.example.org/{page}")
    await poller.poll_due()
    assert gauge.most == AT_ONCE
    assert gauge.most_for_a_host == 1
    assert gauge.total == 24


class Gauge(Fetcher):
    """Counts the requests under way; each lasts a few turns of the loop."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("x", now=clock)
        self.under_way: list[str] = []
        self.most = self.most_for_a_host = self.total = 0

    async def get(self, url: str, validators: Validators) -> Answer:
        host = url.rsplit("/", 1)[0]
        self.under_way.append(host)
        self.total += 1
        self.most = max(self.most, len(self.under_way))
        self.most_for_a_host = max(self.most_for_a_host, self.under_way.count(host))
        for _ in range(10):
            await asyncio.sleep(0)
        self.under_way.remove(host)
        return Answer(body=rss(1), validators=Validators())


async def test_the_poller_wakes_for_a_new_source_and_stops_when_told(
    site: Site, store: Store, poller: Poller
) -> None:
    read = asyncio.Event()

    async def page(_: web.Request) -> web.Response:
        read.set()
        return web.Response(body=rss(1))

    site.pages["/feed"] = page
    running = asyncio.create_task(poller.run())
    await follow(store, site.url("/feed"))
    poller.wake()
    async with asyncio.timeout(5):
        await read.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_nothing_stays_open_after_a_round(
    site: Site, store: Store, poller: Poller, fetcher: Fetcher, parser: Parser
) -> None:
    await follow(store, site.serve("/feed", rss(1)))
    await poller.poll_due()
    assert parser._child is None
    assert not fetcher._sessions
