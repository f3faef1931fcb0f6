"""What may follow each field of a query: the longest value that reads well."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias, TypeVar

from commonsbot.domain import fields
from commonsbot.domain.facet_reading import (
    BODY_NAMES,
    CHANNEL_NAMES,
    number_of,
    read_budget,
)
from commonsbot.domain.facets import Body, Budget, Channel, Population
from commonsbot.domain.folding import fold
from commonsbot.domain.licences import Licence
from commonsbot.domain.news_class_names import class_named
from commonsbot.domain.resources import Kind
from commonsbot.search.criteria import (
    Before,
    By,
    Costing,
    Criterion,
    FromBody,
    InRoom,
    OfClass,
    OfKind,
    OfSize,
    OfTheme,
    Order,
    Place,
    Since,
    Through,
    Tried,
    Under,
)
from commonsbot.search.dates import Period, read_period
from commonsbot.search.query_fields import Field

Value: TypeAlias = tuple[Criterion, ...] | Place | Order
_Read: TypeAlias = tuple[Value, int] | None
_Named = TypeVar("_Named")
_Band = TypeVar("_Band", Population, Budget)

QUOTES = '"“”„‟«»'
_QUOTED = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]")
_WORD = re.compile(r"[^\s,;]+")
_LONGEST = 5
"""Words of a value."""


def read_value(field: Field, said: str, today: date) -> _Read:
    """The value that `said` begins with, and where it ends in it; None for none that reads well."""
    quoted = _QUOTED.match(said)
    if quoted is None:
        return _read(field, said, today)
    inside = quoted[1].strip()
    if inside and field in _NAMES:
        return (_NAMES[field](inside),), quoted.end()
    found = _read(field, inside, today)
    return (found[0], quoted.end()) if found and found[1] == len(inside) else None


def _read(field: Field, said: str, today: date) -> _Read:
    if field not in _PERIODS:
        return _READERS[field](said)
    found = read_period(said, today)
    return (_PERIODS[field](found[0]), found[1]) if found else None


def _theme(said: str) -> _Read:
    found = re.match(r"#?(\w[\w-]*)", said)
    return ((OfTheme(found[1]),), found.end()) if found else None


def _kind(said: str) -> _Read:
    return _longest(said, _kind_or_news)


def _kind_or_news(words: str) -> Value | None:
    """« type:actu » is what people try for news."""
    if _PLACES.get(fold(words)) is Place.NEWS:
        return Place.NEWS
    kind = fields.value_of(fields.Field.KIND, words)
    return (OfKind(kind),) if isinstance(kind, Kind) else None


def _author(said: str) -> _Read:
    found = re.match(r"@[^\s:]+:[\w.:-]*\w|@?\w[\w.=/+-]*", said)
    if not found:
        return None
    name = found[0].rstrip(".")
    return (By("" if fold(name) in _ME else name),), len(name)


def _room(said: str) -> _Read:
    if here := _longest(said, lambda words: fold(words) in _HERE or None):
        return (InRoom(""),), here[1]
    found = re.match(r"#?([^\s,;]+)", said)
    return ((InRoom(found[1]),), found.end()) if found else None


def _licence(said: str) -> _Read:
    found = _longest(said, _licences)
    return ((Under(found[0]),), found[1]) if found else None


def _licences(words: str) -> frozenset[Licence] | None:
    if fold(words) in _FREE:
        return frozenset(licence for licence in Licence if licence.is_open)
    licence = fields.value_of(fields.Field.LICENCE, words)
    return frozenset({licence}) if isinstance(licence, Licence) else None


def _class(said: str) -> _Read:
    found = _longest(said, class_named)
    return ((OfClass(found[0]),), found[1]) if found else None


def _tried(said: str) -> _Read:
    found = _longest(said, lambda words: _ANSWERS.get(fold(words)))
    return ((Tried(found[0] == "yes"),), found[1]) if found else None


def _body(said: str) -> _Read:
    found = _longest(said, body_named)
    return ((FromBody(found[0]),), found[1]) if found else None


def _channel(said: str) -> _Read:
    found = _longest(said, lambda words: _named(words, _CHANNELS))
    return ((Through(found[0]),), found[1]) if found else None


def _place(said: str) -> _Read:
    return _longest(said, lambda words: _PLACES.get(fold(words)))


def _order(said: str) -> _Read:
    return _longest(said, lambda words: _ORDERS.get(fold(words)))


def body_named(words: str) -> Body | None:
    return _named(words, _BODIES)


_AMOUNT = re.compile(
    r"(?:(?P<less><=?|≤|moins d[e'’]|under|less than|fewer than|below)"
    r"|(?P<more>>=?|≥|plus d[e'’]|over|more than|above))?\s*"
    r"(?P<digits>[0-9]{1,12}(?:[\s.\u00a0\u202f'][0-9]{3})*(?:,[0-9]{1,3})?)"
    r"\s*(?P<scale>k|mille|millions?)?(?![0-9])\s*(?:d[e'’]\s*)?"
    r"(?P<unit>(?:hab|inhab|people|personnes|residents)\w*\.?|(?:euros?|eur)\b|€)?",
    re.IGNORECASE,
)


def read_amount(said: str) -> tuple[Criterion, int] | None:
    """« <10000 habitants », « moins de 1 000 € »: a comparison that says what it compares."""
    found = _AMOUNT.match(said)
    if not found or not found["unit"] or not (found["less"] or found["more"]):
        return None
    money = found["unit"][0].lower() in "e€"
    return (_costing(found) if money else _of_size(found)), found.end()


def _population(said: str) -> _Read:
    found = _AMOUNT.match(said)
    return ((_of_size(found),), found.end()) if found else None


def _budget(said: str) -> _Read:
    if none := _longest(said, _no_budget):
        return (Costing(frozenset({Budget.NONE})),), none[1]
    found = _AMOUNT.match(said)
    return ((_costing(found),), found.end()) if found else None


def _no_budget(words: str) -> bool | None:
    free = fold(words) in ("0", "sans", "non", "aucun", "zero", "none", "no")
    return free or read_budget(words) is Budget.NONE or None


def _of_size(found: re.Match[str]) -> OfSize:
    return OfSize(_bands(found, Population))


def _costing(found: re.Match[str]) -> Costing:
    return Costing(_bands(found, Budget))


def _bands(found: re.Match[str], bands: Iterable[_Band]) -> frozenset[_Band]:
    """Those that the number may be of."""
    number = number_of(found["digits"], found["scale"])
    below, kept = 0, set()
    for band in bands:
        if _fits(found, below, band.limit, number):
            kept.add(band)
        below = band.limit or 0
    return frozenset(kept)


def _fits(found: re.Match[str], start: int, limit: int | None, number: int) -> bool:
    """Whether something of a band may be as little, as much or as asked."""
    if found["less"]:
        return start < number or number == start == 0
    if found["more"]:
        return limit is None or limit > number
    return start <= number and (limit is None or number < limit)


def _longest(said: str, meaning: Callable[[str], _Named | None]) -> tuple[_Named, int] | None:
    """The longest run of words at the head of `said` that means something, and its end."""
    ends = [word.end() for word, _ in zip(_WORD.finditer(said), range(_LONGEST), strict=False)]
    for end in reversed(ends):
        for stop in dict.fromkeys((end, len(said[:end].rstrip(".!?…)»")))):
            value = meaning(said[:stop].strip())
            if value is not None:
                return value, stop
    return None


def _named(word: str, names: Mapping[str, _Named]) -> _Named | None:
    typed = fold(word)
    return names.get(typed) or names.get(typed.removesuffix("s"))


def _by_word(names: Mapping[_Named, str]) -> dict[str, _Named]:
    return {word: value for value, words in names.items() for word in words.split()}


_BODIES: dict[str, Body] = _by_word(BODY_NAMES)
_CHANNELS: dict[str, Channel] = _by_word(CHANNEL_NAMES)
_ME = frozenset("moi me myself moi-meme".split())
_HERE = frozenset(("ici", "here", "ce salon", "this room", "celui-ci"))
_FREE = frozenset(
    "libre libres ouverte ouvertes ouvert open free reutilisable reutilisables".split()
)
_ANSWERS = _by_word(
    {"yes": "oui yes vrai o y repris reprise adopte adapte", "no": "non no faux n jamais"}
)
_PLACES = _by_word(
    {
        Place.NEWS: "actus actu actualites actualite news articles flux sources",
        Place.RESOURCES: "fiches fiche ressources ressource cards card resources",
        Place.MIXED: "tout tous partout all everything both",
    }
)
_ORDERS = _by_word(
    {
        Order.NEWEST: "date dates recent recents recente recentes nouveau nouveaux newest new"
        " latest recency",
        Order.OLDEST: "ancien anciens ancienne anciennes oldest old anciennete",
        Order.RELEVANCE: "pertinence relevance score defaut default",
    }
)

_NAMES: dict[Field, Callable[[str], Criterion]] = {Field.AUTHOR: By, Field.ROOM: InRoom}
"""Whose quoted values may be of several words."""

_PERIODS: dict[Field, Callable[[Period], Value]] = {
    Field.SINCE: lambda period: (Since(period.start),),
    Field.AFTER: lambda period: (Since(period.end),),
    Field.BEFORE: lambda period: (Before(period.start),),
    Field.UNTIL: lambda period: (Before(period.end),),
    Field.DURING: lambda period: (Since(period.start), Before(period.end)),
}

_READERS: dict[Field, Callable[[str], _Read]] = {
    Field.THEME: _theme,
    Field.KIND: _kind,
    Field.AUTHOR: _author,
    Field.ROOM: _room,
    Field.LICENCE: _licence,
    Field.TRIED: _tried,
    Field.BODY: _body,
    Field.POPULATION: _population,
    Field.BUDGET: _budget,
    Field.CHANNEL: _channel,
    Field.CLASS: _class,
    Field.PLACE: _place,
    Field.ORDER: _order,
}
