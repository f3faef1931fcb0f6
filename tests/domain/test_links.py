"""A link is given up slowly, and forgiven at once."""

from datetime import UTC, datetime, timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.links import (
    ALIVE,
    HEALTHY,
    OVER,
    RECHECK,
    UNKNOWN,
    Check,
    Health,
    Problem,
    Verdict,
    after,
    check_of_error,
    check_of_status,
    wait,
)
from commonsbot.errors import FetchError, ForbiddenAddressError

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
DAY = timedelta(days=1)
MONTH = 30 * DAY
MISSING = Check(verdict=Verdict.FAILING, problem=Problem.MISSING)
SILENT = Check(verdict=Verdict.FAILING, problem=Problem.SILENT)


def looked(*checks: tuple[int, Check], reached: datetime | None = None) -> Health:
    """The health after checks on so many days."""
    health = HEALTHY
    for day, check in checks:
        health = after(health, check, NOW + day * DAY, reached)
    return health


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (200, Verdict.ALIVE),
        (204, Verdict.ALIVE),
        (304, Verdict.ALIVE),
        (404, Verdict.FAILING),
        (410, Verdict.FAILING),
        (500, Verdict.FAILING),
        (503, Verdict.FAILING),
        (401, Verdict.UNKNOWN),
        (403, Verdict.UNKNOWN),
        (429, Verdict.UNKNOWN),
        (999, Verdict.UNKNOWN),
    ],
)
def test_a_site_that_refuses_bots_has_no_dead_link(status: int, verdict: Verdict) -> None:
    assert check_of_status(status).verdict is verdict


def test_an_address_the_bot_may_not_visit_is_not_dead() -> None:
    assert check_of_error(ForbiddenAddressError("10.0.0.1")) == UNKNOWN
    assert check_of_error(FetchError("fetch-downgrade")) == UNKNOWN
    assert check_of_error(FetchError("fetch-timeout")) == SILENT


def test_three_failures_over_ten_days_and_no_less() -> None:
    assert looked((0, MISSING), (5, MISSING)).dead_at is None
    assert looked((0, MISSING), (1, MISSING), (2, MISSING), (9, MISSING)).dead_at is None
    dead = looked((0, MISSING), (5, MISSING), (10, MISSING))
    assert dead.dead_at == NOW + 10 * DAY
    assert dead.failing_since == NOW


def test_a_link_that_comes_back_is_forgiven_everything() -> None:
    assert looked((0, MISSING), (5, MISSING), (10, MISSING), (40, ALIVE)) == HEALTHY


def test_an_answer_that_says_nothing_changes_nothing() -> None:
    before = looked((0, MISSING), (5, MISSING))
    assert after(before, UNKNOWN, NOW + 10 * DAY, None) == before


def test_no_link_dies_of_the_bots_own_line() -> None:
    checks = [(0, SILENT), (5, SILENT), (10, SILENT)]
    assert looked(*checks).dead_at is None
    assert looked(*checks, reached=NOW - DAY).dead_at is None
    assert looked(*checks, reached=NOW + DAY).dead_at == NOW + 10 * DAY


def test_a_failing_link_is_looked_at_sooner() -> None:
    assert wait(HEALTHY, MONTH) == MONTH
    assert wait(looked((0, MISSING)), MONTH) == RECHECK
    assert wait(looked((0, MISSING), (5, MISSING), (10, MISSING)), MONTH) == MONTH


checks = st.sampled_from([ALIVE, UNKNOWN, MISSING, SILENT])


@given(st.lists(st.tuples(st.integers(0, 9), checks), max_size=30))
def test_a_dead_link_has_failed_thrice_over_ten_days(pauses: list[tuple[int, Check]]) -> None:
    days = accumulate(pause for pause, _ in pauses)
    checked = zip(days, (check for _, check in pauses), strict=True)
    health = looked(*checked, reached=NOW + 1000 * DAY)
    if health.dead_at:
        assert health.failing_since
        assert health.failures >= 3
        assert health.dead_at - health.failing_since >= OVER
