"""Hostile words in a feed: whatever it says, a post has no markup, mention, trick or bad link."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

import pytest

from commonsbot.domain.permalinks import is_permalink
from commonsbot.domain.rendering import html_of, plain_of
from commonsbot.domain.urls import is_web_link
from commonsbot.errors import FetchError
from commonsbot.matrix.render import content_of
from commonsbot.news.feed import Feed
from commonsbot.news.parse import Parser
from commonsbot.news.poll import Poller
from commonsbot.store import Store
from tests.domain.test_rendering import TAGS, TRICKS, Seen
from tests.hostile.inputs import HOSTILE

from .conftest import Clock, Site, again, follow, rss, sent

AT_A_TIME = 12
"""Items of one reading."""

Written = Callable[[Sequence[str], datetime], str]


def _rss(body: Callable[[str], str]) -> Written:
    def written(hostile: Sequence[str], at: datetime) -> str:
        date = format_datetime(at)
        items = "".join(
            f"<item><guid>h{n}</guid><pubDate>{date}</pubDate>"
            f"<title>Article {n} {body(one)}</title>"
            f"<link>{body(one)}</link><description>{body(one)}</description></item>"
            for n, one in enumerate(hostile)
        )
        return f"<rss><channel><title>{body(hostile[0])}</title>{items}</channel></rss>"

    return written


def _atom(hostile: Sequence[str], at: datetime) -> str:
    entries = "".join(
        f"<entry><id>h{n}</id><updated>{at.isoformat()}</updated>"
        f'<title type="html">Article {n} {escape(one)}</title>'
        f"<link href={_quoted(one)}/>"
        f'<summary type="html">{escape(escape(one))}</summary></entry>'
        for n, one in enumerate(hostile)
    )
    head = f'<title type="text">{escape(hostile[0])}</title>'
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{head}{entries}</feed>'


def _quoted(one: str) -> str:
    return '"' + escape(one, {'"': "&quot;", "\n": "&#10;"}) + '"'


def _json(hostile: Sequence[str], at: datetime) -> str:
    items = [
        {
            "id": f"h{n}",
            "title": f"Article {n} {one}",
            "url": one,
            "content_html": one,
            "date_published": at.isoformat(),
        }
        for n, one in enumerate(hostile)
    ]
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": hostile[0], "items": items})


FORMS: dict[str, Written] = {
    "rss, escaped": _rss(escape),
    "rss, in CDATA": _rss(lambda one: f"<![CDATA[{one}]]>"),
    "rss, escaped twice": _rss(lambda one: escape(escape(one))),
    "atom": _atom,
    "json": _json,
}


def groups() -> list[Sequence[str]]:
    """Short of what a site may send at once."""
    short = [one[:2000] for one in HOSTILE]
    return [short[n : n + AT_A_TIME] for n in range(0, len(short), AT_A_TIME)]


async def read(parser: Parser, written: str) -> Feed | None:
    body = written.encode("utf-8", "replace")
    try:
        return await parser.parse(body, url="https://journal.example.org/feed", content_type="")
    except FetchError as error:
        assert error.reason.startswith("feed-"), written[:200]
        return None


@pytest.mark.parametrize("form", FORMS)
async def test_what_is_read_of_it_is_plain_words_and_pages(
    parser: Parser, clock: Clock, form: str
) -> None:
    seen = 0
    for hostile in groups():
        feed = await read(parser, FORMS[form](hostile, clock()))
        for entry in feed.entries if feed else ():
            seen += 1
            assert not entry.link or is_web_link(entry.link), entry.link
            assert not is_permalink(entry.link), "a client would show somebody's name"
            assert not TRICKS.search(entry.title + entry.summary), entry
            assert "\n" not in entry.title + entry.summary
    assert seen > len(HOSTILE) / 2, "most of them are read"


@pytest.mark.parametrize("form", FORMS)
async def test_what_is_posted_of_it_is_harmless(
    site: Site, store: Store, poller: Poller, clock: Clock, form: str
) -> None:
    paths = {f"/feed{number}": hostile for number, hostile in enumerate(groups())}
    for path in paths:
        await follow(store, site.serve(path, rss(9)))
    await again(poller, clock)
    await sent(store)
    for path, hostile in paths.items():
        site.serve(path, FORMS[form](hostile, clock()).encode("utf-8", "replace"))
    await again(poller, clock)
    posted = ""
    while messages := await sent(store):
        for said in messages:
            html, words = html_of(said.document), plain_of(said.document)
            posted += words
            seen = Seen(html)
            assert seen.tags <= TAGS and seen.attributes <= {"href"}, html
            assert all(is_web_link(link) and not is_permalink(link) for link in seen.links), html
            assert not TRICKS.search(html + words)
            assert content_of(said)["m.mentions"] == {}
    assert len(re.findall(r"Article \d+", posted)) > len(HOSTILE) / 2, "most of them are posted"
