"""When a source is read again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.pacing import NO_WISHES, Pace, Rhythm, Wishes, next_reading, offset_of

NOW = datetime(2026, 9, 22, 10, 30, tzinfo=UTC)  # a Tuesday
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
CHANCES = st.floats(0, 1, exclude_max=True)
USUAL = Rhythm(watched=30 * DAY, items=20, quiet=DAY)


@given(CHANCES, CHANCES, st.integers(0, 10**7), st.timedeltas(timedelta(minutes=1), 7 * DAY))
def test_the_next_reading_is_half_an_interval_to_an_interval_later(
    offset: float, chance: float, seconds: int, interval: timedelta
) -> None:
    now = NOW + timedelta(seconds=seconds)
    wait = next_reading(now, interval, offset, chance, NO_WISHES) - now
    assert 0.42 * interval <= wait <= interval


@given(CHANCES, st.integers(0, 3600), st.lists(CHANCES, min_size=9, max_size=9))
def test_a_source_comes_to_its_own_moment_of_the_interval_and_stays(
    offset: float, seconds: int, chances: list[float]
) -> None:
    turn = 3600 / 1.05
    moment = NOW + timedelta(seconds=seconds)
    moments = [moment := next_reading(moment, HOUR, offset, c, NO_WISHES) for c in chances]
    for settled in moments[4:]:
        early = (offset - settled.timestamp() / turn) % 1
        assert min(early, 1 - early) < 0.0501


def test_sources_have_moments_of_their_own_that_never_change() -> None:
    offsets = [offset_of(f"https://example.org/{n}.xml") for n in range(400)]
    assert offset_of("https://example.org/7.xml") == offsets[7]
    assert all(60 < sum(q / 4 <= o < (q + 1) / 4 for o in offsets) < 140 for q in range(4))


def test_hours_and_days_to_skip_are_skipped_unless_they_are_all() -> None:
    at_11 = Wishes(skip_hours=frozenset({11, 12}))
    assert next_reading(NOW, HOUR, 0.5, 0, at_11).hour == 13
    not_on_weekdays = Wishes(skip_days=frozenset(range(5)))
    assert next_reading(NOW, HOUR, 0.5, 0, not_on_weekdays).weekday() == 5
    never = Wishes(skip_hours=frozenset(range(24)))
    assert next_reading(NOW, HOUR, 0.5, 0, never) <= NOW + HOUR


@pytest.mark.parametrize(
    ("rhythm", "interval"),
    [
        (USUAL, HOUR),
        (replace(USUAL, items=2000, quiet=timedelta(minutes=10)), HOUR / 2),
        (replace(USUAL, items=2000, quiet=8 * HOUR), HOUR),
        (replace(USUAL, items=1, quiet=12 * DAY), 4 * HOUR),
        (replace(USUAL, items=0, quiet=900 * DAY), 24 * HOUR),
        (Rhythm(watched=timedelta(0), items=0, quiet=timedelta(0)), HOUR),
        (Rhythm(watched=HOUR, items=0, quiet=HOUR), HOUR),
    ],
    ids=["usual", "busy", "busy, asleep", "slow", "silent", "just added", "new"],
)
def test_a_source_is_read_by_how_often_it_publishes(rhythm: Rhythm, interval: timedelta) -> None:
    assert Pace().interval_for(rhythm) == interval


def test_a_server_may_ask_for_a_longer_interval_but_not_for_ever() -> None:
    assert Pace().interval_for(USUAL, asked=6 * HOUR) == 6 * HOUR
    assert Pace().interval_for(USUAL, asked=timedelta(minutes=5)) == HOUR
    assert Pace().interval_for(USUAL, asked=365 * DAY) == DAY


def test_an_interval_of_seconds_stays_one() -> None:
    pace = Pace(interval=timedelta(seconds=1))
    assert pace.interval_for(replace(USUAL, items=9, quiet=HOUR)) == timedelta(seconds=1)


@given(st.integers(1, 10_000), CHANCES)
def test_failures_slow_down_up_to_the_ceiling(failures: int, chance: float) -> None:
    wait = Pace().after_failure(failures, chance)
    assert HOUR < wait <= 24 * HOUR
    assert wait == 24 * HOUR or failures < 5


@given(st.floats(0, 1e12), CHANCES)
def test_a_server_that_says_when_is_taken_at_its_word_up_to_a_week(
    seconds: float, chance: float
) -> None:
    assert HOUR <= Pace().after_failure(1, chance, retry_after=seconds) <= timedelta(days=7)


def test_a_wait_asked_for_is_kept() -> None:
    assert Pace().after_failure(9, 0.5, retry_after=7200) == 2 * HOUR


def test_an_impatient_interval_still_waits_a_minute_when_asked_to() -> None:
    pace = Pace(interval=timedelta(seconds=5))
    assert pace.after_failure(1, 0.5, retry_after=0) == timedelta(minutes=1)
