"""Which day is meant, seen from the day of a text, where it leaves the year out."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

YEARS = range(1990, 2101)
"""Another year is a number that looks like one."""


class Lean(Enum):
    """Which year is meant where none is written."""

    AHEAD = "ahead"
    """The next time that day comes: a deadline."""
    NEAR = "near"
    """The nearest: an event is also told of afterwards."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Finds the year of a day, seen from `today`."""

    today: date
    lean: Lean

    def day(self, day: int, month: int, year: int | None, weekday: int | None = None) -> date:
        """Raises ValueError for a day that does not exist."""
        if year is not None:
            return in_range(year, month, day)
        known = [
            one
            for ahead in range(-1, 9)  # a 29 February may be far
            if (one := maybe(self.today.year + ahead, month, day)) is not None
        ]
        named = [one for one in known if weekday is None or one.weekday() == weekday]
        return self._meant(named if weekday is not None else [], known)

    def _meant(self, named: list[date], known: list[date]) -> date:
        """A weekday tells the year, of those around; it may also be wrong."""
        around = [one for one in named if abs((one - self.today).days) < 370]
        if around:
            return min(around, key=self._distance)
        return min(known, key=self._distance)

    def _distance(self, one: date) -> tuple[bool, int]:
        days = (one - self.today).days
        if self.lean is Lean.AHEAD:
            return days < 0, abs(days)
        return False, abs(days) if days >= 0 else 4 * abs(days)


def in_range(year: int, month: int, day: int) -> date:
    if year < 100:
        year += 2000
    if year not in YEARS:
        raise ValueError(year)
    return date(year, month, day)


def maybe(year: int, month: int, day: int) -> date | None:
    try:
        return in_range(year, month, day)
    except ValueError:
        return None


def end_of_month(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


def months_later(day: date, count: int) -> date:
    """The same day, or the last one of a shorter month."""
    index = day.month - 1 + count
    first = date(day.year + index // 12, index % 12 + 1, 1)
    return first.replace(day=min(day.day, end_of_month(first).day))
