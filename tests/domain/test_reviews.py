"""An author is asked twice at most, then the card says that it is to be checked."""

from datetime import UTC, datetime, timedelta

import pytest

from commonsbot.domain.ids import ResourceId
from commonsbot.domain.reviews import Review, Step, is_time, next_step

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
DAY = timedelta(days=1)


def review(due: int, asked: int | None = None, times: int = 0) -> Review:
    """`due` in so many days, asked so many days ago."""
    at = None if asked is None else NOW - asked * DAY
    return Review(resource=ResourceId(1), due=NOW + due * DAY, asked_at=at, times=times)


@pytest.mark.parametrize(
    ("one", "step"),
    [
        (review(due=-1), Step.ASK),
        (review(due=10), Step.ASK),
        (review(due=20), Step.WAIT),
        (review(due=-1, asked=1, times=1), Step.WAIT),
        (review(due=-30, asked=21, times=1), Step.ASK),
        (review(due=-30, asked=13, times=2), Step.WAIT),
        (review(due=-50, asked=14, times=2), Step.LEAVE),
    ],
)
def test_the_next_step_follows_from_when_it_was_asked(one: Review, step: Step) -> None:
    assert next_step(one, NOW) is step


def test_what_is_due_soon_goes_along_but_starts_nothing() -> None:
    assert not is_time([review(due=10)], NOW)
    assert is_time([review(due=10), review(due=-1)], NOW)
    assert is_time([review(due=-30, asked=21, times=1)], NOW)
