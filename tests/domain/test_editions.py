"""When a letter is due: by the wall clock of the room."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.editions import LATE_LIMIT, Schedule, due, last_slot, next_slot, week_of

PARIS = Schedule(weekday=0, at=time(9), zone=ZoneInfo("Europe/Paris"))
ZONES = ["Europe/Paris", "America/Martinique", "Indian/Reunion", "Pacific/Noumea"]
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def paris(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=PARIS.zone)  # type: ignore[misc, arg-type]


def test_a_letter_is_due_from_its_minute_on() -> None:
    assert last_slot(PARIS, paris(2026, 11, 23, 8, 59)) == paris(2026, 11, 16, 9)
    assert last_slot(PARIS, paris(2026, 11, 23, 9, 0)) == paris(2026, 11, 23, 9)


def test_the_hour_stays_when_the_clocks_change() -> None:
    assert next_slot(PARIS, paris(2026, 10, 20)).utcoffset() == timedelta(hours=1)
    assert next_slot(PARIS, paris(2026, 10, 20)).hour == 9


def test_a_letter_too_late_is_skipped() -> None:
    slot = paris(2026, 11, 23, 9)
    assert due(PARIS, LONG_AGO, slot + LATE_LIMIT)
    assert due(PARIS, LONG_AGO, slot + LATE_LIMIT + timedelta(seconds=1)) is None


def test_a_room_just_joined_waits_for_its_first_moment() -> None:
    slot = paris(2026, 11, 23, 9)
    assert due(PARIS, slot + timedelta(hours=1), slot + timedelta(hours=2)) is None


@pytest.mark.parametrize(("day", "week"), [((2026, 1, 1), "2026-S01"), ((2027, 1, 1), "2026-S53")])
def test_weeks_are_those_of_iso_8601(day: tuple[int, int, int], week: str) -> None:
    assert week_of(paris(*day)) == week


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    st.integers(0, 6),
    st.times(),
    st.sampled_from(ZONES),
)
def test_slots_surround_the_moment_and_keep_their_day(
    now: datetime, weekday: int, at: time, zone: str
) -> None:
    schedule = Schedule(weekday=weekday, at=at, zone=ZoneInfo(zone))
    before, after = last_slot(schedule, now), next_slot(schedule, now)
    assert before <= now < after
    assert before.weekday() == after.weekday() == weekday
    assert after.date() - before.date() == timedelta(days=7)
