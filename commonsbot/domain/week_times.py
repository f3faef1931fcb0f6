"""« lundi 9h », « jeudi à 14 h 30 », « Friday 9:30am »: a moment of the week, as it is written."""

import re
from datetime import date, time, timedelta
from difflib import get_close_matches

from commonsbot.domain.folding import fold

_NAMES = (
    "lundi monday",
    "mardi tuesday",
    "mercredi wednesday",
    "jeudi thursday",
    "vendredi friday",
    "samedi saturday",
    "dimanche sunday",
)
DAYS = {name: day for day, names in enumerate(_NAMES) for name in names.split()}
"""The number of each day (Monday is 0), by its names in French and English, folded."""

_LITTLE = frozenset("a le la les l at on every chaque tous toutes the vers de du matin".split())
_TIME = re.compile(
    r"\b(\d{1,2})(?:\s*(?:h|:|heures?)\s*(\d{2})?(?:\s*(?:min|mn))?)?\s*(am|pm)?\b|\b(midi|noon)\b"
)
_WORD = re.compile(r"[a-z]+")


def read_week_time(text: str) -> tuple[int | None, time | None] | None:
    """The weekday (Monday is 0) and the time it names, either of which may be missing.

    None when it names neither, or holds what is no moment of the week.
    """
    said = fold(text)
    times = list(_TIME.finditer(said))
    words = [word for word in _WORD.findall(_TIME.sub(" ", said)) if word not in _LITTLE]
    days = [read_weekday(word) for word in words]
    if len(times) > 1 or len(days) > 1 or None in days or not (times or days):
        return None
    at = _time(times[0]) if times else None
    if times and at is None:
        return None
    return (days[0] if days else None), at


def read_weekday(word: str) -> int | None:
    """A day's number: its name in French or English, cut short or mistyped."""
    said = fold(word).strip(" .,")
    if len(said) >= 3 and (begun := {day for name, day in DAYS.items() if name.startswith(said)}):
        return begun.pop() if len(begun) == 1 else None
    near = get_close_matches(said, DAYS, n=1, cutoff=0.75)
    return DAYS[near[0]] if near else None


def next_weekday(after: date, weekday: int) -> date:
    """The first such day (Monday is 0) after that one."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def _time(match: re.Match[str]) -> time | None:
    hours, minutes, half, noon = match.groups()
    if noon:
        return time(12)
    hour = int(hours) % 12 + 12 * (half == "pm") if half else int(hours)
    minute = int(minutes or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
