"""What a page calls itself."""

import time
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.errors import FetchError, ForbiddenAddressError
from commonsbot.news.fetch import Fetcher
from commonsbot.news.titles import BEGINNING, PageTitles, title_in

from .conftest import Clock, Site


@pytest.fixture
async def titles(site: Site) -> AsyncIterator[PageTitles]:
    allowed = frozenset({f"127.0.0.1:{site.port}"})
    fetcher = Fetcher("test", now=Clock(), allowed=allowed, limits=BEGINNING)
    yield PageTitles(fetcher)
    await fetcher.close()


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>Le guide</title>", "Le guide"),
        ("<TITLE lang='fr'>\n Le\n guide </TITLE>", "Le guide"),
        ("<title>L&#39;été &amp; vous</title>", "L'été & vous"),
        ('<meta property="og:title" content="Le guide"><title>Le guide | Site</title>', "Le guide"),
        ("<meta content='Le guide' name=og:title /><title>Autre</title>", "Le guide"),
        ('<meta property="og:title" content=""><title>Le guide</title>', "Le guide"),
        ("<title>a\u202eb\u200b</title>", "ab"),
        ("<title></title>", ""),
        ("<p>Rien</p>", ""),
        ("", ""),
    ],
)
def test_a_page_names_itself(page: str, title: str) -> None:
    assert title_in(page) == title


@given(st.text(alphabet=st.sampled_from("<>/metailog:\"'= pnc&;#")))
def test_any_page_is_read(page: str) -> None:
    title_in(f"<title{page}")
    title_in(f"<meta {page}")


@pytest.mark.parametrize(
    "piece", ["<title", "<title>", "<meta ", "<meta a=", "<", "og:title ", "&"]
)
def test_a_hostile_page_takes_no_time(piece: str) -> None:
    started = time.process_time()
    title_in(piece * (BEGINNING.size // len(piece)))
    assert time.process_time() - started < 1


async def test_only_the_beginning_of_a_page_is_read(site: Site, titles: PageTitles) -> None:
    async def page(request: web.Request) -> web.Response:
        head = "<html><head><meta charset=iso-8859-1><title>L'été</title>".encode("latin-1")
        return web.Response(body=head + b"x" * 3_000_000, content_type="text/html")

    site.pages["/a"] = page
    assert await titles.title(site.url("/a")) == "L'été"


async def test_what_is_no_page_has_no_title(site: Site, titles: PageTitles) -> None:
    async def file(request: web.Request) -> web.Response:
        return web.Response(body=b"%PDF <title>x</title>", content_type="application/pdf")

    site.pages["/a.pdf"] = file
    assert await titles.title(site.url("/a.pdf")) == ""
    with pytest.raises(FetchError):
        await titles.title(site.url("/none"))


async def test_addresses_that_the_guard_refuses_are_not_asked(titles: PageTitles) -> None:
    with pytest.raises(ForbiddenAddressError):
        await titles.title("http://127.0.0.1:9/admin")
    with pytest.raises(ForbiddenAddressError):
        await titles.title("http://169.254.169.254/latest")
