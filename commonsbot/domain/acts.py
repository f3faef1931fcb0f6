"""What is in the journal, and what is done to many cards at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.resources import Status

CONFIRM_WITHIN = timedelta(minutes=15)
UNDO_WITHIN = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One line of the journal."""

    id: int
    at: datetime
    who: UserId | None
    """None: the bot, or somebody who asked to be forgotten."""
    what: str
    noun: str
    noun_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which acts somebody wants to read."""

    who: UserId | None = None
    noun: str = ""
    noun_id: str = ""
    since: datetime | None = None
    before: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """One decision on many cards: planned, then carried out, then maybe undone."""

    id: int
    by: UserId
    room: RoomId
    status: Status
    """What becomes of them."""
    resources: tuple[ResourceId, ...]
    why: str
