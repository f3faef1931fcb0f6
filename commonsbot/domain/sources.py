"""What the bot reads: feeds, and pages that have none."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from commonsbot.domain.ids import EventId, RoomId, SourceId, UserId
from commonsbot.domain.pacing import NO_WISHES, Wishes

TOLD_AFTER = 3
"""Failures in a row before moderators hear of them …"""
TOLD_AFTER_TIME = timedelta(days=7)
"""… or the time since the last good reading: one that is rarely read fails rarely."""


class SourceStatus(StrEnum):
    NEW = "new"
    """Asked for, not read yet."""
    PROPOSED = "proposed"
    """Who asked for it has something to choose first: a feed among several, what a page gave."""
    ACTIVE = "active"
    STOPPED = "stopped"
    """Gone for good (410), or refused at its first reading."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server gave with its last answer, echoed exactly (RFC 9110, section 13.1)."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectors:
    """Where the articles of a page without a feed are: CSS selectors (W3C, Selectors 4).

    `item` is looked for in the page, the others in each item; "" for what is to be guessed.
    """

    item: str
    link: str = ""
    title: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    id: SourceId
    url: str
    title: str
    status: SourceStatus
    validators: Validators
    next_at: datetime
    failures: int
    """In a row."""
    filled: bool
    """Whether a reading ever found items."""
    body_hash: str = ""
    selectors: Selectors | None = None
    """Of a watched page; None for a feed."""
    interval: timedelta = timedelta(hours=1)
    """Between two readings, as it was last."""
    read_at: datetime | None = None
    """The last good reading."""
    failing_since: datetime | None = None
    error: str = ""
    """Why the last reading failed: the name of a Fluent message."""
    error_detail: str = ""
    wishes: Wishes = NO_WISHES

    @property
    def name(self) -> str:
        """What it calls itself, once it was read."""
        return self.title or self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asked for a reading of a source, and is to be told how it went."""

    room: RoomId
    user: UserId
    event: EventId
    thread: EventId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tryout:
    """An address to read once, for who wants to see what it gives."""

    url: str
    request: Request
