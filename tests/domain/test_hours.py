"""The bot starts nothing outside hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonsbot.domain.holidays import Territory
from commonsbot.domain.hours import Closure, Hours, common_opening


def test_it_waits_for_the_next_opening() -> None:
    hours = Hours()
    morning = datetime(2026, 11, 26, 9, tzinfo=UTC)
    assert hours.next_opening(morning) == morning
    friday_evening = datetime(2026, 11, 27, 19, tzinfo=UTC)
    assert hours.next_opening(friday_evening) == datetime(2026, 11, 30, 7, 30, tzinfo=UTC)
    before_dawn = datetime(2026, 11, 26, 3, tzinfo=UTC)
    assert hours.next_opening(before_dawn) == datetime(2026, 11, 26, 7, 30, tzinfo=UTC)


def test_summer_time_moves_the_opening() -> None:
    sunday = datetime(2026, 10, 25, 12, tzinfo=UTC)  # the night before, clocks went back
    assert Hours().next_opening(sunday) == datetime(2026, 10, 26, 7, 30, tzinfo=UTC)


def test_holidays_and_closures_are_closed() -> None:
    assert not Hours().is_open(datetime(2026, 12, 25, 11, tzinfo=UTC))
    closed = Hours(closures=(Closure(date(2026, 12, 24), date(2027, 1, 2)),))
    before = datetime(2026, 12, 23, 18, tzinfo=UTC)
    assert closed.next_opening(before) == datetime(2027, 1, 4, 7, 30, tzinfo=UTC)


def test_hours_that_are_never_open_can_not_be_made() -> None:
    for wrong in ({"days": frozenset[int]()}, {"opens": time(18), "closes": time(9)}):
        with pytest.raises(ValueError, match="never open"):
            Hours(**wrong)


ZONES = ("Europe/Paris", "Indian/Reunion", "America/Havana", "Australia/Lord_Howe", "Africa/Cairo")
"""Clocks that change at night, at midnight, by half an hour, on a Friday, or never."""

CHANGES = (
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 3, 8, 5, tzinfo=UTC),
    datetime(2026, 11, 1, 5, tzinfo=UTC),
    datetime(2026, 4, 4, 15, tzinfo=UTC),
    datetime(2026, 10, 3, 15, 30, tzinfo=UTC),
    datetime(2026, 4, 23, 22, tzinfo=UTC),
    datetime(2026, 10, 29, 21, tzinfo=UTC),
)

quarters = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))


@st.composite
def hours_and_moments(draw: st.DrawFn) -> tuple[Hours, datetime]:
    moment = draw(st.sampled_from(CHANGES)) + timedelta(minutes=draw(st.integers(-4000, 4000)))
    opens, closes = sorted(draw(st.lists(quarters, min_size=2, max_size=2, unique=True)))
    first = moment.date() + timedelta(days=draw(st.integers(-2, 2)))
    closure = Closure(first, first + timedelta(days=draw(st.integers(0, 3))))
    hours = Hours(
        days=draw(st.frozensets(st.integers(0, 6), min_size=4)),
        opens=opens,
        closes=draw(st.sampled_from([closes, time.min])),
        zone=ZoneInfo(draw(st.sampled_from(ZONES))),
        territory=draw(st.sampled_from([None, Territory.ALSACE_MOSELLE])),
        closures=draw(st.sampled_from([(), (closure,)])),
    )
    return hours, moment


@settings(deadline=None)
@given(hours_and_moments())
def test_the_next_opening_is_the_one_found_by_looking_every_minute(
    drawn: tuple[Hours, datetime],
) -> None:
    hours, moment = drawn
    looked = moment
    while not hours.is_open(looked):
        looked += timedelta(minutes=1)
    assert hours.next_opening(moment) == looked


@settings(deadline=None)
@given(hours_and_moments(), hours_and_moments())
def test_a_common_opening_is_the_first_minute_at_which_both_are_open(
    one: tuple[Hours, datetime], other: tuple[Hours, datetime]
) -> None:
    (first, moment), (second, _) = one, other
    found = common_opening([first, second], moment)
    looked, end = moment, moment + timedelta(days=14)
    while looked < end and not (first.is_open(looked) and second.is_open(looked)):
        looked += timedelta(minutes=1)
    assert found == looked or (looked == end and (found is None or found > end))
