"""The pieces a query is made of, one after the other: words, phrases, filters, what is left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from commonsbot.domain.folding import fold
from commonsbot.search.criteria import (
    Criterion,
    Filter,
    FromBody,
    OfSize,
    OfTheme,
    Order,
    Place,
)
from commonsbot.search.french import STOP, content_words
from commonsbot.search.query_fields import Field, field_like, field_named
from commonsbot.search.query_values import QUOTES, body_named, read_amount, read_value


class Trouble(Enum):
    """Why something was searched as words."""

    FIELD = "field"
    VALUE = "value"
    NOTHING = "nothing"
    """A field without a value."""


@dataclass(frozen=True, slots=True)
class Remark:
    trouble: Trouble
    name: str
    """The field, as typed."""
    field: Field | None = None
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What was read at one place."""

    end: int
    words: str = ""
    phrase: str = ""
    without: str = ""
    without_phrase: str = ""
    filters: tuple[Filter, ...] = ()
    setting: Place | Order | None = None
    remark: Remark | None = None


_SPEAKING = frozenset({Field.BUDGET, Field.BODY, Field.CHANNEL, Field.POPULATION, Field.LICENCE})
"""Whose names say something by themselves: « budget : participatif »."""

_GAP = re.compile(rf"[\s,;()\[\]…{QUOTES}]*")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_NOT = re.compile(r"[-−–]\s?(?=[^\s\-−–])|(?:sauf|except)\s+", re.IGNORECASE)
_MINUS = re.compile(r"[-−–](?=\w)")
_PHRASE = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]")
_FIELD = re.compile(r"([^\W\d_][\w'’-]{0,19})(\s?)[:：]\s*(?!//)")
_HASHTAG = re.compile(r"#\s?(\w[\w-]*)")
_WORD = re.compile(rf"[^\s{QUOTES}]+")


def read_pieces(text: str, today: date) -> list[Piece]:
    return _with_bodies(list(_pieces(text, today)))


def _pieces(text: str, today: date) -> Iterator[Piece]:
    place = 0
    while (place := _start(text, place)) < len(text):
        piece = _piece(text, place, today)
        yield piece
        place = piece.end


def _start(text: str, place: int) -> int:
    """Where the next piece begins: after spaces and commas, on a quote that opens a phrase."""
    gap = _GAP.match(text, place)
    end = gap.end() if gap else place
    quote = next((n for n in range(place, end) if text[n] in QUOTES), end)
    return quote if quote < end and _phrase(text, quote) else end


def _phrase(text: str, place: int) -> Piece | None:
    """« mots qui se suivent », in any quotes."""
    found = _PHRASE.match(text, place)
    if not found or not re.search(r"\w", found[1]):
        return None
    return Piece(end=found.end(), phrase=found[1].strip())


def _piece(text: str, place: int, today: date) -> Piece:
    found = _special(text, place, today)
    negation = None if found else _NOT.match(text, place)
    if negation:
        found = _special(text, negation.end(), today)
        found = _negated(found) if found and not found.remark else None
    return found or _word(text, place)


def _special(text: str, place: int, today: date) -> Piece | None:
    """What is no ordinary word."""
    if link := _LINK.match(text, place):
        return Piece(end=link.end(), words=link[0])
    if phrase := _phrase(text, place):
        return phrase
    if (name := _FIELD.match(text, place)) and (piece := _field(name, text, today)):
        return piece
    theme = _HASHTAG.match(text, place)
    if theme and re.search(r"[^\W\d_]", theme[1]):
        return Piece(end=theme.end(), filters=(Filter(OfTheme(theme[1])),))
    if amount := read_amount(text[place:]):
        return Piece(end=place + amount[1], filters=(Filter(amount[0]),))
    return None


def _field(name: re.Match[str], text: str, today: date) -> Piece | None:
    """« type: outil »; a name that is none, or has no such value, is searched as a word."""
    typed, tight = name[1], not name[2] and name[0].endswith((":", "："))
    said = text[name.end() :]
    known = field_named(typed)
    field = known or field_like(typed)
    value = read_value(field, said, today) if field else None
    if field and value:
        return _found(value[0], name.end() + value[1])
    word = _WORD.match(said)
    if known is None:
        trouble = Trouble.FIELD if tight and word else None
    else:
        trouble = Trouble.VALUE if word else Trouble.NOTHING
    if trouble is None:
        return None
    remark = Remark(trouble, typed, field, word[0].strip(".,;") if word else "")
    lost = known is None or known in _SPEAKING
    return Piece(end=name.end(), words=typed if lost else "", remark=remark)


def _found(value: tuple[Criterion, ...] | Place | Order, end: int) -> Piece:
    if isinstance(value, tuple):
        return Piece(end=end, filters=tuple(map(Filter, value)))
    return Piece(end=end, setting=value)


def _negated(piece: Piece) -> Piece | None:
    if piece.phrase:
        return Piece(end=piece.end, without_phrase=piece.phrase)
    if len(piece.filters) != 1:
        return None
    return Piece(end=piece.end, filters=(Filter(piece.filters[0].criterion, negated=True),))


def _word(text: str, place: int) -> Piece:
    minus = _MINUS.match(text, place)
    found = _WORD.match(text, minus.end() if minus else place)
    assert found, "a piece begins with no space and no quote"
    word = found[0] if re.search(r"\w", found[0]) else ""
    if minus and content_words(word):
        return Piece(end=found.end(), without=word)
    return Piece(end=found.end(), words=word)


def _with_bodies(pieces: list[Piece]) -> list[Piece]:
    """« #ia commune », « commune <10000 habitants »: a kind of body, beside another filter."""
    for start, end in _runs(pieces):
        telling = [n for n in range(start, end) if fold(pieces[n].words) not in STOP]
        for place in _beside(pieces, start, end, telling):
            body = body_named(pieces[place].words)
            if body:
                asked = (Filter(FromBody(body)),)
                pieces[place] = Piece(end=pieces[place].end, filters=asked)
                break
    return pieces


def _runs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """From where to where there are words only."""
    start = 0
    for place in range(len(pieces) + 1):
        if place == len(pieces) or not pieces[place].words:
            if start < place:
                yield start, place
            start = place + 1


def _beside(pieces: Sequence[Piece], start: int, end: int, telling: Sequence[int]) -> list[int]:
    """Which words of a run may be a kind of body: a lone one beside a filter, or next to a size."""
    before = pieces[start - 1].filters if start else ()
    after = pieces[end].filters if end < len(pieces) else ()
    found = []
    if telling and any(isinstance(one.criterion, OfSize) for one in after):
        found.append(telling[-1])
    if telling and any(isinstance(one.criterion, OfSize) for one in before):
        found.append(telling[0])
    if len(telling) == 1 and (before or after):
        found.append(telling[0])
    return found
