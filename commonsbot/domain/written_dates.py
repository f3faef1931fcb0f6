"""Days as French texts write them: « jusqu'au 12 janvier », « du 3 au 5 juin », « le 3/2 à 18 h »,
« fin mars », « vendredi prochain », « dans dix jours »."""

import re
from dataclasses import dataclass
from datetime import date, time

from commonsbot.domain.date_forms import FORMS, Days, Reader, weekday_alone
from commonsbot.domain.date_words import NUMBERS, SPELLED
from commonsbot.domain.day_finding import Calendar, Lean
from commonsbot.domain.folding import fold

__all__ = ["Lean", "Mention", "mentions", "prepared"]

_LONGEST = 2000
"""Characters looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Days that a text names, and where in the folded text."""

    start: int
    end: int
    first: date
    last: date
    """The same for a single day."""
    at: time | None = None
    """On the last one."""
    loose: bool = False
    """Only the name of a day of the week."""


def prepared(text: str) -> str:
    """`text` as `mentions` reads it: folded, on one line, small numbers in digits."""
    line = re.sub(r"\s+", " ", fold(text[:_LONGEST]))
    return SPELLED.sub(lambda found: NUMBERS[found[1].replace("-", " ")], line)


def mentions(line: str, today: date, lean: Lean) -> list[Mention]:
    """The days that a `prepared` text names, in its order; `today` is when it was written."""
    found: list[Mention] = []
    for pattern, read in FORMS:
        for match in pattern.finditer(line):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            days = _made(read, match, Calendar(today, lean))
            if days:
                end, at = _time_after(line, match.end())
                found.append(
                    Mention(
                        start=match.start(),
                        end=end,
                        first=days[0],
                        last=days[1],
                        at=at,
                        loose=read is weekday_alone,
                    )
                )
    return sorted(found, key=lambda one: one.start)


def _made(read: Reader, match: re.Match[str], calendar: Calendar) -> Days | None:
    try:
        return read(match, calendar)
    except (ValueError, OverflowError):  # no such day
        return None


def _time_after(line: str, end: int) -> tuple[int, time | None]:
    """« à 18 h », « à midi », « 23 h 59 », right after a day; midnight is the end of it."""
    match = _TIME.match(line, end)
    if match is None:
        return end, None
    if match["word"]:
        return match.end(), time(12) if match["word"] == "midi" else time(23, 59)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if (hour, minute) == (24, 0):
        return match.end(), time(23, 59)
    if hour > 23 or minute > 59:
        return end, None
    return match.end(), time(hour, minute)


_TIME = re.compile(
    r",? ?(?:\()?(?:(?:a|avant|jusqu'a|des|vers) )?(?:"
    r"(?P<hour>[0-2]?[0-9]) ?(?:h|:|heures?) ?(?P<minute>[0-5][0-9])?(?![\w:])"
    r"|(?P<word>midi|minuit)\b)"
)
