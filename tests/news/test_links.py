"""Links are looked at rarely, politely, and through the guard."""

import asyncio
from datetime import timedelta

import pytest
from aiohttp import web

from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.links import Problem
from commonsbot.domain.resources import Draft, Status
from commonsbot.news.fetch import Fetcher, Limits
from commonsbot.news.links import LinkChecker
from commonsbot.store import Store

from .conftest import Clock, Site

MONTH = timedelta(days=30)


class Commons:
    """A commons whose links are checked at each look, months going by between."""

    def __init__(self, store: Store, clock: Clock, fetcher: Fetcher) -> None:
        self.store = store
        self.clock = clock
        self.checker = LinkChecker(store, fetcher, clock, MONTH, pause=0)

    async def shares(self, *links: str) -> ResourceId:
        async with self.store.transaction() as tx:
            draft = Draft(title="Plan", text="", links=links)
            return await tx.resources.add(draft, audience=Audience.NETWORK)

    async def look(self, days: float = 31) -> None:
        self.clock.forward(days=days)
        await self.checker.collect()
        await self.checker.check_due()

    async def problems(self, id: ResourceId) -> list[Problem]:
        return [link.problem for link in await self.store.read.links.of(id)]


@pytest.fixture
def commons(store: Store, clock: Clock, fetcher: Fetcher) -> Commons:
    return Commons(store, clock, fetcher)


async def first_looks(commons: Commons) -> None:
    """Takes the links up, and waits until each was looked at once."""
    await commons.checker.collect()
    await commons.look()


async def test_a_page_that_is_there_costs_one_head_a_month(commons: Commons, site: Site) -> None:
    await commons.shares(site.serve("/plan", b"x" * 1000))
    await first_looks(commons)
    assert [hit.method for hit in site.hits] == ["HEAD"]
    await commons.look(days=1)
    assert len(site.hits) == 1
    await commons.look()
    assert len(site.hits) == 2


async def test_a_site_without_head_is_asked_by_get(commons: Commons, site: Site) -> None:
    async def page(request: web.Request) -> web.Response:
        return web.Response(status=405 if request.method == "HEAD" else 200)

    site.pages["/plan"] = page
    id = await commons.shares(site.url("/plan"))
    await first_looks(commons)
    assert [hit.method for hit in site.hits] == ["HEAD", "GET"]
    assert await commons.problems(id) == []


async def test_a_missing_page_is_given_up_after_three_looks_over_ten_days(
    commons: Commons, site: Site
) -> None:
    id = await commons.shares(site.url("/gone"))
    await first_looks(commons)
    for _ in range(2):
        assert await commons.problems(id) == []
        await commons.look(days=5.1)
    assert await commons.problems(id) == [Problem.MISSING]
    site.serve("/gone")
    await commons.look()
    assert await commons.problems(id) == [], "it came back"


async def test_a_silent_site_is_not_blamed_while_nothing_answers(
    commons: Commons, site: Site, unused_port: int
) -> None:
    id = await commons.shares(f"http://127.0.0.1:{unused_port}/plan")
    await first_looks(commons)
    for _ in range(3):
        await commons.look(days=6)
    assert await commons.problems(id) == []
    await commons.shares(site.serve("/plan"))
    for _ in range(7):
        await commons.look(days=6)
    assert await commons.problems(id) == [Problem.SILENT]


async def test_addresses_of_the_inside_are_neither_visited_nor_dead(
    store: Store, clock: Clock, site: Site
) -> None:
    commons = Commons(store, clock, Fetcher("CommonsBot/test", now=clock))
    id = await commons.shares(site.serve("/intranet"))
    await first_looks(commons)
    for _ in range(3):
        await commons.look()
    assert site.hits == []
    assert await commons.problems(id) == []


async def test_one_request_at_a_time_for_a_host(commons: Commons, site: Site) -> None:
    now, most = 0, 0

    async def page(_: web.Request) -> web.Response:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.01)
        now -= 1
        return web.Response()

    for number in range(6):
        site.pages[f"/{number}"] = page
    await commons.shares(*(site.url(f"/{number}") for number in range(6)))
    await first_looks(commons)
    assert len(site.hits) == 6 and most == 1


async def test_a_link_of_two_resources_is_looked_at_once(commons: Commons, site: Site) -> None:
    url = site.url("/gone")
    ids = [await commons.shares(url) for _ in range(2)]
    await first_looks(commons)
    assert len(site.hits) == 2, "HEAD, then GET"
    for _ in range(2):
        await commons.look(days=5.1)
    assert [await commons.problems(id) for id in ids] == [[Problem.MISSING]] * 2


async def test_links_of_what_was_withdrawn_are_not_looked_at(commons: Commons, site: Site) -> None:
    id = await commons.shares(site.serve("/plan"))
    await commons.checker.collect()
    async with commons.store.transaction() as tx:
        await tx.resources.take_out(id, Status.WITHDRAWN)
    await commons.look()
    assert site.hits == []


async def test_a_slow_page_is_left_and_the_others_are_looked_at(
    store: Store, clock: Clock, site: Site
) -> None:
    async def page(_: web.Request) -> web.Response:
        await asyncio.Event().wait()
        return web.Response()

    site.pages["/slow"] = page
    allowed, limits = frozenset({"127.0.0.1"}), Limits(seconds=0.1)
    fetcher = Fetcher("CommonsBot/test", now=clock, allowed=allowed, limits=limits)
    commons = Commons(store, clock, fetcher)
    await commons.shares(site.url("/slow"), site.serve("/plan"))
    await first_looks(commons)
    assert {hit.path for hit in site.hits} == {"/slow", "/plan"}
