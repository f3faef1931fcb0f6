from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.sources import Pace

HOUR = timedelta(hours=1)
CHANCES = st.floats(0, 1, exclude_max=True)


@given(CHANCES)
def test_a_good_reading_is_followed_by_another_about_an_interval_later(chance: float) -> None:
    assert 0.9 * HOUR <= Pace().after_success(chance) <= 1.1 * HOUR


@given(st.integers(1, 10_000), CHANCES)
def test_failures_slow_down_up_to_the_ceiling(failures: int, chance: float) -> None:
    wait = Pace().after_failure(failures, chance)
    assert HOUR < wait <= 24 * HOUR
    assert wait == 24 * HOUR or failures < 5


@given(st.floats(0, 1e12), CHANCES)
def test_a_server_that_says_when_is_taken_at_its_word_up_to_a_week(
    seconds: float, chance: float
) -> None:
    wait = Pace().after_failure(1, chance, retry_after=seconds)
    assert Pace().after_success(chance) <= wait <= timedelta(days=7)


def test_a_wait_asked_for_is_kept() -> None:
    assert Pace().after_failure(9, 0.5, retry_after=7200) == 2 * HOUR


def test_an_impatient_interval_still_waits_a_minute_when_asked_to() -> None:
    pace = Pace(interval=timedelta(seconds=5))
    assert pace.after_failure(1, 0.5, retry_after=0) == timedelta(minutes=1)
