"""The numbers of the ranking, in one place: the same for every collection.

They were chosen on five French collections at once (benchmarks/README.md).
"""

from dataclasses import dataclass
from math import log


@dataclass(frozen=True, slots=True)
class Field:
    """How much a match in this field counts, and how far its length dilutes it (BM25's b)."""

    weight: float
    dilution: float


@dataclass(frozen=True, slots=True)
class Weights:
    fields: tuple[Field, ...] = (Field(1.0, 0.8), Field(1.0, 0.5), Field(0.395, 0.48))
    """Title, themes, text."""
    saturation: float = 1.2
    """BM25's k1: how soon repeating a word stops counting."""
    other_fields: float = 0.1
    """Of a match in another field than the best one."""
    other_readings: float = 0.6
    """Of a synonym that matches beside the typed word, and the other way round."""
    exact: float = 0.4
    """More for the very word that was typed than for another form of it."""
    kin: float = 0.45
    """For a word that only begins like the typed one."""
    pair: float = 0.4
    """For two typed words in a row."""
    swapped: float = 0.1
    """For the same two the other way round."""
    skipped: float = 0.05
    """For two typed words with one between them."""
    second_guess: float = 0.8
    """Of the second and third word that a mistyped one may have meant."""
    completion: float = 0.8
    """Of the words that an unfinished last word may become."""
    synonym: float = 0.65
    """Of a synonym beside the word it stands for."""
    lone_synonym: float = 0.9
    """Of a synonym when the typed word is in no text."""
    synonym_limit: float = 0.9
    """A synonym is never worth more than this part of the word it stands for."""
    synonym_part: float = 0.2
    """Of one word of a synonym of several."""


WEIGHTS = Weights()

USUAL_TEXT = 100.0
"""Words of a text, the little ones left out, whatever the collection: a longer one says less with
each of its words. Titles and themes are measured by those of their own collection.
"""

GAP = 2
"""Words in a row may have one other between them."""


def rarity(documents: int, having: int) -> float:
    """How telling a word is that `having` of `documents` contain (BM25's inverse frequency)."""
    having = min(having, documents)
    return log(1 + (documents - having + 0.5) / (having + 0.5))
