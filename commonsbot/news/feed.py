"""What passes between the bot and the process that parses for it."""

from datetime import datetime

import msgspec

from commonsbot.domain.news import Entry
from commonsbot.domain.pacing import NO_WISHES, Wishes
from commonsbot.domain.sources import Selectors
from commonsbot.errors import FetchError

ENTRIES = 1000
"""Entries kept of a feed, the first ones."""


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed, cleaned: plain text, checked links, believable dates."""

    title: str
    entries: list[Entry]
    wishes: Wishes = NO_WISHES


class Advert(msgspec.Struct, frozen=True, kw_only=True):
    """A feed that a page says it has."""

    url: str
    title: str


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """Announces `size` bytes of a body, that follow it."""

    url: str
    """Of the source, against which relative links are read."""
    content_type: str
    now: datetime
    size: int
    selectors: Selectors | None = None
    """Of a watched page."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A feed, or the reason why there is none: the name of a Fluent message."""

    feed: Feed | None = None
    reason: str = ""
    detail: str = ""
    adverts: list[Advert] = []
    """Of a page that is no feed: those it has."""
    guessed: Selectors | None = None
    """Of one that has none: what seems to find its articles, which are then in `feed`."""


class NoFeedError(FetchError):
    """A page is there, and no feed: what it has instead."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason, outcome.detail)
        self.adverts = outcome.adverts
        self.guessed = outcome.guessed
        self.feed = outcome.feed


class UnreadableError(Exception):
    """No feed, or one that is not safe to parse. `reason` names a Fluent message."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
