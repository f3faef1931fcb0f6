"""Sources that come with the bot, and what people call sources."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz.distance import DamerauLevenshtein

from commonsbot.domain.folding import fold

_ARTICLES = frozenset({"l", "la", "le", "les", "the"})
_SHORTEST = 3
"""Letters that may stand for a longer name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    id: str
    """What to type: « cnil »."""
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadySource(Named):
    url: str
    checked: str
    """The day its address was read and gave a feed; "": it never was."""


AnyNamed = TypeVar("AnyNamed", bound=Named)


def named(typed: str, known: Sequence[AnyNamed]) -> AnyNamed | None:
    """The source called so, whatever the case, accents, spaces and signs."""
    wanted = _key(typed)
    return next((one for one in known if wanted and wanted in _names(one)), None)


def alike(typed: str, known: Sequence[AnyNamed]) -> list[AnyNamed]:
    """Those it may have meant: part of their name, or their name and more, else a slip or two."""
    words = set(_words(typed))
    more = [one for one in known if set(_words(one.id)) <= words]
    return partly(typed, known) or more or _mistyped(_key(typed), known)


def partly(typed: str, known: Sequence[AnyNamed]) -> list[AnyNamed]:
    """Those whose name begins so, or has these words."""
    words, start = set(_words(typed)), _key(typed)
    if len(start) < _SHORTEST:
        return []
    return [
        one
        for one in known
        if words <= {*_words(one.name), *_words(one.id)}
        or any(name.startswith(start) for name in _names(one))
    ]


def _mistyped(wanted: str, known: Sequence[AnyNamed]) -> list[AnyNamed]:
    most = max(1, len(wanted) // 4)
    slips = {
        one.id: min(DamerauLevenshtein.distance(wanted, name) for name in _names(one))
        for one in known
    }
    fewest = min(slips.values(), default=most + 1)
    return [one for one in known if slips[one.id] == fewest <= most]


def _names(source: Named) -> set[str]:
    """« Localtis (Banque des Territoires) » is Localtis, and Banque des Territoires too."""
    return {_key(part) for part in (source.id, source.name, *re.split(r"[()]", source.name))} - {""}


def _key(text: str) -> str:
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", fold(text)) if word not in _ARTICLES]
