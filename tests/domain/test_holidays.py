"""Public holidays, compared with a library that is too heavy to run with."""

from datetime import date

import pytest
from holidays import country_holidays

from commonsbot.domain.holidays import Territory, holidays

SUBDIVISIONS = {
    Territory.METROPOLE: None,
    Territory.ALSACE_MOSELLE: "57",
    Territory.GUADELOUPE: "971",
    Territory.MARTINIQUE: "972",
    Territory.GUYANE: "973",
    Territory.REUNION: "974",
    Territory.MAYOTTE: "976",
    Territory.SAINT_BARTHELEMY: "BL",
    Territory.SAINT_MARTIN: "MF",
    Territory.SAINT_PIERRE_ET_MIQUELON: "PM",
    Territory.NOUVELLE_CALEDONIE: "NC",
    Territory.POLYNESIE: "PF",
    Territory.WALLIS_ET_FUTUNA: "WF",
}
YEARS = range(2025, 2100)


@pytest.mark.parametrize("territory", Territory)
def test_they_are_those_of_the_library(territory: Territory) -> None:
    library = country_holidays("FR", subdiv=SUBDIVISIONS[territory], years=YEARS)
    ours = {day for year in YEARS for day in holidays(territory, year)}
    assert ours == set(library)


def test_alsace_and_moselle_also_keep_good_friday_and_the_day_after_christmas() -> None:
    more = holidays(Territory.ALSACE_MOSELLE, 2027) - holidays(Territory.METROPOLE, 2027)
    assert more == {date(2027, 3, 26), date(2027, 12, 26)}


@pytest.mark.parametrize(
    ("territory", "day"),
    [
        (Territory.GUADELOUPE, date(2027, 5, 27)),
        (Territory.MARTINIQUE, date(2027, 5, 22)),
        (Territory.GUYANE, date(2027, 6, 10)),
        (Territory.REUNION, date(2027, 12, 20)),
        (Territory.MAYOTTE, date(2027, 4, 27)),
        (Territory.SAINT_BARTHELEMY, date(2027, 10, 9)),
        (Territory.SAINT_MARTIN, date(2027, 5, 28)),
    ],
)
def test_each_territory_remembers_the_abolition_of_slavery_on_its_own_day(
    territory: Territory, day: date
) -> None:
    assert day in holidays(territory, day.year)
    assert day not in holidays(Territory.METROPOLE, day.year)
