"""The forms in which French texts name days, each with what it means."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from commonsbot.domain.date_words import (
    ANY_MONTH,
    ANY_WEEKDAY,
    UNIT,
    WEEKDAYS,
    month_number,
    number,
    weekday_number,
)
from commonsbot.domain.day_finding import Calendar, end_of_month, in_range, maybe, months_later
from commonsbot.domain.week_times import next_weekday

Days = tuple[date, date]
Reader = Callable[[re.Match[str], Calendar], "Days | None"]


def _iso(match: re.Match[str], calendar: Calendar) -> Days:
    day = in_range(int(match["year"]), int(match["month"]), int(match["day"]))
    return day, day


def _numeric(match: re.Match[str], calendar: Calendar) -> Days:
    year = number(match["year"])
    day = calendar.day(
        int(match["day"]), int(match["month"]), year, weekday_number(match["weekday"])
    )
    return day, day


def _named(match: re.Match[str], calendar: Calendar) -> Days:
    year = number(match["year"])
    day = calendar.day(
        int(match["day"]), month_number(match["month"]), year, weekday_number(match["weekday"])
    )
    return day, day


def _range(match: re.Match[str], calendar: Calendar) -> Days:
    """« du 28 décembre au 5 janvier 2027 »: the last day tells the year of the first."""
    month = month_number(match["month"])
    last = calendar.day(
        int(match["last"]), month, number(match["year"]), weekday_number(match["lastname"])
    )
    begun = month_number(match["begun"]) if match["begun"] else month
    day = int(match["day"])
    if match["since"]:
        return _ordered(in_range(int(match["since"]), begun, day), last)
    first = maybe(last.year, begun, day)
    if first is None or first > last:
        first = in_range(last.year - 1, begun, day)
    return first, last


def _numeric_range(match: re.Match[str], calendar: Calendar) -> Days:
    last = calendar.day(int(match["last"]), int(match["month"]), number(match["year"]))
    first = maybe(last.year, int(match["begun"]), int(match["day"]))
    if first is None or first > last:
        first = in_range(last.year - 1, int(match["begun"]), int(match["day"]))
    return first, last


def _ordered(first: date, last: date) -> Days:
    if first > last:
        raise ValueError("backwards")
    return first, last


def _part_of_month(match: re.Match[str], calendar: Calendar) -> Days:
    """« fin mars » is its last day, « mi-mars » the 15th."""
    month, year = month_number(match["month"]), number(match["year"])
    if match["part"].startswith("mi"):
        day = calendar.day(15, month, year)
        return day, day
    end = end_of_month(in_range(year or calendar.today.year, month, 1))
    if year is None and end < calendar.today:
        end = end_of_month(end.replace(year=end.year + 1, day=1))
    return end, end


def _end_of(match: re.Match[str], calendar: Calendar) -> Days:
    """« la fin du mois », « la fin de l'année »."""
    today = calendar.today
    if match["what"].startswith("mois"):
        end = end_of_month(today)
        if "prochain" in match["what"]:
            end = end_of_month(end + timedelta(days=1))
    elif match["what"].startswith("semaine"):
        end = today + timedelta(days=(4 - today.weekday()) % 7)
        if "prochaine" in match["what"]:
            end += timedelta(days=7)
    else:
        end = date(today.year, 12, 31)
    return end, end


def _day_of_month(match: re.Match[str], calendar: Calendar) -> Days:
    """« le 15 du mois prochain », « le 15 »: of this month, or the next one that has it."""
    day, today = int(match["day"]), calendar.today
    which = match["which"] or ""
    first = today.replace(day=1)
    following = end_of_month(today) + timedelta(days=1)
    if "prochain" in which:
        meant = following.replace(day=day)
    elif which or day >= today.day:
        meant = first.replace(day=day)
    else:
        meant = following.replace(day=day)
    return meant, meant


def weekday_alone(match: re.Match[str], calendar: Calendar) -> Days:
    """« vendredi », « vendredi prochain »: the next one after today."""
    day = next_weekday(calendar.today, WEEKDAYS.index(match["weekday"]))
    return day, day


def _in_some_time(match: re.Match[str], calendar: Calendar) -> Days:
    """« dans dix jours », « sous trois semaines », « plus que deux jours », « J-5 »."""
    count = int(match["count"] or match["left"])
    unit = match["unit"] or "jour"
    if unit.startswith("mois"):
        day = months_later(calendar.today, count)
    else:
        day = calendar.today + timedelta(days=count * (7 if unit.startswith("sem") else 1))
    return day, day


def _near_day(match: re.Match[str], calendar: Calendar) -> Days:
    word = match["near"].replace("-", " ")
    ahead = 2 if word.startswith("apres") else 1 if word == "demain" else 0
    day = calendar.today + timedelta(days=ahead)
    return day, day


_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_NTH = r"(?: ?er)?"
_YEAR = r"(?: (?P<year>(?:19|20)[0-9]{2}))?(?![0-9])"
_NAME = rf"(?:(?P<weekday>{ANY_WEEKDAY}),? )?"
_NO_NUMBER = r"(?<![\w/.,-])"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
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
            rf"(?P<lastname>)(?P<last>{_DAY}) (?P<month>{ANY_MONTH})" + _YEAR
        ),
        _range,
    ),
    (
        _form(
            rf"\b(?:{ANY_WEEKDAY})?,? ?(?P<day>{_DAY}){_NTH}(?: (?P<begun>{ANY_MONTH}))?"
            r"(?: (?P<since>20[0-9]{2}))?"
            r"(?: au | et le | et | a | jusqu'au | jusqu'a | ?[-–—/] ?)"
            rf"(?:(?P<lastname>{ANY_WEEKDAY}) )?(?P<last>{_DAY}){_NTH} (?P<month>{ANY_MONTH})"
            + _YEAR
        ),
        _range,
    ),
    (_form(rf"\b{_NAME}(?P<day>{_DAY}){_NTH} (?P<month>{ANY_MONTH})" + _YEAR), _named),
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
            + ANY_MONTH
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
            rf"(?P<count>[1-9][0-9]{{0,2}}) (?:derniers |petits )?(?P<unit>{UNIT})"
            r"|(?<!\w)j ?- ?(?P<left>[1-9][0-9]?)(?!\w)"
        ),
        _in_some_time,
    ),
    (_form(r"\b(?P<near>apres[- ]demain|demain|aujourd'hui|ce soir)\b"), _near_day),
    (
        _form(rf"\b(?P<weekday>{ANY_WEEKDAY})(?: prochain)?(?! dernier)\b(?! [0-9])"),
        weekday_alone,
    ),
    (
        _form(
            rf"\b(?:(?<=\bau )|(?<=\ble )|(?:{ANY_WEEKDAY}) )(?P<day>{_DAY})(?P<which>)"
            r"(?![\w/.,:-]*[0-9%€])"
            r"(?= (?:inclus|a|midi|minuit|pour|et|sur|par|au|dernier|prochain)\b| ?[,.;:!)…]|$)"
        ),
        _day_of_month,
    ),
)
"""The most precise first: what one has taken is not read again."""
