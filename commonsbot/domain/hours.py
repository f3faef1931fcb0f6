"""When the bot may start something by itself. It answers at any hour."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours on working days. `days`: Monday is 0."""

    days: frozenset[int] = frozenset(range(5))
    opens: time = time(8, 30)
    closes: time = time(18, 30)
    zone: ZoneInfo = PARIS

    def is_open(self, moment: datetime) -> bool:
        local = moment.astimezone(self.zone)
        return local.weekday() in self.days and self.opens <= local.time() < self.closes

    def next_opening(self, moment: datetime) -> datetime:
        """`moment` itself when open, else when the next opening is."""
        if self.is_open(moment):
            return moment
        local = moment.astimezone(self.zone)
        for ahead in range(8):
            day = local.date() + timedelta(days=ahead)
            opening = datetime.combine(day, self.opens, self.zone)
            if day.weekday() in self.days and opening >= local:
                return opening
        return moment  # no day is open: nothing would ever be said


ALWAYS = Hours(days=frozenset(range(7)), opens=time.min, closes=time.max)
