"""Days, months and years as people write them, in French and English."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from commonsbot.domain.folding import fold

_YEARS = range(1970, 2200)


@dataclass(frozen=True, slots=True)
class Period:
    start: date
    end: date
    """The day after its last one."""


def read_period(text: str, today: date) -> tuple[Period, int] | None:
    """The period that `text` begins with, and where it ends in it: « mars 2025 et la suite »."""
    for pattern, read in _PATTERNS:
        found = pattern.match(text)
        period = _made(read, found, today) if found else None
        if found and period:
            return period, found.end()
    return None


_Reader = Callable[[re.Match[str], date], Period | None]


def _made(read: _Reader, found: re.Match[str], today: date) -> Period | None:
    try:
        return read(found, today)
    except (ValueError, OverflowError):  # no such day
        return None


def _day(year: int, month: int, day: int) -> Period | None:
    if year not in _YEARS:
        return None
    start = date(year, month, day)
    return Period(start, start + timedelta(days=1))


def _month(year: int, month: int) -> Period | None:
    if year not in _YEARS:
        return None
    return Period(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1))


def _year(year: int) -> Period | None:
    return Period(date(year, 1, 1), date(year + 1, 1, 1)) if year in _YEARS else None


def _iso(found: re.Match[str], today: date) -> Period | None:
    year, month, day = found.groups()
    if day:
        return _day(int(year), int(month), int(day))
    return _month(int(year), int(month))


def _numeric(found: re.Match[str], today: date) -> Period | None:
    day, month, year = (int(part) for part in found.groups())
    if month > 12 >= day:
        day, month = month, day
    return _day(year if year > 99 else 2000 + year, month, day)


def _named(found: re.Match[str], today: date) -> Period | None:
    """« 12 mars 2025 », « mars 2025 », « mars »: the last one there was."""
    day, name, year = found.groups()
    month = _MONTHS.get(fold(name))
    if month is None:
        return None
    known = int(year) if year else today.year - (month > today.month)
    return _day(known, month, int(day)) if day else _month(known, month)


def _ago(found: re.Match[str], today: date) -> Period | None:
    days = int(found[1]) * _UNITS[fold(found[2])[:2]]
    return Period(today - timedelta(days=days), today + timedelta(days=1))


def _relative(found: re.Match[str], today: date) -> Period | None:
    words = " ".join(re.findall(r"\w+", fold(found[0])))
    if words in ("hier", "yesterday"):
        return Period(today - timedelta(days=1), today)
    if words in ("aujourd hui", "ce jour", "today"):
        return Period(today, today + timedelta(days=1))
    monday = today - timedelta(days=today.weekday())
    last = re.search(r"dernier|derniere|passe|passee|last", words) is not None
    if "sem" in words or "week" in words:
        start = monday - timedelta(days=7 * last)
        return Period(start, start + timedelta(days=7))
    if "moi" in words or "month" in words:
        first = today.replace(day=1)
        wanted = first - timedelta(days=1) if last else first
        return _month(wanted.year, wanted.month)
    return _year(today.year - last)


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january",
            "fevrier fevr fev feb february",
            "mars mar march",
            "avril avr apr april",
            "mai may",
            "juin jun june",
            "juillet juil jul july",
            "aout aou aug august",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        1,
    )
    for name in names.split()
}
_UNITS = {"jo": 1, "da": 1, "se": 7, "we": 7, "mo": 30, "an": 365, "ye": 365}
_MONTH_NAME = r"(\w{3,9})\.?"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + r"(?!\w|[-/.][0-9])", re.IGNORECASE)


_PATTERNS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_compiled(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?"), _iso),
    (_compiled(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})"), _numeric),
    (
        _compiled(r"([0-9]{1,2})[-/.]([0-9]{4})"),
        lambda found, today: _month(int(found[2]), int(found[1])),
    ),
    (
        _compiled(
            r"(?:il y a\s+|les\s+|last\s+)?([0-9]{1,3})\s*(?:derni\S+\s+|last\s+)?"
            r"(jours?|semaines?|mois|ans?|ann\S{1,4}es?|days?|weeks?|months?|years?)"
            r"(?:\s+ago)?"
        ),
        _ago,
    ),
    (
        _compiled(rf"(?:le\s+)?([0-9]{{1,2}})(?:er|st|nd|rd|th)?\s+{_MONTH_NAME}\s+([0-9]{{4}})"),
        _named,
    ),
    (_compiled(rf"()?{_MONTH_NAME}\s+([0-9]{{4}})"), _named),
    (_compiled(r"([0-9]{4})"), lambda found, today: _year(int(found[1]))),
    (
        _compiled(
            r"hier|yesterday|aujourd\S?hui|today"
            r"|(?:la\s+|cette\s+)?semaine(?:\s+(?:derni\S+|pass\S+))?"
            r"|(?:le\s+|ce\s+)?mois(?:\s+(?:dernier|pass\S+))?"
            r"|(?:l\S)?(?:cette\s+)?(?:ann\S{1,3}e|an)(?:\s+(?:derni\S+|pass\S+))?"
            r"|(?:this|last)\s+(?:week|month|year)|week|month|year"
        ),
        _relative,
    ),
    (_compiled(rf"(?:le\s+)?([0-9]{{1,2}})(?:er)?\s+{_MONTH_NAME}()?"), _named),
    (_compiled(rf"()?{_MONTH_NAME}()?"), _named),
)
"""The most precise first."""
