"""What a room or a member chose, over what holds elsewhere."""

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

from commonsbot.domain.holidays import Territory
from commonsbot.domain.hours import ALWAYS, Closure, Hours
from commonsbot.domain.own_hours import OwnHours

REUNION = ZoneInfo("Indian/Reunion")


def closure(first: int, last: int) -> Closure:
    return Closure(date(2026, 12, first), date(2026, 12, last))


def test_what_was_not_chosen_is_as_elsewhere() -> None:
    common = Hours(opens=time(9), territory=Territory.ALSACE_MOSELLE)
    assert OwnHours().over(common) == common
    assert OwnHours(closes=time(17)).over(common) == replace(common, closes=time(17))


def test_a_time_zone_brings_its_holidays() -> None:
    hours = OwnHours(zone="Indian/Reunion").over(Hours())
    assert (hours.zone, hours.territory) == (REUNION, Territory.REUNION)
    assert OwnHours(zone="Indian/Reunion").over(Hours(territory=None)).territory is None
    chosen = OwnHours(zone="Indian/Reunion", territory=Territory.MAYOTTE)
    assert chosen.over(Hours()).territory is Territory.MAYOTTE
    assert OwnHours(works_holidays=True).over(Hours()).territory is None


def test_any_hour_still_knows_closures() -> None:
    hours = OwnHours(always=True, closures=(closure(24, 31),)).over(Hours())
    assert hours == replace(ALWAYS, closures=(closure(24, 31),))


def test_a_room_may_have_hours_where_the_others_have_none() -> None:
    assert OwnHours(zone="Indian/Reunion").over(ALWAYS) == replace(ALWAYS, zone=REUNION)
    assert OwnHours(opens=time(9)).over(ALWAYS) == Hours(opens=time(9))


def test_closures_that_touch_become_one() -> None:
    own = OwnHours().closed_on(closure(24, 26)).closed_on(closure(1, 2)).closed_on(closure(27, 31))
    assert own.closures == (closure(1, 2), closure(24, 31))
    assert own.since(date(2026, 12, 3)).closures == (closure(24, 31),)
