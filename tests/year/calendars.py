"""When rooms and people are open, worked out apart from the bot's own rules.

The holidays come from a library, and openings are found by looking every quarter of an
hour: slow, and
plainly right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from holidays import country_holidays

STEP = timedelta(minutes=15)
"""Everything opens and closes on one of these."""

YEARS = range(2026, 2029)

SUBDIVISIONS = {
    "Europe/Paris": None,
    "America/Miquelon": "PM",
    "America/Guadeloupe": "971",
    "America/Cayenne": "973",
    "Indian/Reunion": "974",
    "Indian/Mayotte": "976",
    "Pacific/Noumea": "NC",
    "Pacific/Tahiti": "PF",
}
"""Eight time zones; clocks change in the first two."""

_OFFICE = frozenset(range(5))


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """`opens` and `closes` in minutes of the day."""

    zone: str = "Europe/Paris"
    subdivision: str | None = None
    days: frozenset[int] = _OFFICE
    opens: int = 8 * 60 + 30
    closes: int = 18 * 60 + 30
    keeps_holidays: bool = True
    closed: frozenset[date] = field(default=frozenset())

    def is_open(self, moment: datetime) -> bool:
        local = moment.astimezone(ZoneInfo(self.zone))
        if local.weekday() not in self.days or local.date() in self.closed:
            return False
        if self.keeps_holidays and local.date() in _holidays(self.subdivision):
            return False
        return self.opens <= local.hour * 60 + local.minute < self.closes


_known: dict[str | None, frozenset[date]] = {}


def _holidays(subdivision: str | None) -> frozenset[date]:
    if subdivision not in _known:
        found = country_holidays("FR", subdiv=subdivision, years=YEARS)
        _known[subdivision] = frozenset(found)
    return _known[subdivision]


ANY_TIME = Calendar(days=frozenset(range(7)), opens=0, closes=24 * 60, keeps_holidays=False)


def first_open(moment: datetime, calendars: Sequence[Calendar], end: datetime) -> datetime | None:
    """The first moment before `end` at which all are open, looking at whole steps."""
    while not all(calendar.is_open(moment) for calendar in calendars):
        moment = _next_step(moment)
        if moment >= end:
            return None
    return moment


def _next_step(moment: datetime) -> datetime:
    seconds = int(STEP.total_seconds())
    return datetime.fromtimestamp((int(moment.timestamp()) // seconds + 1) * seconds, UTC)


def days_between(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
