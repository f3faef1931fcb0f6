"""Lists of feeds, in and out; and the sources that come with the bot."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from commonsbot.config import ready_sources
from commonsbot.domain.ids import SourceId
from commonsbot.domain.sources import Selectors, Source, SourceStatus, Validators
from commonsbot.domain.urls import is_web_link
from commonsbot.errors import FetchError
from commonsbot.news import opml

from .conftest import sample

SOURCE = Source(
    id=SourceId(1),
    url="https://example.org/rss.xml?a=1&b=2",
    title="L'été & <moi>",
    status=SourceStatus.ACTIVE,
    validators=Validators(),
    next_at=datetime(2026, 9, 22, tzinfo=UTC),
    failures=0,
    filled=True,
)


def test_what_is_written_is_read_again() -> None:
    page = replace(SOURCE, url="https://example.org/page", selectors=Selectors(item="article"))
    assert opml.read(opml.written([SOURCE, page], "Réseau").encode()) == [SOURCE.url]


def test_only_web_addresses_are_taken_each_once() -> None:
    urls = opml.read(sample("22"))
    assert urls
    assert all(is_web_link(url) for url in urls)
    assert len(urls) == len(set(urls))


@pytest.mark.parametrize("body", [b"<opml", b'<!DOCTYPE o [<!ENTITY a "b">]><opml>&a;</opml>'])
def test_what_is_no_list_is_refused(body: bytes) -> None:
    with pytest.raises(FetchError):
        opml.read(body)


def test_each_ready_source_has_an_address_and_says_whether_it_was_checked() -> None:
    ready = ready_sources.load()
    assert {"cnil", "localtis", "capcom"} <= {one.id for one in ready}
    assert all(is_web_link(one.url) and one.name for one in ready)
