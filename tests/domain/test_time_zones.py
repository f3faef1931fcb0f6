"""Time zones and territories by the names people give them."""

import pytest

from commonsbot.domain.holidays import Territory
from commonsbot.domain.time_zones import read_territory, read_zone, territory_of, zone_of


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("La Réunion", "Indian/Reunion"),
        ("à la reunion", "Indian/Reunion"),
        ("Reunoin", "Indian/Reunion"),
        ("Guadeloupe", "America/Guadeloupe"),
        ("Nouméa", "Pacific/Noumea"),
        ("nouvelle calédonie", "Pacific/Noumea"),
        ("Tahiti", "Pacific/Tahiti"),
        ("St Martin", "America/Marigot"),
        ("Saint-Pierre et Miquelon", "America/Miquelon"),
        ("Wallis", "Pacific/Wallis"),
        ("guyane", "America/Cayenne"),
        ("Mayotte", "Indian/Mayotte"),
        ("métropole", "Europe/Paris"),
        ("heure de Paris", "Europe/Paris"),
        ("europe/paris", "Europe/Paris"),
        ("Montréal", "America/Montreal"),
        ("Bruxelles", "Europe/Brussels"),
    ],
)
def test_places_have_a_zone(typed: str, zone: str) -> None:
    found = read_zone(typed)
    assert found and found.key == zone


@pytest.mark.parametrize("territory", Territory)
def test_every_territory_has_a_zone_and_goes_by_its_own_name(territory: Territory) -> None:
    assert read_territory(territory) is territory
    if territory is not Territory.ALSACE_MOSELLE:
        assert territory_of(zone_of(territory)) is territory


def test_what_is_nowhere_is_nothing() -> None:
    assert read_zone("Mars") is None
    assert read_territory("Bretagne") is None
    assert read_zone("") is None
