"""Why a text answers a question: what a score is made of, to be told in words."""

from dataclasses import dataclass
from enum import StrEnum

from commonsbot.search.boost import Bonus
from commonsbot.search.units import How


class Field(StrEnum):
    TITLE = "title"
    THEMES = "themes"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was found, and what it brought."""

    typed: tuple[str, ...]
    """The words of the question it answers, folded: one, or two or more in a row."""
    found: str
    """What was looked for: the word, its other form, a synonym; « acce… » for kin."""
    how: How
    field: Field
    """Where it says most."""
    score: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """`score` is the sum of the reasons' and of the bonuses'."""

    score: float
    reasons: tuple[Reason, ...]
    """The weightiest first."""
    bonuses: tuple[tuple[Bonus, float], ...] = ()
    missing: tuple[str, ...] = ()
    """Typed words that nothing in the text answers."""
    rank: int | None = None
    """From 1, among all that the question finds; None when it is too far down to have one."""
