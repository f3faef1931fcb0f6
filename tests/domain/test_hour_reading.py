"""Hours as people type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.hour_reading import Times, read_times
from commonsbot.domain.hours import MIDNIGHT, is_span
from commonsbot.errors import UserError

OFFICE = frozenset(range(5))


@pytest.mark.parametrize(
    ("typed", "days", "opens", "closes"),
    [
        ("lundi-vendredi 9h-18h", OFFICE, time(9), time(18)),
        ("lun-ven 9h00 – 18h30", OFFICE, time(9), time(18, 30)),
        ("Du lundi au vendredi, de 8 h 30 à 18 h 30", OFFICE, time(8, 30), time(18, 30)),
        ("lindi-vendrdi 9-17", OFFICE, time(9), time(17)),
        ("Monday to Friday 9am-5:30pm", OFFICE, time(9), time(17, 30)),
        ("jours ouvrés 9h-midi", OFFICE, time(9), time(12)),
        ("tous les jours sauf le dimanche 9h-minuit", frozenset(range(6)), time(9), MIDNIGHT),
        ("lundi, mardi et jeudi", frozenset({0, 1, 3}), None, None),
        ("samedi-lundi 10h à 12h", frozenset({5, 6, 0}), time(10), time(12)),
        ("lundi-vendredi sauf mercredi", OFFICE - {2}, None, None),
        ("les week-ends", frozenset({5, 6}), None, None),
        ("0h-24h", None, MIDNIGHT, MIDNIGHT),
    ],
)
def test_days_hours_or_both(
    typed: str, days: frozenset[int] | None, opens: time | None, closes: time | None
) -> None:
    assert read_times(typed) == Times(days=days, opens=opens, closes=closes)


@pytest.mark.parametrize("typed", ["toujours", "Toujours !", "24h/24", "24h/24 7j/7", "always"])
def test_any_hour(typed: str) -> None:
    assert read_times(typed) == Times(always=True)


@pytest.mark.parametrize("typed", ["défaut", "Par défaut", "default", "comme le réseau"])
def test_as_elsewhere(typed: str) -> None:
    assert read_times(typed) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("18h-9h", "hours-backwards"),
        ("9h-9h", "hours-backwards"),
        ("25h-26h", "hours-no-hour"),
        ("9h-12h 14h-18h", "hours-one-range"),
        ("lundi à brumaire", "hours-no-such-day"),
        ("lundi sauf lundi", "hours-no-day"),
        ("9h", "hours-unclear"),
        ("", "hours-unclear"),
    ],
)
def test_what_is_no_hours_says_why(typed: str, why: str) -> None:
    with pytest.raises(UserError) as caught:
        read_times(typed)
    assert caught.value.text == why


@given(st.text() | st.text("lundimarvesj 0123456789h:-à,"))
def test_any_text_is_hours_that_open_or_says_why_not(typed: str) -> None:
    try:
        times = read_times(typed)
    except UserError:
        return
    if times and times.opens is not None and times.closes is not None:
        assert is_span(times.opens, times.closes)
    assert times is None or times.days is None or times.days
