"""Hours, days and closures in words."""

from collections.abc import Iterable
from datetime import date, datetime, time

from commonsbot.domain.holidays import Territory
from commonsbot.domain.hours import ALWAYS, MIDNIGHT, Closure, Hours
from commonsbot.domain.time_zones import territory_of, zone_of
from commonsbot.texts.translator import Translator

_CALLED = {
    Territory.METROPOLE: "zone-paris",
    Territory.NOUVELLE_CALEDONIE: "zone-noumea",
    Territory.POLYNESIE: "zone-tahiti",
}
"""Zones that go by another name than their territory."""


def when(texts: Translator, hours: Hours) -> str:
    """« du lundi au vendredi, de 8 h 30 à 18 h 30, heure de Paris »."""
    if (hours.days, hours.opens, hours.closes) == (ALWAYS.days, ALWAYS.opens, ALWAYS.closes):
        return texts.plain("hours-always")
    return texts.plain(
        "hours-when",
        days=days(texts, hours.days),
        opens=clock(texts, hours.opens),
        closes=clock(texts, hours.closes),
        zone=_zone(texts, hours),
    )


def _zone(texts: Translator, hours: Hours) -> str:
    territory = territory_of(hours.zone)
    if zone_of(territory) != hours.zone:
        return hours.zone.key
    return texts.plain(_CALLED.get(territory, f"territory-{territory}"))


def days(texts: Translator, days: Iterable[int]) -> str:
    """« du lundi au vendredi », « lundi, mardi et jeudi »."""
    chosen = sorted(days)
    names = [texts.plain("hours-weekday", day=day) for day in chosen]
    if len(chosen) == 7:
        return texts.plain("hours-every-day")
    if len(chosen) == 1:
        return texts.plain("hours-one-day", day=names[0])
    if len(chosen) > 2 and chosen[-1] - chosen[0] == len(chosen) - 1:
        return texts.plain("hours-days-range", first=names[0], last=names[-1])
    return texts.plain("hours-days-list", others=", ".join(names[:-1]), last=names[-1])


def clock(texts: Translator, at: time) -> str:
    """« 8 h 30 »."""
    if at == MIDNIGHT:
        return texts.plain("hours-midnight")
    if at.minute == 0:
        return texts.plain("hours-clock-full", hour=str(at.hour))
    return texts.plain("hours-clock", hour=str(at.hour), minutes=f"{at.minute:02}")


def day(texts: Translator, day: date, today: date) -> str:
    """« jeudi 24 décembre », with the year where it is far from here."""
    id = "hours-date" if abs((day - today).days) < 180 else "hours-date-year"
    year = {} if id == "hours-date" else {"year": str(day.year)}
    return texts.plain(
        id,
        weekday=texts.plain("hours-weekday", day=day.weekday()),
        day=str(day.day),
        month=texts.plain("month", month=day.month),
        **year,
    )


def moment(texts: Translator, moment: datetime, hours: Hours, now: datetime) -> str:
    """« lundi 30 novembre à 8 h 30 », on the clocks there."""
    local, today = moment.astimezone(hours.zone), now.astimezone(hours.zone).date()
    said = day(texts, local.date(), today)
    return texts.plain("hours-moment", date=said, time=clock(texts, local.time()))


def closure(texts: Translator, closure: Closure, today: date) -> str:
    """« du jeudi 24 décembre au samedi 2 janvier »."""
    first = day(texts, closure.first, today)
    if closure.first == closure.last:
        return texts.plain("hours-one-day", day=first)
    return texts.plain("hours-span", first=first, last=day(texts, closure.last, today))
