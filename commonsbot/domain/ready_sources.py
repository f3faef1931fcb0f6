"""Sources that come with the bot, and what people call them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from commonsbot.domain.folding import fold

_ARTICLES = frozenset({"l", "la", "le", "les", "the"})
_SHORTEST = 3
"""Letters that may stand for a longer name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadySource:
    id: str
    """What to type: « cnil »."""
    name: str
    url: str
    checked: str
    """The day its address was read and gave a feed; "": it never was."""


def named(typed: str, ready: Sequence[ReadySource]) -> ReadySource | None:
    """The source called so, whatever the case, accents, spaces and signs."""
    wanted = _key(typed)
    return next((one for one in ready if wanted and wanted in _names(one)), None)


def alike(typed: str, ready: Sequence[ReadySource]) -> list[ReadySource]:
    """Those it may have meant: part of their name, or their name and more, else a slip or two."""
    return _overlapping(typed, ready) or _mistyped(_key(typed), ready)


def _overlapping(typed: str, ready: Sequence[ReadySource]) -> list[ReadySource]:
    words, start = set(_words(typed)), _key(typed)
    found = []
    for one in ready:
        of_name = {*_words(one.name), *_words(one.id)}
        within = bool(words) and max(map(len, words)) >= _SHORTEST and words <= of_name
        begun = len(start) >= _SHORTEST and any(name.startswith(start) for name in _names(one))
        if within or begun or set(_words(one.id)) <= words:
            found.append(one)
    return found


def _mistyped(wanted: str, ready: Sequence[ReadySource]) -> list[ReadySource]:
    most = max(1, len(wanted) // 4)
    slips = {
        one.id: min(DamerauLevenshtein.distance(wanted, name) for name in _names(one))
        for one in ready
    }
    fewest = min(slips.values(), default=most + 1)
    return [one for one in ready if slips[one.id] == fewest <= most]


def _names(source: ReadySource) -> set[str]:
    """« Localtis (Banque des Territoires) » is Localtis, and Banque des Territoires too."""
    return {_key(part) for part in (source.id, source.name, *re.split(r"[()]", source.name))} - {""}


def _key(text: str) -> str:
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", fold(text)) if word not in _ARTICLES]
