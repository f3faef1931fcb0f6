"""From what a parser found to what the bot believes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from commonsbot.domain.news import Entry
from commonsbot.domain.pacing import NO_WISHES, Wishes
from commonsbot.domain.permalinks import is_permalink
from commonsbot.domain.urls import host, web_link
from commonsbot.news import clean
from commonsbot.news.feed import ENTRIES, Feed

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
"""Before that there was no feed: such a date is a default of the site's software."""

_ID_LIMIT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    id: str
    title: str
    plain_title: bool
    """Declared as plain text: it holds no markup."""
    link: str
    summary: str
    published_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFeed:
    title: str
    entries: Sequence[RawEntry]
    wishes: Wishes = NO_WISHES


def slim(raw: RawFeed, now: datetime) -> Feed:
    """The feed, cleaned and cut; entries that say nothing are left out."""
    entries = [_entry(entry, now) for entry in raw.entries[:ENTRIES]]
    return Feed(
        title=clean.text(raw.title, clean.TITLE_LIMIT),
        entries=[entry for entry in entries if entry.title or entry.link],
        wishes=raw.wishes,
    )


def _entry(raw: RawEntry, now: datetime) -> Entry:
    summary = clean.summary(raw.summary)
    title = clean.text(raw.title, clean.TITLE_LIMIT, markup=not raw.plain_title)
    return Entry(
        id=raw.id.strip()[:_ID_LIMIT],
        title=title or clean.cut(summary, 100),
        link=_link(raw.link),
        summary=summary,
        published_at=believable(raw.published_at, now),
    )


def _link(raw: str) -> str:
    """A permalink would show as a mention of somebody: no article is there."""
    link = web_link(raw)
    return "" if host(link) == "matrix.to" or is_permalink(link) else link


def believable(moment: datetime | None, now: datetime) -> datetime | None:
    """None unless between 1995 and tomorrow."""
    if moment is None or not EARLIEST <= moment <= now + timedelta(days=1):
        return None
    return moment
