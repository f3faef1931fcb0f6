"""When a room hears of news: at once, some hours' worth together, or in its letter only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from commonsbot.domain.hours import Hours
from commonsbot.domain.ids import NewsId, RoomId

AT_MOST = 40
"""Items of one message."""

EDITED_FOR = timedelta(days=14)
"""How long a message follows what its items come to say."""

GROUPED_BY = timedelta(hours=4)
LONGEST_GROUPING = timedelta(hours=72)


class Mode(StrEnum):
    AT_ONCE = "at_once"
    GROUPED = "grouped"
    LETTER = "letter"


class Handed(StrEnum):
    """How far an item is on its way to a room."""

    WAITING = "waiting"
    """For the room's hours, or for others to be grouped with."""
    QUEUED = "queued"
    """In a message of the outbox, which knows whether the homeserver has it."""
    LETTER = "letter"
    """Told in the room's letter only."""
    DOUBLE = "double"
    """The room had the story from another source."""
    PAUSED = "paused"
    FILTERED = "filtered"
    DROPPED = "dropped"
    """The room ceased to follow the source before it was posted."""


@dataclass(frozen=True, slots=True)
class Posting:
    """What a room wants of one source."""

    mode: Mode = Mode.LETTER
    every: timedelta = GROUPED_BY
    """Of `GROUPED`."""


LETTER_ONLY = Posting()


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """A room that follows a source."""

    room: RoomId
    posting: Posting
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """Items that wait in a room, alike in when they are posted."""

    room: RoomId
    posting: Posting
    since: datetime
    """When the first of them came."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One item on its way to one room."""

    item: NewsId
    room: RoomId
    handed: Handed
    why: str = ""


def due(waiting: Waiting, hours: Hours, now: datetime) -> datetime:
    """When what waits is posted: groups leave that long after their first item came, so that
    two groups are at least so far apart."""
    ripe = waiting.since
    if waiting.posting.mode is Mode.GROUPED:
        ripe += waiting.posting.every
    return hours.next_opening(max(ripe, now))
