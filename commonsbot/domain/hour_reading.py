"""« Lundi-vendredi 9h-18h », « tous les jours sauf dimanche », "9am to 5pm": hours as typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from rapidfuzz.distance import DamerauLevenshtein

from commonsbot.domain.folding import fold
from commonsbot.domain.hours import MIDNIGHT, is_span
from commonsbot.domain.week_times import DAYS
from commonsbot.errors import UserError

WEEK = frozenset(range(7))
WORKING_DAYS = frozenset(range(5))

_SETS = (
    (
        r"tous les jours|chaque jour|every ?day|(?:toute|all) (?:la |the )?(?:semaine|week)|7j?/7",
        WEEK,
    ),
    (r"jours? ouvr[ea][bl]*e?s?|en semaine|week ?days?|working days", WORKING_DAYS),
    (r"week-?ends?|fin de semaine", frozenset({5, 6})),
)
_ALWAYS = re.compile(
    r"toujours|tout le temps|always|a toute heure|24 ?h?/ ?24(?: ?h)?(?:,? 7 ?j?/ ?7 ?j?)?|24/7"
)
_AS_ELSEWHERE = re.compile(r"(?:par )?defaut|(?:by )?default|comme (?:le reseau|ailleurs)|normal")

_NUMBER = r"(\d{1,2})(?: ?(?:heures?|[h:]) ?(\d{2}(?! ?[h:\d]))?)? ?([ap]m)?"
_HOUR = rf"(?:{_NUMBER}|(midi|noon)|(minuit|midnight))"
_RANGE = re.compile(rf"(?:de |from )?\b{_HOUR} ?(?:-|a|to|et|jusqu'a|until|/) ?{_HOUR}(?!\d)")

_WORD = re.compile(r"[a-z]+|-")
_THROUGH = frozenset("- au a to jusqu'au through until".split())
_EXCEPT = frozenset("sauf hors except but sans".split())
_LITTLE = frozenset("du de des le la les l et and ou from on the d ouvert ouverte open".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What was said of the days and of the hours; None where nothing was."""

    days: frozenset[int] | None = None
    opens: time | None = None
    closes: time | None = None
    always: bool = False


def read_times(text: str) -> Times | None:
    """None: as elsewhere. Raises UserError where `text` is no hours, or hours that never are."""
    said = _plain(text)
    if _AS_ELSEWHERE.fullmatch(said):
        return None
    if _ALWAYS.fullmatch(said):
        return Times(always=True)
    ranges = list(_RANGE.finditer(said))
    if len(ranges) > 1:
        raise UserError("hours-one-range")
    days = _read_days(_RANGE.sub(" ", said), text)
    if not ranges:
        if days is None:
            raise UserError("hours-unclear", typed=text[:60])
        return Times(days=days)
    opens, closes = _hour(ranges[0].groups()[:5]), _hour(ranges[0].groups()[5:])
    if not is_span(opens, closes):
        raise UserError("hours-backwards", opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")
    return Times(days=days, opens=opens, closes=closes)


def _plain(text: str) -> str:
    said = fold(text).replace("–", "-").replace("—", "-").replace("→", "-")
    return " ".join(said.split()).strip(" .!?")


def _hour(said: tuple[str | None, ...]) -> time:
    """Raises UserError."""
    number, minutes, half, noon, midnight = said
    if midnight or number == "24":
        return MIDNIGHT
    hour = 12 if noon else int(number or 0)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or int(minutes or 0) > 59:
        raise UserError("hours-no-hour", typed=f"{number}h{minutes or ''}")
    return time(hour, int(minutes or 0))


def _read_days(said: str, typed: str) -> frozenset[int] | None:
    """None when no day is named."""
    kept, left, named = set[int](), set[int](), False
    for days, excepted in _day_groups(said, typed):
        named = True
        (left if excepted else kept).update(days)
    if not named:
        return None
    found = frozenset((kept or WEEK) - left)
    if not found:
        raise UserError("hours-no-day")
    return found


def _day_groups(said: str, typed: str) -> Iterator[tuple[frozenset[int], bool]]:
    """Days in the order they are named, and whether they are those left out."""
    for number, part in enumerate(re.split(rf"\b(?:{'|'.join(_EXCEPT)})\b", said)):
        for pattern, days in _SETS:
            part, times = re.subn(rf"(?:^|(?<=\s))(?:les )?(?:{pattern})(?=$|[\s,])", " ", part)
            if times:
                yield days, number > 0
        yield from ((days, number > 0) for days in _named_days(part, typed))


def _named_days(said: str, typed: str) -> Iterator[frozenset[int]]:
    last: int | None = None
    through = False
    for word in _WORD.findall(said.replace("jusqu'au", "-")):
        if word in _THROUGH:
            through = last is not None
        elif word not in _LITTLE:
            day = _day(word)
            if day is None:
                raise _unknown(word, typed)
            first = last if through and last is not None else day
            yield frozenset((first + n) % 7 for n in range((day - first) % 7 + 1))
            last, through = day, False


def _unknown(word: str, typed: str) -> UserError:
    if len(word) < 3:
        return UserError("hours-unclear", typed=typed[:60])
    return UserError("hours-no-such-day", word=word[:40])


def _day(word: str) -> int | None:
    """By its name, its beginning (three letters) or with a slip."""
    word = word.removesuffix("s") if word.removesuffix("s") in DAYS else word
    begun = {day for name, day in DAYS.items() if len(word) > 2 and name.startswith(word)}
    if len(begun) == 1:
        return begun.pop()
    slips = 1 if len(word) < 6 else 2
    near = [
        (distance, day)
        for name, day in DAYS.items()
        if (distance := DamerauLevenshtein.distance(word, name, score_cutoff=slips)) <= slips
    ]
    return min(near)[1] if near and len(word) > 3 else None
