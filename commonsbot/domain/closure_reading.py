"""« 24/12-2/1 », « du 24 décembre au 2 janvier », "Dec 24 to Jan 2": days to come, as typed."""

import re
from datetime import date, timedelta

from rapidfuzz.distance import DamerauLevenshtein

from commonsbot.domain.delays import read_delay
from commonsbot.domain.folding import fold
from commonsbot.domain.hours import Closure
from commonsbot.domain.named_days import read_named_days

LONGEST = timedelta(days=366)
LONGEST_UNDATED = timedelta(days=120)
"""Where no year is written: « 31/12-1/12 » is a slip."""

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "janvier january",
            "fevrier february",
            "mars march",
            "avril april",
            "mai may",
            "juin june",
            "juillet july",
            "aout august",
            "septembre september",
            "octobre october",
            "novembre november",
            "decembre december",
        ),
        1,
    )
    for name in names.split()
}

_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_BETWEEN = re.compile(r"\s*(?:->|[-–—→]|\b(?:jusqu'au|jusqu'a|au|to|until|through|et|and|a)\b)\s*")
_UNTIL = re.compile(r"(?:jusqu['’ ]?(?:au|à|a)|until|till)\s+", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:du|le|la|from|the|entre|between|on|des)\s+")
_DAY_NAMES = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b,?\s*"
)
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.]\s*(\d{1,2})(?:\s*[/.]\s*(\d{4}|\d{2}))?")
_NAMED = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,})\.?(?:\s+(\d{4}))?")
_NAMED_FIRST = re.compile(r"([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_DAY_ALONE = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?")

_Parts = tuple[int, int | None, int | None]
"""Day, month, year."""


def read_closure(text: str, today: date) -> Closure | None:
    """The next days called so that are not over; None when `text` is none, or too many."""
    if named := read_named_days(text, today):
        return named
    said = _ISO.sub(r"\3/\2/\1", fold(" ".join(text.split())))
    said = _DAY_NAMES.sub("", said).strip(" .,!")
    ends = [_read(_BEFORE.sub("", part.strip())) for part in _BETWEEN.split(said) if part.strip()]
    match ends:
        case [(day, month, year)] if month:
            return _coming((day, month, year), (day, month, year), today)
        case [(day, month, year), (last_day, last_month, last_year)] if last_month:
            first = (day, month or last_month, year if month else last_year)
            return _coming(first, (last_day, last_month, last_year), today)
        case _:
            return None


def read_absence(text: str, today: date) -> Closure | None:
    """The same, and also « 2 semaines », « jusqu'au 15 août »: from today on."""
    said = " ".join(text.split())
    delay = read_delay(re.sub(r"^(?:pendant|pour|durant|for)\s+", "", said, flags=re.IGNORECASE))
    if delay:
        return Closure(today, today + min(delay, LONGEST) - timedelta(days=1))
    until = _UNTIL.match(said)
    if until is None:
        return read_closure(said, today)
    last = read_closure(said[until.end() :], today)
    return Closure(today, last.last) if last and last.last - today <= LONGEST else None


def _read(text: str) -> _Parts | None:
    if found := _NUMBERS.fullmatch(text):
        day, month, year = found.groups()
        return int(day), int(month), _year(year)
    if found := _NAMED.fullmatch(text):
        day, name, year = found.groups()
    elif found := _NAMED_FIRST.fullmatch(text):
        name, day, year = found.groups()
    else:
        found = _DAY_ALONE.fullmatch(text)
        return (int(found[1]), None, None) if found else None
    named = _month(name)
    return (int(day), named, _year(year)) if named else None


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def _month(name: str) -> int | None:
    begun = {month for known, month in _MONTHS.items() if known.startswith(name)}
    if len(begun) == 1:
        return begun.pop()
    near = [
        month
        for known, month in _MONTHS.items()
        if len(name) > 4 and DamerauLevenshtein.distance(name, known, score_cutoff=1) <= 1
    ]
    return near[0] if near else None


def _coming(first: _Parts, last: _Parts, today: date) -> Closure | None:
    """In the years said, else in the first ones in which it is not over."""
    longest = LONGEST if first[2] or last[2] else LONGEST_UNDATED
    for year in _years(first[2], last[2], today):
        found = _in_year(first, last, year)
        if found and found.last >= today:
            return found if found.last - found.first <= longest else None
    return None


def _years(first: int | None, last: int | None, today: date) -> range:
    """In which it may begin."""
    if first:
        return range(first, first + 1)
    if last:
        return range(last, last - 2, -1)
    return range(today.year - 1, today.year + 9)


def _in_year(first: _Parts, last: _Parts, year: int) -> Closure | None:
    """From the year `year` on; None where a day does not exist, or where it ends before."""
    assert first[1] and last[1]
    turns = (first[1], first[0]) > (last[1], last[0])
    end = last[2] or year + turns
    try:
        begun, ended = date(year, first[1], first[0]), date(end, last[1], last[0])
    except ValueError:
        return None
    return Closure(begun, ended) if begun <= ended else None
