"""How often a source is read: by how often it publishes, and by what its server asks for."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

_SHORTEST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(days=7)
_USUAL = timedelta(days=3)
"""A source that publishes at least so often is read at the usual interval."""
_ENOUGH = 5
"""Items from which a source is known to publish often."""
_JITTER = 0.05
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a feed asks of its readers: RSS `ttl` and RSS 1.0 `sy:updatePeriod`, in `ttl`;
    `skipHours` and `skipDays` (RSS 2.0), in UTC, Monday is 0."""

    ttl: timedelta = timedelta(0)
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often a source published, as far as it was seen."""

    watched: timedelta
    """For how long."""
    items: int
    """How many were new in that time."""
    quiet: timedelta
    """Since the last item that came, at the first reading too; or since it was added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """`interval` is the usual time between two readings, `fastest` and `ceiling` its bounds."""

    interval: timedelta = timedelta(minutes=60)
    fastest: timedelta = timedelta(minutes=15)
    ceiling: timedelta = timedelta(hours=24)

    def interval_for(self, rhythm: Rhythm, asked: timedelta = timedelta(0)) -> timedelta:
        """By how often the source publishes; `asked` by its server, it is no shorter."""
        own = self._by(rhythm)
        return max(own, min(asked, max(self.ceiling, self.interval)))

    def _by(self, rhythm: Rhythm) -> timedelta:
        gap = max(rhythm.quiet, rhythm.watched / max(rhythm.items, 1))
        if rhythm.items >= _ENOUGH and gap < self.interval:
            return max(self.interval / 2, min(self.interval, self.fastest))
        slowed = self.interval * max(1.0, rhythm.quiet / _USUAL)
        return min(slowed, max(self.ceiling, self.interval))

    def after_failure(
        self, failures: int, chance: float, retry_after: float | None = None
    ) -> timedelta:
        """The interval doubled with each of the `failures` in a row, give or take a fifth.

        A server that says `retry_after` (seconds) is taken at its word, from one minute to seven
        days, but never read more often than one that works.
        """
        if retry_after is not None:
            seconds = min(retry_after, _LONGEST_WAIT.total_seconds())
            return max(timedelta(seconds=seconds), _SHORTEST_WAIT, self.interval)
        wait = self.interval * 2.0 ** min(failures, 16) * (0.8 + 0.4 * chance)
        return min(wait, max(self.ceiling, self.interval))


def next_reading(
    now: datetime, interval: timedelta, offset: float, chance: float, wishes: Wishes
) -> datetime:
    """In about half the interval at least, in the whole at most, at the source's own moment of it.

    `offset`, in [0, 1), is that moment: sources added together drift apart, and stay so after a
    restart. `chance`, in [0, 1), makes it a little less regular. Hours and days that the source
    asks to skip are skipped, unless they are all there are.
    """
    turn = interval / (1 + _JITTER)
    turns = (offset - now.timestamp() / turn.total_seconds()) % 1
    if turns < 2 * _JITTER:
        turns += 1  # its moment is now: the source is read a little ahead of it
    elif turns < 0.5:
        turns = (turns + 1) / 2  # two short steps rather than one that is too short
    moment = now + turn * (turns - _JITTER * chance)
    return _not_skipped(min(moment, now + interval), wishes)


def offset_of(url: str) -> float:
    """In [0, 1), always the same for a URL."""
    return int.from_bytes(hashlib.sha256(url.encode()).digest()[:4]) / 2**32


def _not_skipped(moment: datetime, wishes: Wishes) -> datetime:
    later = moment
    for _ in range(24 * 7):
        if later.hour not in wishes.skip_hours and later.weekday() not in wishes.skip_days:
            return later
        later = later.replace(minute=moment.minute) + _HOUR
    return moment
