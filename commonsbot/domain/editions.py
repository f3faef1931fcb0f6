"""When a room's weekly letter is due."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from commonsbot.domain.news import NewsItem
from commonsbot.domain.resources import Resource
from commonsbot.domain.trials import Tally

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
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What goes into one edition."""

    resources: tuple[Resource, ...]
    thanked: tuple[Resource, ...]
    news: tuple[NewsItem, ...]
    tried: tuple[tuple[Resource, Tally], ...] = ()
    """With what was ever reported of each."""
    questions: tuple[Resource, ...] = ()
    """That have waited for an answer for a week."""

    @property
    def empty(self) -> bool:
        return not (self.resources or self.news or self.tried or self.questions)


def week_of(day: datetime) -> str:
    """The ISO 8601 week of a local moment: "2026-S48"."""
    year, week, _ = day.isocalendar()
    return f"{year}-S{week:02}"


def last_slot(schedule: Schedule, now: datetime) -> datetime:
    """The last moment, not after `now`, at which a letter of this schedule leaves.

    Wall-clock time in the room's zone: a change of clocks moves neither its day nor its hour.
    """
    local = now.astimezone(schedule.zone)
    day = local.date() - timedelta(days=(local.weekday() - schedule.weekday) % 7)
    slot = datetime.combine(day, schedule.at, schedule.zone)
    if slot > now:
        slot = datetime.combine(day - timedelta(days=7), schedule.at, schedule.zone)
    return slot


def next_slot(schedule: Schedule, now: datetime) -> datetime:
    """The first moment after `now` at which a letter of this schedule leaves."""
    day = last_slot(schedule, now).date() + timedelta(days=7)
    return datetime.combine(day, schedule.at, schedule.zone)


def due(schedule: Schedule, joined_at: datetime, now: datetime) -> Due | None:
    """The edition that should have left by `now`; None when it is too late for it.

    A room that the bot joined after the moment has nothing due yet.
    """
    slot = last_slot(schedule, now)
    if slot < joined_at or now - slot > LATE_LIMIT:
        return None
    return Due(week=week_of(slot), until=slot)
