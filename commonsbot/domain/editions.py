"""When a room's weekly letter is due."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from commonsbot.domain.folding import fold

LATE_LIMIT = timedelta(days=3)
"""A letter missed while the bot was away is still sent within this delay, else skipped."""

USUAL_HOUR = time(9)
"""Of a letter that moderators asked for by its day alone."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


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
    """The moment it leaves, and up to which it tells."""

    def is_too_late(self, now: datetime) -> bool:
        return now - self.until > LATE_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a room's moderators decided about when its letter leaves, and what has left."""

    weekday: int | None = None
    """None: the day of the settings; so with `at`."""
    at: time | None = None
    paused: bool = False
    resumes_at: datetime | None = None
    """The end of a pause that has one."""
    postponed: Due | None = None
    """One edition that leaves later than its week's moment."""
    changed_at: datetime = _LONG_AGO
    """Moments before that are not made up for: they were those of another plan."""
    dealt_with: frozenset[str] = frozenset()
    """The weeks of the last weekly editions that were made or skipped."""
    zone: ZoneInfo | None = None
    """The clock that the room lives by, where its moderators chose one."""

    def over(self, common: Schedule | None, zone: ZoneInfo) -> Schedule | None:
        """The room's own day, hour and clock, else those of the settings; None where neither gives
        a day. `zone`: the clock where the settings give no letter."""
        if common is None:
            if self.weekday is None:
                return None
            common = Schedule(weekday=self.weekday, at=USUAL_HOUR, zone=zone)
        weekday = common.weekday if self.weekday is None else self.weekday
        return Schedule(weekday=weekday, at=self.at or common.at, zone=self.zone or common.zone)

    @property
    def delayed(self) -> Due | None:
        """The postponed edition, unless it has left."""
        late = self.postponed
        return late if late and late.week not in self.dealt_with else None


def week_of(day: datetime) -> str:
    """The ISO 8601 week of a local moment: "2026-S48"."""
    year, week, _ = day.isocalendar()
    return f"{year}-S{week:02}"


_WEEK = re.compile(r"(?:(\d{4})[ -]*)?(?:s|w|semaine|week)?[ -]*(\d{1,2})(?:[ -/]+(\d{4}))?")


def read_week(text: str, today: datetime) -> str | None:
    """« 2026-S47 », « S47 », « semaine 47 », « W47 2026 »: without its year, the last one of that
    number. None when `text` names no week."""
    match = _WEEK.fullmatch(fold(text).strip(" ."))
    if match is None or not 1 <= int(match[2]) <= 53:
        return None
    year, week, _ = today.isocalendar()
    said = match[1] or match[3]
    if said is None and int(match[2]) > week:
        year -= 1
    return f"{said or year}-S{int(match[2]):02}"


def last_slot(schedule: Schedule, now: datetime) -> datetime:
    """The last moment, not after `now`, at which a letter of this schedule leaves.

    Wall-clock time in the room's zone: a change of clocks moves neither its day nor its hour.
    """
    local = now.astimezone(schedule.zone)
    day = local.date() - timedelta(days=(local.weekday() - schedule.weekday) % 7)
    slot = datetime.combine(day, schedule.at, schedule.zone)
    if slot.astimezone(UTC) > now:
        slot = datetime.combine(day - timedelta(days=7), schedule.at, schedule.zone)
    return slot


def next_slot(schedule: Schedule, now: datetime) -> datetime:
    """The first moment after `now` at which a letter of this schedule leaves."""
    day = last_slot(schedule, now).date() + timedelta(days=7)
    return datetime.combine(day, schedule.at, schedule.zone)


def due(schedule: Schedule, plan: Plan, joined_at: datetime, now: datetime) -> Due | None:
    """The edition that should have left by `now`, and was not dealt with.

    A room that the bot joined after the moment, or whose day was changed since, has none; nor
    has one whose letter was paused then.
    """
    edition = _last(schedule, plan, now)
    if edition is None or plan.paused or edition.week in plan.dealt_with:
        return None
    start = max(joined_at, plan.changed_at, plan.resumes_at or _LONG_AGO)
    return edition if edition.until >= start else None


def _last(schedule: Schedule, plan: Plan, now: datetime) -> Due | None:
    """The last edition whose moment has come."""
    slot = last_slot(schedule, now)
    weekly, delayed = Due(week=week_of(slot), until=slot), plan.delayed
    if delayed is None:
        return weekly
    if delayed.until <= now:
        return delayed
    return weekly if weekly.week < delayed.week else None


def upcoming(schedule: Schedule, plan: Plan, now: datetime) -> Due | None:
    """The next edition after `now`; None while the letter is paused without an end."""
    if plan.paused:
        return None
    if plan.delayed and plan.delayed.until > now:
        return plan.delayed
    slot = next_slot(schedule, max(now, plan.resumes_at or now))
    while week_of(slot) in plan.dealt_with:  # its week had a letter before the day was changed
        slot = next_slot(schedule, slot)
    return Due(week=week_of(slot), until=slot)
