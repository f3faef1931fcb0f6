"""The week's note is due at the first opening of the week, and not long after it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.hours import ALWAYS, Closure, Hours
from commonsbot.domain.week_notes import week_due

OFFICE = Hours()
"""8 h 30 to 18 h 30 in Paris: 7 h 30 UTC in winter."""


@pytest.mark.parametrize(
    ("hours", "moment", "week"),
    [
        (OFFICE, "2026-11-30T07:29", None),
        (OFFICE, "2026-11-30T07:30", "2026-S49"),
        (OFFICE, "2026-12-01T17:00", "2026-S49"),
        (OFFICE, "2026-12-02T07:30", None),
        (OFFICE, "2026-11-29T10:00", None),
        (ALWAYS, "2026-11-30T06:59", None),
        (ALWAYS, "2026-11-30T07:00", "2026-S49"),
        (OFFICE, "2027-03-29T08:00", None),  # Easter Monday
        (OFFICE, "2027-03-30T06:30", "2027-S13"),
    ],
)
def test_it_is_due_from_the_first_opening_on(hours: Hours, moment: str, week: str | None) -> None:
    assert week_due(hours, datetime.fromisoformat(moment).replace(tzinfo=UTC)) == week


def test_a_week_without_opening_has_none() -> None:
    closed = Hours(closures=(Closure(date(2026, 12, 21), date(2027, 1, 3)),))
    moments = (datetime(2026, 12, 21, tzinfo=UTC) + timedelta(hours=n) for n in range(14 * 24))
    assert {week_due(closed, moment) for moment in moments} == {None}
    assert week_due(closed, datetime(2027, 1, 4, 9, tzinfo=UTC)) == "2027-S01"


@given(
    days=st.frozensets(st.integers(0, 6), min_size=1),
    opens=st.times(time(0), time(20)),
    start=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
)
def test_every_week_that_opens_has_one(days: frozenset[int], opens: time, start: date) -> None:
    hours = Hours(days=days, opens=opens, closes=time(23, 59), territory=None)
    monday = datetime.combine(start - timedelta(days=start.weekday()), time(), UTC)
    due = {week_due(hours, monday + timedelta(hours=n)) for n in range(24 * 7 + 2)}
    assert len(due - {None}) >= 1
