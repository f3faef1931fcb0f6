"""When a room's weekly letter is due."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from commonsbot.domain.news import NewsItem
from commonsbot.domain.resources import Resource

LATE_LIMIT = timedelta(days=3)
"""A letter missed while the bot was away is still sent within this delay, else skipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A weekday (Monday is 0) and a wall-clock time in a time zone."""

    weekday: int
    at: time
    zone: ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An edition to make: `week` is its ISO week in the room's zone ("2026-S48")."""

    week: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What goes into one edition."""

    resources: tuple[Resource, ...]
    thanked: tuple[Resource, ...]
    news: tuple[NewsItem, ...]

    @property
    def empty(self) -> bool:
        return not (self.resources or self.news)
