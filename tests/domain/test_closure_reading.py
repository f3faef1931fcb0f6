"""Days to come, as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.closure_reading import LONGEST, read_absence, read_closure
from commonsbot.domain.hours import Closure

TODAY = date(2026, 11, 27)
CHRISTMAS = Closure(date(2026, 12, 24), date(2027, 1, 2))


@pytest.mark.parametrize(
    "typed",
    [
        "24/12-2/1",
        "24/12/2026 – 02/01/2027",
        "24.12 au 2.1",
        "du 24 décembre au 2 janvier",
        "Du jeudi 24 decembre au samedi 2 janvier 2027",
        "24 déc. - 2 janv.",
        "2026-12-24 au 2027-01-02",
        "Dec 24 to Jan 2",
        "from 24 December until January 2nd, 2027",
        "24 décmbre-2 janvier",
    ],
)
def test_the_same_days_in_many_ways(typed: str) -> None:
    assert read_closure(typed, TODAY) == CHRISTMAS


def test_days_under_way_are_this_years() -> None:
    assert read_closure("24/12-2/1", date(2027, 1, 1)) == CHRISTMAS
    assert read_closure("24/12-2/1", date(2027, 1, 3)) == Closure(
        date(2027, 12, 24), date(2028, 1, 2)
    )


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("14/7", date(2027, 7, 14), date(2027, 7, 14)),
        ("le 1er mai", date(2027, 5, 1), date(2027, 5, 1)),
        ("24 au 31 décembre", date(2026, 12, 24), date(2026, 12, 31)),
        ("29/2", date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_other_days(typed: str, first: date, last: date) -> None:
    assert read_closure(typed, TODAY) == Closure(first, last)


@pytest.mark.parametrize("typed", ["hier", "30/2", "1/1/2020", "31/12-1/12", "24/12-2/1-3/1", ""])
def test_what_is_no_days_to_come(typed: str) -> None:
    assert read_closure(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("2 semaines", date(2026, 12, 10)),
        ("pendant deux semaines", date(2026, 12, 10)),
        ("15 jours", date(2026, 12, 11)),
        ("jusqu’au 15 août", date(2027, 8, 15)),
        ("until 24 December", date(2026, 12, 24)),
        ("un jour", TODAY),
        ("jusqu’à lundi", date(2026, 11, 30)),
        ("Jusqua lundi prochain", date(2026, 11, 30)),
        ("JUSQU'A VENDREDI INCLUS", date(2026, 12, 4)),
        ("jusqu'à demain", date(2026, 11, 28)),
        ("jusqu'à la fin de la semaine", date(2026, 11, 29)),
        ("cette semaine", date(2026, 11, 29)),
        ("aujourd’hui", TODAY),
        ("until next Tuesday", date(2026, 12, 1)),
    ],
)
def test_an_absence_begins_today(typed: str, last: date) -> None:
    assert read_absence(typed, TODAY) == Closure(TODAY, last)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("demain", date(2026, 11, 28), date(2026, 11, 28)),
        ("tomorrow", date(2026, 11, 28), date(2026, 11, 28)),
        ("après-demain", date(2026, 11, 29), date(2026, 11, 29)),
        ("jeudi", date(2026, 12, 3), date(2026, 12, 3)),
        ("la semaine prochaine", date(2026, 11, 30), date(2026, 12, 6)),
        ("next week", date(2026, 11, 30), date(2026, 12, 6)),
    ],
)
def test_days_are_named_from_today_on(typed: str, first: date, last: date) -> None:
    assert read_closure(typed, TODAY) == read_absence(typed, TODAY) == Closure(first, last)


def test_an_absence_may_come_later() -> None:
    assert read_absence("24/12-2/1", TODAY) == CHRISTMAS
    assert read_absence("jamais", TODAY) is None


@given(st.text() | st.text("0123456789/- .auédecmbrjnviw"))
def test_any_text_is_days_to_come_or_none(typed: str) -> None:
    for found in (read_closure(typed, TODAY), read_absence(typed, TODAY)):
        assert found is None or found.first <= found.last
        assert found is None or (found.last >= TODAY and found.last - found.first <= LONGEST)
