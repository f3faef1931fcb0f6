"""What passes between the bot and the process that parses for it."""

from datetime import datetime

import msgspec

from commonsbot.domain.news import Entry

ENTRIES = 200
"""Entries kept of a feed, the first ones."""


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed, cleaned: plain text, checked links, believable dates."""

    title: str
    entries: list[Entry]


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """Announces `size` bytes of a body, that follow it."""

    url: str
    """Of the source, against which relative links are read."""
    content_type: str
    now: datetime
    size: int


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A feed, or the reason why there is none: the name of a Fluent message."""

    feed: Feed | None = None
    reason: str = ""
    detail: str = ""


class UnreadableError(Exception):
    """No feed, or one that is not safe to parse. `reason` names a Fluent message."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
