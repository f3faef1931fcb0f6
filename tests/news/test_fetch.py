import asyncio
import gzip
from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime

import brotli
import pytest
from aiohttp import web

from commonsbot.domain.sources import Validators
from commonsbot.errors import FetchError, ForbiddenAddressError
from commonsbot.news.fetch import Fetcher, Limits

from .conftest import NOTHING, Clock, Site

BODY = b"<rss/>" * 100
DATE = "Mon, 21 Sep 2026 07:00:00 GMT"


async def refusal(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await fetcher.get(url, NOTHING)
    return caught.value


@pytest.mark.parametrize(
    "given",
    [
        Validators('"v1-abc"', DATE),
        Validators('W/"a b;c=1-gzip"', ""),
        Validators("abc", ""),
        Validators("", "Monday, 21 Sep 2026 9:00:00 CEST"),
    ],
)
async def test_validators_are_kept_and_echoed_as_they_came(
    given: Validators, site: Site, fetcher: Fetcher
) -> None:
    async def page(request: web.Request) -> web.Response:
        sent = Validators(
            request.headers.get("If-None-Match", ""), request.headers.get("If-Modified-Since", "")
        )
        if sent == given:
            return web.Response(status=304)
        headers = {"ETag": given.etag, "Last-Modified": given.last_modified}
        return web.Response(body=BODY, headers={k: v for k, v in headers.items() if v})

    site.pages["/feed"] = page
    first = await fetcher.get(site.url("/feed"), NOTHING)
    assert (first.body, first.validators) == (BODY, given)
    second = await fetcher.get(site.url("/feed"), first.validators)
    assert (second.body, second.validators) == (None, given)


async def test_a_validator_that_would_not_come_back_whole_is_not_sent(
    site: Site, fetcher: Fetcher
) -> None:
    url = site.serve("/feed", BODY, ETag='"é"')
    assert (await fetcher.get(url, NOTHING)).validators == NOTHING


async def test_the_first_request_says_who_asks_and_nothing_else(
    site: Site, fetcher: Fetcher
) -> None:
    await fetcher.get(site.serve("/feed", BODY, Set_Cookie="a=b"), NOTHING)
    await fetcher.get(site.url("/feed"), NOTHING)
    headers = site.hits[1].headers
    assert headers["User-Agent"] == "CommonsBot/test (+mailto:contact@example.org)"
    assert headers["Accept-Encoding"] == "gzip, br"
    unwanted = {"Cookie", "Referer", "If-None-Match", "If-Modified-Since", "Authorization"}
    assert not unwanted & set(headers)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed(status: int, site: Site, fetcher: Fetcher) -> None:
    site.serve("/feed", BODY)
    url = site.serve("/old", status=status, Location="/feed")
    assert (await fetcher.get(url, NOTHING)).body == BODY


async def test_five_redirects_and_no_more(site: Site, fetcher: Fetcher) -> None:
    site.serve("/0", BODY)
    for n in range(1, 7):
        site.serve(f"/{n}", status=302, Location=f"/{n - 1}")
    assert (await fetcher.get(site.url("/5"), NOTHING)).body == BODY
    assert (await refusal(fetcher, site.url("/6"))).reason == "fetch-redirects"


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "http://user:pw@127.0.0.1/ok", "javascript:alert(1)"]
)
async def test_redirects_pass_the_guard_too(target: str, site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/to", status=302, Location=target)
    assert isinstance(await refusal(fetcher, url), ForbiddenAddressError)


async def test_a_redirect_to_nowhere_is_an_error(site: Site, fetcher: Fetcher) -> None:
    assert (await refusal(fetcher, site.serve("/to", status=301))).reason == "fetch-redirects"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (304, "fetch-status"),
        (401, "fetch-status"),
        (404, "fetch-status"),
        (410, "fetch-gone"),
        (429, "fetch-busy"),
        (500, "fetch-status"),
        (503, "fetch-busy"),
    ],
)
async def test_other_answers_are_errors(
    status: int, reason: str, site: Site, fetcher: Fetcher
) -> None:
    error = await refusal(fetcher, site.serve("/feed", status=status))
    assert (error.reason, error.retry_after) == (reason, None)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), ("315360000", 315360000), ("-5", None), ("soon", None), ("", None)],
)
async def test_a_wait_asked_for_is_read(
    value: str, seconds: float | None, site: Site, fetcher: Fetcher
) -> None:
    url = site.serve("/feed", status=429, Retry_After=value)
    assert (await refusal(fetcher, url)).retry_after == seconds


async def test_a_wait_asked_for_may_be_a_date(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    until = format_datetime(clock() + timedelta(minutes=5), usegmt=True)
    url = site.serve("/feed", status=503, Retry_After=until)
    assert (await refusal(fetcher, url)).retry_after == 300


CODINGS: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "br": brotli.compress}


@pytest.mark.parametrize("coding", CODINGS)
async def test_a_compressed_body_is_opened(site: Site, fetcher: Fetcher, coding: str) -> None:
    url = site.serve("/feed", CODINGS[coding](BODY), Content_Encoding=coding)
    assert (await fetcher.get(url, NOTHING)).body == BODY


@pytest.mark.parametrize("coding", CODINGS)
async def test_a_bomb_stops_at_the_limit(site: Site, fetcher: Fetcher, coding: str) -> None:
    bomb = CODINGS[coding](b"A" * 20_000_000)
    url = site.serve("/bomb", bomb, Content_Encoding=coding)
    assert (await refusal(fetcher, url)).reason == "fetch-too-big"


async def test_a_body_announced_too_large_is_not_read(site: Site, fetcher: Fetcher) -> None:
    assert (await refusal(fetcher, site.serve("/big", b"A" * 200_001))).reason == "fetch-too-big"


async def test_an_endless_body_stops_at_the_limit(site: Site, fetcher: Fetcher) -> None:
    async def page(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while request.transport and not request.transport.is_closing():
            await response.write(b"<item/>" * 1000)
        return response

    site.pages["/endless"] = page
    assert (await refusal(fetcher, site.url("/endless"))).reason == "fetch-too-big"


async def test_a_body_cut_short_is_not_taken(site: Site, fetcher: Fetcher) -> None:
    async def page(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "5000"})
        await response.prepare(request)
        await response.write(BODY)
        assert request.transport
        request.transport.close()
        return response

    site.pages["/cut"] = page
    assert (await refusal(fetcher, site.url("/cut"))).reason == "fetch-unreachable"


async def test_a_site_that_does_not_answer_is_left(site: Site, clock: Clock) -> None:
    asked = asyncio.Event()

    async def page(_: web.Request) -> web.Response:
        await asked.wait()
        return web.Response()

    site.pages["/slow"] = page
    fetcher = Fetcher("x", now=clock, allowed=frozenset({"127.0.0.1"}), limits=Limits(seconds=0.1))
    assert (await refusal(fetcher, site.url("/slow"))).reason == "fetch-timeout"
    asked.set()
    await fetcher.close()


async def test_a_closed_port_is_unreachable(fetcher: Fetcher, unused_port: int) -> None:
    url = f"http://127.0.0.1:{unused_port}/"
    assert (await refusal(fetcher, url)).reason == "fetch-unreachable"


async def test_nothing_is_open_before_the_first_fetch_nor_after_the_last(
    site: Site, fetcher: Fetcher
) -> None:
    assert not fetcher._sessions
    await fetcher.get(site.serve("/feed", BODY), NOTHING)
    await fetcher.close()
    assert not fetcher._sessions
    assert (await fetcher.get(site.url("/feed"), NOTHING)).body == BODY
