"""Public holidays of France, by territory.

Code du travail, L3133-1 (everywhere), L3134-13 (Alsace-Moselle) and L3422-2 (abolition of
slavery); customs that public services keep, and for the collectivities of the Pacific their own
laws. Own code and not the library `holidays`, which tests compare it with: that one costs 30 MB
of memory.
"""

from datetime import date, timedelta
from enum import StrEnum
from functools import cache


class Territory(StrEnum):
    METROPOLE = "metropole"
    ALSACE_MOSELLE = "alsace-moselle"
    GUADELOUPE = "guadeloupe"
    MARTINIQUE = "martinique"
    GUYANE = "guyane"
    REUNION = "reunion"
    MAYOTTE = "mayotte"
    SAINT_BARTHELEMY = "saint-barthelemy"
    SAINT_MARTIN = "saint-martin"
    SAINT_PIERRE_ET_MIQUELON = "saint-pierre-et-miquelon"
    NOUVELLE_CALEDONIE = "nouvelle-caledonie"
    POLYNESIE = "polynesie"
    WALLIS_ET_FUTUNA = "wallis-et-futuna"


_EVERYWHERE = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))

_ALSO: dict[Territory, tuple[tuple[int, int], ...]] = {
    Territory.ALSACE_MOSELLE: ((12, 26),),
    Territory.GUADELOUPE: ((5, 27), (7, 21)),
    Territory.MARTINIQUE: ((5, 22), (7, 21)),
    Territory.GUYANE: ((6, 10),),
    Territory.REUNION: ((12, 20),),
    Territory.MAYOTTE: ((4, 27),),
    Territory.SAINT_BARTHELEMY: ((10, 9),),
    Territory.SAINT_MARTIN: ((5, 28), (7, 21)),
    Territory.NOUVELLE_CALEDONIE: ((9, 24),),
    Territory.POLYNESIE: ((3, 5), (11, 20)),
    Territory.WALLIS_ET_FUTUNA: ((4, 28), (6, 29), (7, 29)),
}
"""Month and day."""

_EASTER_MONDAY, _ASCENSION, _WHIT_MONDAY = 1, 39, 50
_GOOD_FRIDAY, _MID_LENT = -2, -24

_MOVING = (_EASTER_MONDAY, _ASCENSION, _WHIT_MONDAY)
_ALSO_MOVING: dict[Territory, tuple[int, ...]] = {
    Territory.ALSACE_MOSELLE: (_GOOD_FRIDAY,),
    Territory.GUADELOUPE: (_GOOD_FRIDAY, _MID_LENT),
    Territory.POLYNESIE: (_GOOD_FRIDAY,),
}
"""Days from Easter Sunday."""


@cache
def holidays(territory: Territory, year: int) -> frozenset[date]:
    fixed = (*_EVERYWHERE, *_ALSO.get(territory, ()))
    moving = (*_MOVING, *_ALSO_MOVING.get(territory, ()))
    easter = _easter(year)
    return frozenset(date(year, month, day) for month, day in fixed) | {
        easter + timedelta(days=days) for days in moving
    }


def _easter(year: int) -> date:
    """Easter Sunday (Meeus, "Astronomical Algorithms", chapter 8)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
