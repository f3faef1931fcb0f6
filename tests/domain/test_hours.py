"""The bot starts nothing outside hours."""

from datetime import UTC, datetime

from commonsbot.domain.hours import Hours


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
