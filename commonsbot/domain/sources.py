"""A feed the bot reads, and how often."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from commonsbot.domain.ids import EventId, RoomId, SourceId, UserId


class SourceStatus(StrEnum):
    NEW = "new"
    """Asked for, not read yet."""
    ACTIVE = "active"
    STOPPED = "stopped"
    """Gone for good (410), or refused at its first reading."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server gave with its last answer, echoed exactly (RFC 9110, section 13.1)."""

    etag: str = ""
    last_modified: str = ""


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
    """False until a first reading found items: that one is silent."""
    body_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asked for a new source, and is to be told how its first reading went."""

    room: RoomId
    user: UserId
    event: EventId
    thread: EventId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often a source is read."""

    interval: timedelta = timedelta(minutes=60)
    ceiling: timedelta = timedelta(hours=24)
