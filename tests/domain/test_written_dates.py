"""Days as French texts write them, and deadlines among them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.deadlines import Days, Deadline, days_of, deadline_of
from commonsbot.domain.written_dates import Lean, mentions, prepared

TODAY = date(2026, 11, 27)
"""A Friday."""

MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("le 12 janvier", "2027-01-12", "2027-01-12"),
        ("le 1er décembre", "2026-12-01", "2026-12-01"),
        ("le premier février", "2027-02-01", "2027-02-01"),
        ("le vingt-deux mars", "2027-03-22", "2027-03-22"),
        ("12 JANVIER 2028", "2028-01-12", "2028-01-12"),
        ("le 3/2", "2027-02-03", "2027-02-03"),
        ("3/2/27", "2027-02-03", "2027-02-03"),
        ("03.02.2027", "2027-02-03", "2027-02-03"),
        ("2027-02-03", "2027-02-03", "2027-02-03"),
        ("du 3 au 5 juin", "2027-06-03", "2027-06-05"),
        ("du lundi 28 décembre au mardi 5 janvier", "2026-12-28", "2027-01-05"),
        ("les 3, 4 et 5 juin", "2027-06-03", "2027-06-05"),
        ("les 24 et 25 septembre", "2027-09-24", "2027-09-25"),
        ("du 1er juillet au 15 octobre 2027", "2027-07-01", "2027-10-15"),
        ("du 12/03 au 04/04", "2027-03-12", "2027-04-04"),
        ("fin mars", "2027-03-31", "2027-03-31"),
        ("fin novembre", "2026-11-30", "2026-11-30"),
        ("à la fin du mois", "2026-11-30", "2026-11-30"),
        ("mi-janvier", "2027-01-15", "2027-01-15"),
        ("le 15 du mois prochain", "2026-12-15", "2026-12-15"),
        ("au 30.", "2026-11-30", "2026-11-30"),
        ("le 3, à midi", "2026-12-03", "2026-12-03"),
        ("vendredi", "2026-12-04", "2026-12-04"),
        ("dimanche prochain", "2026-11-29", "2026-11-29"),
        ("demain", "2026-11-28", "2026-11-28"),
        ("dans dix jours", "2026-12-07", "2026-12-07"),
        ("sous trois semaines", "2026-12-18", "2026-12-18"),
        ("dans trois mois", "2027-02-27", "2027-02-27"),
        ("J-5", "2026-12-02", "2026-12-02"),
    ],
)
def test_a_day_is_read(text: str, first: str, last: str) -> None:
    (one,) = mentions(prepared(text), TODAY, Lean.AHEAD)
    assert (str(one.first), str(one.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "le 31 février",
        "24/7",
        "un budget de 12/100",
        "la version 3.2",
        "le 12e arrondissement",
        "en 2027",
        "1,20 euro par habitant",
        "le 20 minutes",
        "la loi 2005-102",
        "mai 68",
    ],
)
def test_what_is_no_day_is_left_alone(text: str) -> None:
    assert mentions(prepared(text), TODAY, Lean.AHEAD) == []


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.integers(0, 364), st.booleans())
def test_the_year_is_the_next_one_that_has_the_day(today: date, ahead: int, named: bool) -> None:
    """Whether the day of the week is given or not."""
    day = today + timedelta(days=ahead)
    weekday = f"{WEEKDAYS[day.weekday()]} " if named else ""
    text = f"candidatures jusqu'au {weekday}{day.day} {MONTHS[day.month - 1]}"
    assert deadline_of(text, "", today, is_call=True) == Deadline(day)


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_a_written_year_and_hour_are_kept(day: date, hour: int, minute: int) -> None:
    text = f"avant le {day:%d/%m/%Y} à {hour} h {minute:02}"
    assert deadline_of(text, "", TODAY, is_call=True) == Deadline(day, time(hour, minute))


@given(st.text(max_size=700), st.dates(date(1995, 1, 1), date(2099, 1, 1)))
def test_any_text_is_read_without_a_fault(text: str, today: date) -> None:
    for is_call in (True, False):
        deadline_of(text, text, today, is_call=is_call)
    days = days_of(text, text, today)
    assert days is None or days.first <= days.last


_PIECES = st.sampled_from(
    "jusqu'au avant le du au 1er 3 12 31 février mars 2027 lundi à 18 h . , ; dossier fin mi- /"
    " 3/2 2027-02-30 J-9 dans semaines candidatures reporté plus que et".split()
)


@given(st.lists(_PIECES, max_size=30).map(" ".join), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_words_of_dates_in_any_order_are_read_without_a_fault(text: str, today: date) -> None:
    for lean in Lean:
        found = mentions(prepared(text), today, lean)
        assert all(one.first <= one.last and one.start < one.end for one in found)
        assert [one.start for one in found] == sorted(one.start for one in found)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.none() | st.times())
def test_a_deadline_is_written_and_read_back(day: date, at: time | None) -> None:
    at = at.replace(second=0, microsecond=0) if at else None
    assert Deadline.read(str(Deadline(day, at))) == Deadline(day, at)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Webinaire mardi 8 décembre à 11 h", Days(date(2026, 12, 8), date(2026, 12, 8))),
        ("Forum du 2 au 4 décembre 2026", Days(date(2026, 12, 2), date(2026, 12, 4))),
        ("Retour sur la journée du 12 novembre", Days(date(2026, 11, 12), date(2026, 11, 12))),
        (
            "Inscriptions jusqu'au 3 mars pour la journée du 12 mars",
            Days(date(2027, 3, 12), date(2027, 3, 12)),
        ),
        ("Un rendez-vous à ne pas manquer", None),
    ],
)
def test_when_something_takes_place(text: str, days: Days | None) -> None:
    assert days_of(text, "", TODAY) == days
