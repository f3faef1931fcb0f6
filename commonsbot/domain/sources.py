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
    """Whether a reading ever found items."""
    body_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asked for a new source, and is to be told how its first reading went."""

    room: RoomId
    user: UserId
    event: EventId
    thread: EventId | None


_SHORTEST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often a source is read.

    `chance`, in [0, 1), spreads the readings: sources added together don't stay in step.
    """

    interval: timedelta = timedelta(minutes=60)
    ceiling: timedelta = timedelta(hours=24)

    def after_success(self, chance: float) -> timedelta:
        """The interval, give or take a tenth."""
        return self.interval * (0.9 + 0.2 * chance)

    def after_failure(
        self, failures: int, chance: float, retry_after: float | None = None
    ) -> timedelta:
        """The interval doubled with each of the `failures` in a row, give or take a fifth.

        A server that says `retry_after` (seconds) is taken at its word, from one minute to seven
        days, but never read more often than one that works.
        """
        if retry_after is not None:
            seconds = min(retry_after, _LONGEST_WAIT.total_seconds())
            asked = max(timedelta(seconds=seconds), _SHORTEST_WAIT)
            return max(asked, self.after_success(chance))
        wait = self.interval * 2.0 ** min(failures, 16) * (0.8 + 0.4 * chance)
        return min(wait, max(self.ceiling, self.interval))
