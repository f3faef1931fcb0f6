"""A moment of the week, as moderators write it."""

from datetime import time

import pytest

from commonsbot.domain.week_times import read_week_time


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("lundi 9h", 0, time(9)),
        ("Lundi à 9 h", 0, time(9)),
        ("le jeudi à 14h30", 3, time(14, 30)),
        ("JEUDI 14 h 30", 3, time(14, 30)),
        ("tous les vendredis à 8:45", 4, time(8, 45)),
        ("mardi midi", 1, time(12)),
        ("mecredi 10h", 2, time(10)),
        ("ven", 4, None),
        ("9h", None, time(9)),
        ("17 h", None, time(17)),
        ("Friday 9:30am", 4, time(9, 30)),
        ("every monday at 2pm", 0, time(14)),
        ("tuesday 12am", 1, time(0)),
    ],
)
def test_a_day_and_a_time_are_read_as_people_write_them(
    typed: str, day: int | None, at: time | None
) -> None:
    assert read_week_time(typed) == (day, at)


@pytest.mark.parametrize("typed", ["", "bientôt", "lundi mardi", "lundi 25h", "lundi 9h72", "m"])
def test_what_is_no_moment_of_the_week_is_not_guessed(typed: str) -> None:
    assert read_week_time(typed) is None
