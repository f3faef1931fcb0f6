"""How long is kept what serves no more."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

NIGHT = time(3)
"""When nobody waits for an answer: the database is swept then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """Cards stay until they are taken back, and what their authors follow until they say stop."""

    withdrawn: timedelta = timedelta(days=30)
    """The words of cards that were taken back, and copies of the database made before upgrades."""
    exchanges: timedelta = timedelta(days=365)
    """Questions put to a person and answered, private notes told, proposals refused."""
    journal: timedelta = timedelta(days=730)
    """Who did what to the commons."""
    answers: timedelta = timedelta(days=30)
    """That an answer was sent: its words go when it is."""


KEPT_AS_USUAL = Retention()


def next_night(now: datetime, zone: ZoneInfo) -> datetime:
    """The next time that it is night in `zone`."""
    local = now.astimezone(zone)
    tonight = datetime.combine(local.date(), NIGHT, zone)
    return tonight if tonight > local else tonight + timedelta(days=1)
