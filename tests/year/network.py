"""Five hundred rooms and the people in them: each with its hours, its letter and its calendar."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from commonsbot.domain.editions import Schedule
from commonsbot.domain.holidays import Territory
from commonsbot.domain.hours import MIDNIGHT, Closure
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.own_hours import OwnHours
from tests.year.calendars import ANY_TIME, SUBDIVISIONS, Calendar, days_between

DAYS = (frozenset(range(5)), frozenset(range(6)), frozenset(range(4)), frozenset({1, 3}))
AT_NIGHT = (2 * 60 + 30, 5 * 60)
"""Hours that changes of clocks skip or repeat."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A room: what its moderators chose, and what that means."""

    id: RoomId
    own: OwnHours
    calendar: Calendar
    schedule: Schedule


@dataclass(frozen=True, kw_only=True)
class Person:
    id: UserId
    own: OwnHours
    calendar: Calendar
    """Of what is meant for them."""


def rooms(count: int, start: datetime, random: Random) -> list[Place]:
    return [_room(number, start, random) for number in range(count)]


def people(count: int, start: datetime, random: Random) -> list[Person]:
    return [_person(number, start, random) for number in range(count)]


def _room(number: int, start: datetime, random: Random) -> Place:
    zone = list(SUBDIVISIONS)[number % len(SUBDIVISIONS)]
    own, calendar = _hours(number, zone, random)
    if closures := _closures(start, random):
        own = replace(own, closures=closures)
        calendar = replace(calendar, closed=_days(closures))
    return Place(
        id=RoomId(f"!{number}:example.org"),
        own=own,
        calendar=calendar,
        schedule=_schedule(zone, random),
    )


def _hours(number: int, zone: str, random: Random) -> tuple[OwnHours, Calendar]:
    """Most rooms keep hours of their own; some the common ones, some any, some the night's."""
    calendar = Calendar(zone=zone, subdivision=SUBDIVISIONS[zone])
    own = OwnHours(zone="" if zone == "Europe/Paris" else zone)
    match number // len(SUBDIVISIONS) % 10:
        case 0:
            return own, calendar
        case 1:
            return replace(own, always=True), replace(ANY_TIME, zone=zone)
        case 2:
            opens, closes = AT_NIGHT
        case _:
            opens, closes = random.randrange(420, 600, 15), random.randrange(960, 1440, 15)
    days = random.choice(DAYS)
    own = replace(own, days=days, opens=_time(opens), closes=_time(closes))
    calendar = replace(calendar, days=days, opens=opens, closes=closes)
    if zone == "Europe/Paris" and random.random() < 0.3:
        own = replace(own, territory=Territory.ALSACE_MOSELLE)
        calendar = replace(calendar, subdivision="57")
    return own, calendar


def _schedule(zone: str, random: Random) -> Schedule:
    """In the day for most, at night for some."""
    at = time(2, 30) if random.random() < 0.1 else _time(random.randrange(360, 1260, 5))
    return Schedule(weekday=random.randrange(7), at=at, zone=ZoneInfo(zone))


def _closures(start: datetime, random: Random) -> tuple[Closure, ...]:
    closures = [Closure(date(start.year, 12, 24), date(start.year + 1, 1, 2))]
    day = start.date() + timedelta(days=random.randrange(350))
    closures.append(Closure(day, day + timedelta(days=random.randrange(3))))
    return tuple(sorted(random.sample(closures, random.randrange(3))))


def _days(closures: tuple[Closure, ...]) -> frozenset[date]:
    return frozenset(day for one in closures for day in days_between(one.first, one.last))


def _person(number: int, start: datetime, random: Random) -> Person:
    """One in two keeps hours of their own, most are away now and then."""
    first = start.date() + timedelta(days=random.randrange(340))
    away = (Closure(first, first + timedelta(days=random.randrange(1, 20))),)
    own, calendar = OwnHours(closures=away), replace(ANY_TIME, closed=_days(away))
    if number % 2:
        opens, closes = random.randrange(480, 660, 15), random.randrange(840, 1200, 15)
        own = replace(own, opens=_time(opens), closes=_time(closes))
        calendar = Calendar(opens=opens, closes=closes, closed=_days(away))
    return Person(id=UserId(f"@{number}:example.org"), own=own, calendar=calendar)


def _time(minutes: int) -> time:
    return MIDNIGHT if minutes == 24 * 60 else time(minutes // 60, minutes % 60)
