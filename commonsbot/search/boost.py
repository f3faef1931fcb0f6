"""A little more for what was tried, thanked for and is recent: it settles near ties, no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

ENOUGH = 5
"""Trials or thanks from which more of them change nothing."""

FRESH = timedelta(days=365)
"""Until when a resource counts as recent, less and less."""


class Bonus(StrEnum):
    TRIED = "tried"
    THANKED = "thanked"
    RECENT = "recent"


_MOST = {Bonus.TRIED: 0.04, Bonus.THANKED: 0.03, Bonus.RECENT: 0.03}
"""Parts of the score."""


@dataclass(frozen=True, slots=True)
class Merit:
    """What speaks for a resource besides its words."""

    tried: int
    """By how many members who adopted or adapted it."""
    thanked: int
    age: timedelta
    """Since it was last written or confirmed."""

    def bonuses(self) -> dict[Bonus, float]:
        """Parts of the score to add, those that are something."""
        parts = {
            Bonus.TRIED: min(self.tried / ENOUGH, 1.0),
            Bonus.THANKED: min(self.thanked / ENOUGH, 1.0),
            Bonus.RECENT: min(max(1.0 - self.age / FRESH, 0.0), 1.0),
        }
        return {bonus: _MOST[bonus] * part for bonus, part in parts.items() if part}

    @property
    def bonus(self) -> float:
        return sum(self.bonuses().values())


class Rated(NamedTuple):
    """A document with what its words are worth, and the part that its merits add."""

    key: int
    score: float
    bonus: float
    is_exact: bool
    """It has every typed word, just as it was typed."""


def boosted(rated: Sequence[Rated]) -> list[tuple[int, float]]:
    """(key, score), the best first, from documents in the order of their words alone.

    Merits never lift a document above a better one that has the very words of the question.
    """
    ceiling = float("inf")
    found = []
    for one in rated:
        score = min(one.score * (1 + one.bonus), ceiling)
        if one.is_exact:
            score, ceiling = one.score * (1 + one.bonus), min(ceiling, one.score)
        found.append((one.key, score))
    return sorted(found, key=lambda pair: -pair[1])
