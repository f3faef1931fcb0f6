"""« Trois mois », « 10 jours », « in two weeks »: a time from now, as people write it."""

import re
from datetime import timedelta

from commonsbot.domain.folding import fold

_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            "un une one a an",
            "deux two couple",
            "trois three",
            "quatre four",
            "cinq five",
            "six",
            "sept seven",
            "huit eight",
            "neuf nine",
            "dix ten",
            "onze eleven",
            "douze twelve",
        ),
        1,
    )
    for name in names.split()
} | {"quinze": 15, "vingt": 20, "trente": 30}

_UNITS = {
    "jours": timedelta(days=1),
    "days": timedelta(days=1),
    "semaines": timedelta(weeks=1),
    "weeks": timedelta(weeks=1),
    "mois": timedelta(days=30),
    "months": timedelta(days=30),
    "ans": timedelta(days=365),
    "annees": timedelta(days=365),
    "years": timedelta(days=365),
}
_SHORT = {"j": "jours", "d": "days", "s": "semaines", "w": "weeks", "m": "mois", "y": "years"}

_SAID = re.compile(r"(?:dans |in |apres |after |d'ici )?(\d{1,4}|[a-z]+) ?([a-z]+)\.?")
_NEVER = frozenset("jamais non never no aucun aucune off".split())

LONGEST = timedelta(days=730)


def read_delay(text: str) -> timedelta | None:
    """Zero for never; None when `text` is no time from a day to two years."""
    said = fold(" ".join(text.split())).strip(" .!")
    if said in _NEVER:
        return timedelta()
    match = _SAID.fullmatch(said)
    if match is None:
        return None
    number = int(match[1]) if match[1].isdigit() else _NUMBERS.get(match[1], 0)
    found = number * _unit(match[2])
    return found if timedelta() < found <= LONGEST else None


def _unit(written: str) -> timedelta:
    """Singular, plural or cut short; nothing when it is none."""
    if written in _SHORT:
        return _UNITS[_SHORT[written]]
    near = (unit for name, unit in _UNITS.items() if name.startswith(written) and len(written) > 1)
    return next(near, timedelta())
