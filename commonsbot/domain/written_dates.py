"""Days as French texts write them: « jusqu'au 12 janvier », « du 3 au 5 juin », « le 3/2 à 18 h »,
« fin mars », « vendredi prochain », « dans dix jours »."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import Enum

from commonsbot.domain.folding import fold

YEARS = range(1990, 2101)
"""Another year is a number that looks like one."""

_LONGEST = 2000
"""Characters looked at."""


class Lean(Enum):
    """Which year is meant where none is written."""

    AHEAD = "ahead"
    """The next time that day comes: a deadline."""
    NEAR = "near"
    """The nearest: an event is also told of afterwards."""


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
    return _SPELLED.sub(lambda found: _NUMBERS[found[1].replace("-", " ")], line)


def mentions(line: str, today: date, lean: Lean) -> list[Mention]:
    """The days that a `prepared` text names, in its order; `today` is when it was written."""
    found: list[Mention] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(line):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            days = _made(read, match, _Calendar(today, lean))
            if days:
                end, at = _time_after(line, match.end())
                found.append(
                    Mention(
                        start=match.start(),
                        end=end,
                        first=days[0],
                        last=days[1],
                        at=at,
                        loose=read is _weekday_alone,
                    )
                )
    return sorted(found, key=lambda one: one.start)


@dataclass(frozen=True, slots=True)
class _Calendar:
    """Finds the year of a day, seen from `today`."""

    today: date
    lean: Lean

    def day(self, day: int, month: int, year: int | None, weekday: int | None = None) -> date:
        """Raises ValueError for a day that does not exist."""
        if year is not None:
            return _in_range(year, month, day)
        known = [
            one
            for ahead in range(-1, 9)  # a 29 February may be far
            if (one := _maybe(self.today.year + ahead, month, day)) is not None
        ]
        named = [one for one in known if weekday is None or one.weekday() == weekday]
        return self._meant(named if weekday is not None else [], known)

    def _meant(self, named: list[date], known: list[date]) -> date:
        """A weekday tells the year, of those around; it may also be wrong."""
        around = [one for one in named if abs((one - self.today).days) < 370]
        if around:
            return min(around, key=self._distance)
        return min(known, key=self._distance)

    def _distance(self, one: date) -> tuple[bool, int]:
        days = (one - self.today).days
        if self.lean is Lean.AHEAD:
            return days < 0, abs(days)
        return False, abs(days) if days >= 0 else 4 * abs(days)


_Days = tuple[date, date]
_Reader = Callable[[re.Match[str], _Calendar], "_Days | None"]


def _made(read: _Reader, match: re.Match[str], calendar: _Calendar) -> _Days | None:
    try:
        return read(match, calendar)
    except (ValueError, OverflowError):  # no such day
        return None


def _in_range(year: int, month: int, day: int) -> date:
    if year < 100:
        year += 2000
    if year not in YEARS:
        raise ValueError(year)
    return date(year, month, day)


def _maybe(year: int, month: int, day: int) -> date | None:
    try:
        return _in_range(year, month, day)
    except ValueError:
        return None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _month(name: str) -> int:
    """Raises ValueError."""
    for number, names in enumerate(_MONTHS, 1):
        if name.rstrip(".") in names.split():
            return number
    raise ValueError(name)


def _weekday(name: str | None) -> int | None:
    return _WEEKDAYS.index(name) if name else None


def _iso(match: re.Match[str], calendar: _Calendar) -> _Days:
    day = _in_range(int(match["year"]), int(match["month"]), int(match["day"]))
    return day, day


def _numeric(match: re.Match[str], calendar: _Calendar) -> _Days:
    year = _number(match["year"])
    day = calendar.day(int(match["day"]), int(match["month"]), year, _weekday(match["weekday"]))
    return day, day


def _named(match: re.Match[str], calendar: _Calendar) -> _Days:
    year = _number(match["year"])
    day = calendar.day(int(match["day"]), _month(match["month"]), year, _weekday(match["weekday"]))
    return day, day


def _range(match: re.Match[str], calendar: _Calendar) -> _Days:
    """« du 28 décembre au 5 janvier 2027 »: the last day tells the year of the first."""
    month = _month(match["month"])
    last = calendar.day(
        int(match["last"]), month, _number(match["year"]), _weekday(match["lastname"])
    )
    begun = _month(match["begun"]) if match["begun"] else month
    day = int(match["day"])
    if match["since"]:
        return _ordered(_in_range(int(match["since"]), begun, day), last)
    first = _maybe(last.year, begun, day)
    if first is None or first > last:
        first = _in_range(last.year - 1, begun, day)
    return first, last


def _numeric_range(match: re.Match[str], calendar: _Calendar) -> _Days:
    last = calendar.day(int(match["last"]), int(match["month"]), _number(match["year"]))
    first = _maybe(last.year, int(match["begun"]), int(match["day"]))
    if first is None or first > last:
        first = _in_range(last.year - 1, int(match["begun"]), int(match["day"]))
    return first, last


def _ordered(first: date, last: date) -> _Days:
    if first > last:
        raise ValueError("backwards")
    return first, last


def _part_of_month(match: re.Match[str], calendar: _Calendar) -> _Days:
    """« fin mars » is its last day, « mi-mars » the 15th."""
    month, year = _month(match["month"]), _number(match["year"])
    if match["part"].startswith("mi"):
        day = calendar.day(15, month, year)
        return day, day
    end = _end_of_month(_in_range(year or calendar.today.year, month, 1))
    if year is None and end < calendar.today:
        end = _end_of_month(end.replace(year=end.year + 1, day=1))
    return end, end


def _end_of_month(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


def _end_of(match: re.Match[str], calendar: _Calendar) -> _Days:
    """« la fin du mois », « la fin de l'année »."""
    today = calendar.today
    if match["what"].startswith("mois"):
        end = _end_of_month(today)
        if "prochain" in match["what"]:
            end = _end_of_month(end + timedelta(days=1))
    elif match["what"].startswith("semaine"):
        end = today + timedelta(days=(4 - today.weekday()) % 7)
        if "prochaine" in match["what"]:
            end += timedelta(days=7)
    else:
        end = date(today.year, 12, 31)
    return end, end


def _day_of_month(match: re.Match[str], calendar: _Calendar) -> _Days:
    """« le 15 du mois prochain », « le 15 »: of this month, or the next one that has it."""
    day, today = int(match["day"]), calendar.today
    which = match["which"] or ""
    first = today.replace(day=1)
    following = _end_of_month(today) + timedelta(days=1)
    if "prochain" in which:
        meant = following.replace(day=day)
    elif which or day >= today.day:
        meant = first.replace(day=day)
    else:
        meant = following.replace(day=day)
    return meant, meant


def _weekday_alone(match: re.Match[str], calendar: _Calendar) -> _Days:
    """« vendredi », « vendredi prochain »: the next one after today."""
    ahead = (_WEEKDAYS.index(match["weekday"]) - calendar.today.weekday() - 1) % 7 + 1
    day = calendar.today + timedelta(days=ahead)
    return day, day


def _in_some_time(match: re.Match[str], calendar: _Calendar) -> _Days:
    """« dans dix jours », « sous trois semaines », « plus que deux jours », « J-5 »."""
    count = int(match["count"] or match["left"])
    unit = match["unit"] or "jour"
    if unit.startswith("mois"):
        day = _months_later(calendar.today, count)
    else:
        day = calendar.today + timedelta(days=count * (7 if unit.startswith("sem") else 1))
    return day, day


def _months_later(day: date, count: int) -> date:
    """The same day, or the last one of a shorter month."""
    index = day.month - 1 + count
    first = date(day.year + index // 12, index % 12 + 1, 1)
    return first.replace(day=min(day.day, _end_of_month(first).day))


def _near_day(match: re.Match[str], calendar: _Calendar) -> _Days:
    word = match["near"].replace("-", " ")
    ahead = 2 if word.startswith("apres") else 1 if word == "demain" else 0
    day = calendar.today + timedelta(days=ahead)
    return day, day


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


_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier janv jan",
    "fevrier fevr fev",
    "mars",
    "avril avr",
    "mai",
    "juin",
    "juillet juil",
    "aout",
    "septembre sept",
    "octobre oct",
    "novembre nov",
    "decembre dec",
)
_SMALL = (
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf vingt"
).split()
_NUMBERS = {
    **{name.replace("-", " "): str(number) for number, name in enumerate(_SMALL, 2)},
    **{f"vingt {name}": str(number) for number, name in enumerate(_SMALL[:8], 22)},
    "premier": "1er",
    "vingt et un": "21",
    "trente": "30",
    "trente et un": "31",
    "quarante cinq": "45",
    "soixante": "60",
}
_ANY_MONTH = r"(?:" + "|".join(name for names in _MONTHS for name in names.split()) + r")\b\.?"
_ANY_WEEKDAY = "|".join(_WEEKDAYS)
_UNIT = r"(?:jours?|semaines?|mois)\b"
_SPELLED = re.compile(
    r"\b("
    + "|".join(
        re.escape(name).replace(r"\ ", "[ -]") for name in sorted(_NUMBERS, key=len, reverse=True)
    )
    + rf")\b(?= (?:{_ANY_MONTH}|(?:derniers |petits )?{_UNIT}|au | et ))"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_NTH = r"(?: ?er)?"
_YEAR = r"(?: (?P<year>(?:19|20)[0-9]{2}))?(?![0-9])"
_NAME = rf"(?:(?P<weekday>{_ANY_WEEKDAY}),? )?"
_NO_NUMBER = r"(?<![\w/.,-])"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_form(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"), _iso),
    (
        _form(
            rf"{_NO_NUMBER}(?P<day>{_DAY})/(?P<begun>[01]?[0-9])(?:/(?:20)?[0-9]{{2}})?"
            rf"(?: au | - | ?[-–] ?)(?P<last>{_DAY})/(?P<month>[01]?[0-9])"
            r"(?:/(?P<year>(?:20)?[0-9]{2}))?(?![\w/])"
        ),
        _numeric_range,
    ),
    (
        _form(
            rf"\b(?P<day>{_DAY})(?P<begun>)(?P<since>)(?:, {_DAY})+(?: et |, )"
            rf"(?P<lastname>)(?P<last>{_DAY}) (?P<month>{_ANY_MONTH})" + _YEAR
        ),
        _range,
    ),
    (
        _form(
            rf"\b(?:{_ANY_WEEKDAY})?,? ?(?P<day>{_DAY}){_NTH}(?: (?P<begun>{_ANY_MONTH}))?"
            r"(?: (?P<since>20[0-9]{2}))?"
            r"(?: au | et le | et | a | jusqu'au | jusqu'a | ?[-–—/] ?)"
            rf"(?:(?P<lastname>{_ANY_WEEKDAY}) )?(?P<last>{_DAY}){_NTH} (?P<month>{_ANY_MONTH})"
            + _YEAR
        ),
        _range,
    ),
    (_form(rf"\b{_NAME}(?P<day>{_DAY}){_NTH} (?P<month>{_ANY_MONTH})" + _YEAR), _named),
    (
        _form(
            rf"{_NO_NUMBER}{_NAME}(?P<day>{_DAY})[/.-](?P<month>0?[1-9]|1[0-2])"
            r"[/.-](?P<year>(?:20)?[0-9]{2})(?![\w/-]|[.,][0-9]| ?%)"
        ),
        _numeric,
    ),
    (
        _form(
            rf"(?:(?<=\ble )|(?<=\bau )|(?<=\bdu )|(?<=avant )|(?<=: )|(?<=\()|(?<=di ))"
            rf"{_NAME}(?P<day>{_DAY})/(?P<month>0?[1-9]|1[0-2])(?P<year>)(?![\w/]|[.,][0-9]| ?%)"
        ),
        _numeric,
    ),
    (
        _form(
            r"\b(?P<part>(?:la )?fin(?: du mois)?(?: de| d')?|mi)[ -]?(?P<month>"
            + _ANY_MONTH
            + ")"
            + _YEAR
        ),
        _part_of_month,
    ),
    (
        _form(
            r"\bfin (?:du |de la |de l'|de |d')?"
            r"(?P<what>mois(?: prochain)?|semaine(?: prochaine)?|annee)\b"
        ),
        _end_of,
    ),
    (
        _form(
            rf"(?:(?<=\bau )|(?<=\ble ))(?P<day>{_DAY}){_NTH}"
            r"(?P<which> du mois prochain| de ce mois(?:-ci)?| du mois)"
        ),
        _day_of_month,
    ),
    (
        _form(
            rf"\b(?:dans|sous|d'ici(?: a)?|plus que|encore|restent?(?: plus que)?) "
            rf"(?P<count>[1-9][0-9]{{0,2}}) (?:derniers |petits )?(?P<unit>{_UNIT})"
            r"|(?<!\w)j ?- ?(?P<left>[1-9][0-9]?)(?!\w)"
        ),
        _in_some_time,
    ),
    (_form(r"\b(?P<near>apres[- ]demain|demain|aujourd'hui|ce soir)\b"), _near_day),
    (
        _form(rf"\b(?P<weekday>{_ANY_WEEKDAY})(?: prochain)?(?! dernier)\b(?! [0-9])"),
        _weekday_alone,
    ),
    (
        _form(
            rf"\b(?:(?<=\bau )|(?<=\ble )|(?:{_ANY_WEEKDAY}) )(?P<day>{_DAY})(?P<which>)"
            r"(?![\w/.,:-]*[0-9%€])"
            r"(?= (?:inclus|a|midi|minuit|pour|et|sur|par|au|dernier|prochain)\b| ?[,.;:!)…]|$)"
        ),
        _day_of_month,
    ),
)
"""The most precise first: what one has taken is not read again."""

_TIME = re.compile(
    r",? ?(?:\()?(?:(?:a|avant|jusqu'a|des|vers) )?(?:"
    r"(?P<hour>[0-2]?[0-9]) ?(?:h|:|heures?) ?(?P<minute>[0-5][0-9])?(?![\w:])"
    r"|(?P<word>midi|minuit)\b)"
)
