"""When the bot may start something by itself. It answers at any hour."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from commonsbot.domain.holidays import Territory, holidays

PARIS = ZoneInfo("Europe/Paris")

MIDNIGHT = time.min
"""As a closing time, the end of the day."""

_DAY = timedelta(days=1)
_A_SECOND = timedelta(seconds=1)


def is_span(opens: time, closes: time) -> bool:
    """Whether there is some time between the two on one day."""
    return opens < closes or closes == MIDNIGHT


@dataclass(frozen=True, slots=True, order=True)
class Closure:
    """Days on which nothing is started, the last one included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def meets(self, other: "Closure") -> bool:
        """Whether the two have days in common, or follow one another."""
        return self.first <= other.last + _DAY and other.first <= self.last + _DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours on working days. `days`: Monday is 0; at least one."""

    days: frozenset[int] = frozenset(range(5))
    opens: time = time(8, 30)
    closes: time = time(18, 30)
    """After `opens`; midnight is the end of the day."""
    zone: ZoneInfo = PARIS
    territory: Territory | None = Territory.METROPOLE
    """Whose public holidays are closed; None: no day is."""
    closures: tuple[Closure, ...] = ()

    def __post_init__(self) -> None:
        if not self.days or not is_span(self.opens, self.closes):
            raise ValueError("hours that are never open")

    def works(self, day: date) -> bool:
        """Whether it opens on that day."""
        return (
            day.weekday() in self.days
            and not any(day in closure for closure in self.closures)
            and (self.territory is None or day not in holidays(self.territory, day.year))
        )

    def is_open(self, moment: datetime) -> bool:
        local = moment.astimezone(self.zone)
        return self._is_between(local.time()) and self.works(local.date())

    def _is_between(self, at: time) -> bool:
        return self.opens <= at and (at < self.closes or self.closes == MIDNIGHT)

    def next_opening(self, moment: datetime) -> datetime:
        """`moment` itself when open, else when the next opening is."""
        if self.is_open(moment):
            return moment
        day = moment.astimezone(self.zone).date()
        while True:
            if self.works(day):
                edges = (edge for edge in self._edges(day) if edge > moment and self.is_open(edge))
                if first := min(edges, default=None):
                    return first
            day += _DAY

    def _edges(self, day: date) -> Iterator[datetime]:
        """The moments of `day` at which it may open: its hour, twice when clocks go back over it,
        and the change of clocks, when that leads past the hour or back into it."""
        for fold in (0, 1):
            yield datetime.combine(day, self.opens, self.zone).replace(fold=fold).astimezone(UTC)
        start = datetime.combine(day, MIDNIGHT, self.zone).astimezone(UTC)
        end = datetime.combine(day + _DAY, MIDNIGHT, self.zone).astimezone(UTC)
        if start.astimezone(self.zone).utcoffset() != end.astimezone(self.zone).utcoffset():
            yield _change(start, end, self.zone)


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The change of clocks between two moments, which is the only one."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > _A_SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after


ALWAYS = Hours(days=frozenset(range(7)), opens=MIDNIGHT, closes=MIDNIGHT, territory=None)

_TRIES = 400
"""Openings tried for a common one: more than a year of days."""


def common_opening(hours: Collection[Hours], moment: datetime) -> datetime | None:
    """The first moment from `moment` on when all are open; None when there is none in a year."""
    for _ in range(_TRIES):
        latest = max(each.next_opening(moment) for each in hours)
        if latest == moment or all(each.is_open(latest) for each in hours):
            return latest
        moment = latest
    return None
