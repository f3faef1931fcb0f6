"""Months, days of the week and small numbers, as French texts write them once folded."""

import re

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier janv jan",
    "fevrier fevr fev",
    "mars",
    "avril avr",
    "mai",
    "juin",
    "juillet juil",
    "aout",
    "septembre sept",
    "octobre oct",
    "novembre nov",
    "decembre dec",
)
_SMALL = (
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf vingt"
).split()
NUMBERS = {
    **{name.replace("-", " "): str(number) for number, name in enumerate(_SMALL, 2)},
    **{f"vingt {name}": str(number) for number, name in enumerate(_SMALL[:8], 22)},
    "premier": "1er",
    "vingt et un": "21",
    "trente": "30",
    "trente et un": "31",
    "quarante cinq": "45",
    "soixante": "60",
}
ANY_MONTH = r"(?:" + "|".join(name for names in MONTHS for name in names.split()) + r")\b\.?"
ANY_WEEKDAY = "|".join(WEEKDAYS)
UNIT = r"(?:jours?|semaines?|mois)\b"
SPELLED = re.compile(
    r"\b("
    + "|".join(
        re.escape(name).replace(r"\ ", "[ -]") for name in sorted(NUMBERS, key=len, reverse=True)
    )
    + rf")\b(?= (?:{ANY_MONTH}|(?:derniers |petits )?{UNIT}|au | et ))"
)


def number(text: str | None) -> int | None:
    return int(text) if text else None


def month_number(name: str) -> int:
    """Raises ValueError."""
    for number, names in enumerate(MONTHS, 1):
        if name.rstrip(".") in names.split():
            return number
    raise ValueError(name)


def weekday_number(name: str | None) -> int | None:
    return WEEKDAYS.index(name) if name else None
