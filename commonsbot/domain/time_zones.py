"""Time zones and territories, called as French people call them."""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz.distance import DamerauLevenshtein

from commonsbot.domain.folding import fold
from commonsbot.domain.holidays import Territory

_TERRITORIES: Mapping[Territory, str] = {
    Territory.METROPOLE: "metropole, france, france metropolitaine, hexagone, mainland",
    Territory.ALSACE_MOSELLE: "alsace-moselle, alsace, moselle, strasbourg, metz, colmar, mulhouse",
    Territory.GUADELOUPE: "guadeloupe, pointe-a-pitre, basse-terre",
    Territory.MARTINIQUE: "martinique, fort-de-france",
    Territory.GUYANE: "guyane, cayenne, french guiana",
    Territory.REUNION: "reunion, saint-denis de la reunion",
    Territory.MAYOTTE: "mayotte, mamoudzou",
    Territory.SAINT_BARTHELEMY: "saint-barthelemy, saint-barth, gustavia",
    Territory.SAINT_MARTIN: "saint-martin, marigot",
    Territory.SAINT_PIERRE_ET_MIQUELON: "saint-pierre-et-miquelon, miquelon",
    Territory.NOUVELLE_CALEDONIE: "nouvelle-caledonie, caledonie, noumea, new caledonia",
    Territory.POLYNESIE: "polynesie, polynesie francaise, tahiti, papeete, french polynesia",
    Territory.WALLIS_ET_FUTUNA: "wallis-et-futuna, wallis, futuna, mata-utu",
}
"""Folded names of each."""

_ZONES: Mapping[Territory, str] = {
    Territory.METROPOLE: "Europe/Paris",
    Territory.ALSACE_MOSELLE: "Europe/Paris",
    Territory.GUADELOUPE: "America/Guadeloupe",
    Territory.MARTINIQUE: "America/Martinique",
    Territory.GUYANE: "America/Cayenne",
    Territory.REUNION: "Indian/Reunion",
    Territory.MAYOTTE: "Indian/Mayotte",
    Territory.SAINT_BARTHELEMY: "America/St_Barthelemy",
    Territory.SAINT_MARTIN: "America/Marigot",
    Territory.SAINT_PIERRE_ET_MIQUELON: "America/Miquelon",
    Territory.NOUVELLE_CALEDONIE: "Pacific/Noumea",
    Territory.POLYNESIE: "Pacific/Tahiti",
    Territory.WALLIS_ET_FUTUNA: "Pacific/Wallis",
}

_OTHERS = {
    "marquises": "Pacific/Marquesas",
    "iles marquises": "Pacific/Marquesas",
    "gambier": "Pacific/Gambier",
    "kerguelen": "Indian/Kerguelen",
    "terres australes": "Indian/Kerguelen",
    "taaf": "Indian/Kerguelen",
    "bruxelles": "Europe/Brussels",
    "geneve": "Europe/Zurich",
    "londres": "Europe/London",
    "monaco": "Europe/Monaco",
    "utc": "UTC",
}

_ARTICLES = ("a ", "au ", "en ", "la ", "le ", "les ", "l'", "de ", "du ", "heure ", "d'", "the ")


_Place = TypeVar("_Place")


def read_territory(text: str) -> Territory | None:
    """The territory called so, a slip in a long name forgiven."""
    return _named(text, _territories())


def read_zone(text: str) -> ZoneInfo | None:
    """The zone of a place called so, or that IANA calls so, whatever its capitals."""
    name = _named(text, _places())
    return ZoneInfo(name) if name else None


def zone_of(territory: Territory) -> ZoneInfo:
    return ZoneInfo(_ZONES[territory])


def territory_of(zone: ZoneInfo) -> Territory:
    """Whose holidays are kept in a zone where nothing else was said."""
    kept = (territory for territory, name in _ZONES.items() if name == zone.key)
    return next(kept, Territory.METROPOLE)


def _named(text: str, names: Mapping[str, _Place]) -> _Place | None:
    name = _plain(text)
    if name in names:
        return names[name]
    slips = len(name) // 5
    near = [
        (distance, known)
        for known in names
        if (distance := DamerauLevenshtein.distance(name, known, score_cutoff=slips)) <= slips
    ]
    return names[min(near)[1]] if near else None


def _plain(text: str) -> str:
    """« À la Réunion », « heure de Saint Pierre » → "reunion", "saint-pierre"."""
    name = " ".join(fold(text).replace("_", " ").split()).strip(" .!?\"'«»")
    while article := next((each for each in _ARTICLES if name.startswith(each)), None):
        name = name.removeprefix(article)
    return name.replace(" ", "-").replace("st-", "saint-")


@cache
def _territories() -> Mapping[str, Territory]:
    return {
        _plain(name): territory
        for territory, names in _TERRITORIES.items()
        for name in names.split(", ")
    }


@cache
def _places() -> Mapping[str, str]:
    """IANA's names, their cities, and the French ones, which win."""
    known = sorted(available_timezones())
    cities = {_plain(name.rpartition("/")[2]): name for name in known if "/" in name}
    whole = {_plain(name): name for name in known}
    ours = {name: _ZONES[territory] for name, territory in _territories().items()}
    return {**cities, **whole, **ours, **{_plain(name): zone for name, zone in _OTHERS.items()}}
