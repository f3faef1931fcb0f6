"""Delays as people write them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.delays import LONGEST, read_delay

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("said", "delay"),
    [
        ("3 mois", 90 * DAY),
        ("Trois mois", 90 * DAY),
        ("dans 10 jours", 10 * DAY),
        ("10j", 10 * DAY),
        ("six semaines", 42 * DAY),
        ("2 sem.", 14 * DAY),
        ("un an", 365 * DAY),
        ("in two weeks", 14 * DAY),
        ("a month", 30 * DAY),
        ("jamais", timedelta()),
        ("Never!", timedelta()),
    ],
)
def test_a_delay_is_understood(said: str, delay: timedelta) -> None:
    assert read_delay(said) == delay


@pytest.mark.parametrize("said", ["", "bientôt", "3", "mois", "0 jours", "40 ans", "3 zorglubs"])
def test_what_is_none_is_none(said: str) -> None:
    assert read_delay(said) is None


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = read_delay(text)
    assert found is None or timedelta() <= found <= LONGEST
