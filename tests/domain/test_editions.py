"""When a letter is due: by the wall clock of the room."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.editions import (
    LATE_LIMIT,
    Due,
    Plan,
    Schedule,
    due,
    last_slot,
    next_slot,
    upcoming,
    week_of,
)

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


def test_a_letter_too_late_is_told_from_one_that_is_merely_late() -> None:
    slot = paris(2026, 11, 23, 9)
    edition = due(PARIS, Plan(), LONG_AGO, slot + timedelta(days=4))
    assert edition == Due(week="2026-S48", until=slot)
    assert not edition.is_too_late(slot + LATE_LIMIT)
    assert edition.is_too_late(slot + LATE_LIMIT + timedelta(seconds=1))


def test_a_room_just_joined_waits_for_its_first_moment() -> None:
    slot = paris(2026, 11, 23, 9)
    assert due(PARIS, Plan(), slot + timedelta(hours=1), slot + timedelta(hours=2)) is None


def test_a_week_is_dealt_with_once() -> None:
    slot = paris(2026, 11, 23, 9)
    assert due(PARIS, Plan(dealt_with=frozenset({"2026-S48"})), LONG_AGO, slot) is None
    assert due(PARIS, Plan(dealt_with=frozenset({"2026-S47"})), LONG_AGO, slot)


def test_another_day_makes_up_for_nothing_and_sends_no_second_letter_in_a_week() -> None:
    friday = paris(2026, 11, 27, 10)
    sent = frozenset({"2026-S48"})
    plan = Plan(weekday=3, at=time(14), changed_at=friday, dealt_with=sent)
    schedule = plan.over(PARIS, PARIS.zone)
    assert schedule
    assert due(schedule, plan, LONG_AGO, friday + timedelta(hours=1)) is None
    after = upcoming(schedule, Plan(changed_at=friday, dealt_with=sent), paris(2026, 11, 24, 8))
    assert after == Due(week="2026-S49", until=paris(2026, 12, 3, 14))


def test_a_room_lives_by_its_own_clock_and_may_ask_for_a_letter_of_its_own() -> None:
    reunion = ZoneInfo("Indian/Reunion")
    assert Plan(zone=reunion).over(PARIS, PARIS.zone) == replace(PARIS, zone=reunion)
    assert Plan(weekday=3).over(None, PARIS.zone) == Schedule(
        weekday=3, at=time(9), zone=PARIS.zone
    )
    assert Plan(at=time(9)).over(None, PARIS.zone) is None


def test_a_postponed_letter_leaves_at_its_own_moment_and_the_next_one_at_its_own() -> None:
    late = Due(week="2026-S49", until=paris(2026, 12, 1, 9))
    plan = Plan(postponed=late, dealt_with=frozenset({"2026-S48"}))
    assert upcoming(PARIS, plan, paris(2026, 11, 27)) == late
    assert due(PARIS, plan, LONG_AGO, paris(2026, 11, 30, 9, 30)) is None
    assert due(PARIS, plan, LONG_AGO, paris(2026, 12, 1, 9)) == late
    made = Plan(postponed=late, dealt_with=frozenset({"2026-S48", "2026-S49"}))
    assert due(PARIS, made, LONG_AGO, paris(2026, 12, 1, 9)) is None
    after = Due(week="2026-S50", until=paris(2026, 12, 7, 9))
    assert upcoming(PARIS, made, paris(2026, 12, 1, 9)) == after
    assert due(PARIS, made, LONG_AGO, paris(2026, 12, 7, 9)) == after


def test_a_paused_letter_is_not_made_up_for() -> None:
    slot = paris(2026, 11, 23, 9)
    assert due(PARIS, Plan(paused=True), LONG_AGO, slot) is None
    assert upcoming(PARIS, Plan(paused=True), slot) is None
    back = paris(2026, 12, 12)
    plan = Plan(resumes_at=back)
    assert due(PARIS, plan, LONG_AGO, paris(2026, 12, 7, 9)) is None
    assert upcoming(PARIS, plan, slot) == Due(week="2026-S51", until=paris(2026, 12, 14, 9))


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


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    st.integers(0, 6),
    st.times(),
    st.sampled_from(ZONES),
)
def test_whatever_is_upcoming_is_due_at_its_moment_and_not_before(
    now: datetime, weekday: int, at: time, zone: str
) -> None:
    schedule = Schedule(weekday=weekday, at=at, zone=ZoneInfo(zone))
    current = due(schedule, Plan(), LONG_AGO, now)
    assert current and current.until <= now
    plan = Plan(dealt_with=frozenset({current.week}))
    after = upcoming(schedule, plan, now)
    assert after and after.until.astimezone(UTC) > now
    assert due(schedule, plan, LONG_AGO, after.until.astimezone(UTC)) == after
    assert due(schedule, plan, LONG_AGO, after.until.astimezone(UTC) - timedelta(seconds=1)) is None
