"""What a member typed after `!chercher`, read with indulgence: any text is a query.

    charte "réseaux sociaux" -facebook #ia type:outil de:@anne depuis:2025-03 tri:date pourquoi

What is not understood is searched as words, and said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from commonsbot.search.criteria import Filter, OfClass, Order, Place
from commonsbot.search.french import content_words
from commonsbot.search.query_pieces import Piece, Remark, read_pieces

LONGEST = 1000
"""Characters of a query: no question is longer, and a message may hold anything."""

_WHY = re.compile(r"(?<=\S) (?:pourquoi|why)[ ?!.]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    typed: str
    words: str = ""
    """What is looked for, phrases included, as typed."""
    phrases: tuple[str, ...] = ()
    """Words that must stand in a row."""
    without: tuple[str, ...] = ()
    without_phrases: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    place: Place = Place.BOTH
    order: Order = Order.RELEVANCE
    explained: bool = False
    """« … pourquoi »."""
    remarks: tuple[Remark, ...] = ()

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for anything but words."""
        return bool(self.filters or self.without or self.without_phrases)

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing at all."""
        is_set = self.place is not Place.BOTH or self.order is not Order.RELEVANCE
        return not (self.words or self.is_narrowed or is_set)


def read_query(text: str, today: date) -> Query:
    """`today`: what « hier » and « depuis: mars » start from."""
    typed = " ".join(text.split())[:LONGEST].rstrip()
    words, explained = _explained(typed)
    pieces = read_pieces(words, today)
    settings = [piece.setting for piece in pieces if piece.setting is not None]
    filters = tuple(dict.fromkeys(one for piece in pieces for one in piece.filters))
    places = [one for one in settings if isinstance(one, Place)]
    return Query(
        typed=typed,
        words=_words(pieces),
        phrases=tuple(piece.phrase for piece in pieces if content_words(piece.phrase)),
        without=tuple(piece.without for piece in pieces if piece.without),
        without_phrases=tuple(piece.without_phrase for piece in pieces if piece.without_phrase),
        filters=filters,
        place=places[-1] if places else _place(filters),
        order=next((o for o in reversed(settings) if isinstance(o, Order)), Order.RELEVANCE),
        explained=explained,
        remarks=tuple(piece.remark for piece in pieces if piece.remark),
    )


def _place(filters: Sequence[Filter]) -> Place:
    """Where nothing is said of it: only news have a class."""
    classes = (one for one in filters if isinstance(one.criterion, OfClass) and not one.negated)
    return Place.NEWS if any(classes) else Place.BOTH


def _words(pieces: Sequence[Piece]) -> str:
    """Little words left over between filters say nothing."""
    words = " ".join(filter(None, (piece.phrase or piece.words for piece in pieces)))
    filtered = any(piece.filters for piece in pieces)
    return words if content_words(words) or not filtered else ""


def _explained(typed: str) -> tuple[str, bool]:
    """A last word « pourquoi » asks for the reasons, not for a word."""
    asked = _WHY.search(typed)
    return (typed[: asked.start()], True) if asked else (typed, False)
