"""How often a feed asks to be read, and when not."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from commonsbot.domain.pacing import Wishes
from commonsbot.news.prescan import Scanned

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_LONGEST = timedelta(days=365)


def wishes(feed: Mapping[str, Any], scanned: Scanned) -> Wishes:
    """RSS 2.0 `ttl` (minutes), `skipHours` and `skipDays`; RSS 1.0 module Syndication
    `updatePeriod` and `updateFrequency`. What makes no sense is ignored."""
    return Wishes(
        ttl=max(timedelta(minutes=_number(feed.get("ttl"))), _period(feed)),
        skip_hours=frozenset(int(h) % 24 for h in scanned.skip_hours if h.isdecimal()),
        skip_days=frozenset(
            _DAYS.index(day.lower()) for day in scanned.skip_days if day.lower() in _DAYS
        ),
    )


def _period(feed: Mapping[str, Any]) -> timedelta:
    period = _PERIODS.get(str(feed.get("sy_updateperiod", "")).strip().lower())
    frequency = _number(feed.get("sy_updatefrequency")) or 1
    return period / frequency if period else timedelta(0)


def _number(written: Any) -> int:
    """A whole number up to a year of minutes; 0 for anything else."""
    words = str(written or "").strip()
    number = int(words) if words.isdecimal() and len(words) < 10 else 0
    return number if number <= _LONGEST / timedelta(minutes=1) else 0
