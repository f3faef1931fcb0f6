"""Which of several documents say nearly the same: shown once, the others counted under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from commonsbot.search.french import stems

_TITLES = 0.5
_WHOLE = 0.8
"""Parts of their words that two titles, and two documents, share at least."""

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Looks:
    title: frozenset[str]
    whole: frozenset[str]
    numbers: frozenset[str]
    """Of the title: what is of 2024 is not what is of 2025."""


def folded(documents: Sequence[tuple[str, str]]) -> list[int]:
    """Of each document, given by its title and its text in symbols, the place of the first that is
    nearly the same: its own where none is.
    """
    looks = [_looks(title, text) for title, text in documents]
    leaders: list[int] = []
    places = []
    for place, one in enumerate(looks):
        leader = next((first for first in leaders if _alike(looks[first], one)), place)
        if leader == place:
            leaders.append(place)
        places.append(leader)
    return places


def _looks(title: str, text: str) -> _Looks:
    words = frozenset(stems(title))
    return _Looks(words, words.union(text), frozenset(_NUMBER.findall(title)))


def _alike(one: _Looks, other: _Looks) -> bool:
    return (
        one.numbers == other.numbers
        and _share(one.title, other.title) >= _TITLES
        and _share(one.whole, other.whole) >= _WHOLE
    )


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's index."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0
