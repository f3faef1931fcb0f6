"""What a question asks for, as units a text may match: words, pairs of words, synonyms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from commonsbot.search.french import stem
from commonsbot.search.synonyms import Substitute
from commonsbot.search.weights import WEIGHTS, Weights, rarity


class How(StrEnum):
    """In which way a unit answers what was typed."""

    EXACT = "exact"
    FORM = "form"
    KIN = "kin"
    PAIR = "pair"
    SYNONYM = "synonym"


@dataclass(frozen=True, slots=True)
class Unit:
    pattern: tuple[str, ...]
    """For each word in a row, the symbols that may stand there."""
    value: float
    place: int
    """Units of one place answer the same typed words."""
    reading: int
    """Of one place, the best reading counts, the others little: 0 is what was typed."""
    how: How
    words: str
    """What it looks for, to be shown."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A typed word, and the words of the index it stands for."""

    typed: str
    words: tuple[str, ...]
    """Itself, or what it is taken for, the likeliest first; none when nothing is near."""
    apart: bool = False
    """It is two words without the space between: `words` are both of them."""
    unfinished: bool = False
    """`words` are those it is the beginning of."""

    @property
    def main(self) -> str:
        return self.words[0] if self.words else self.typed

    def worths(self, weights: Weights) -> list[tuple[str, float]]:
        if self.unfinished:
            return [(word, weights.completion) for word in self.words]
        if self.apart:
            return [(word, 1.0) for word in self.words]
        return [(w, 1.0 if n == 0 else weights.second_guess) for n, w in enumerate(self.words)]


@dataclass(frozen=True, slots=True)
class Kin:
    """The words that begin alike, and how many texts have one of them."""

    symbols: str
    documents: int


@dataclass(slots=True)
class Lexicon:
    """What the index knows of the words a question may use."""

    documents: int
    having: dict[str, int] = field(default_factory=dict)
    """Of each stem, how many texts have it."""
    forms: dict[str, str] = field(default_factory=dict)
    """Of each stem, the symbols of its words."""
    symbols: dict[str, str] = field(default_factory=dict)
    """Of each word, its symbol."""
    kin: dict[str, Kin] = field(default_factory=dict)
    """Of a typed word."""

    def rarity(self, word: str) -> float:
        """0 for a word of no text."""
        having = self.having.get(stem(word), 0)
        return rarity(self.documents, having) if having else 0.0


@dataclass(slots=True)
class Units:
    """The units of a question; `worth` tells which stems to look for first, and how much."""

    lexicon: Lexicon
    weights: Weights = WEIGHTS
    units: list[Unit] = field(default_factory=list)
    worth: dict[str, float] = field(default_factory=dict)
    typed: list[tuple[str, ...]] = field(default_factory=list)
    """Of each place, the words of the question it answers."""

    def add_question(
        self, meant: Sequence[Meant], glued: Iterable[str], substitutes: Sequence[Substitute]
    ) -> None:
        for one in meant:
            self._add_meant(one)
        for word in glued:
            self._add_word(word, 1.0, self._new_place((word,)), 0)
        weights = self.weights
        for first, second in pairwise(meant):
            self._add_pair(first, second, weights.pair)
            self._add_pair(second, first, weights.swapped)
        for first, third in zip(meant, meant[2:], strict=False):
            self._add_pair(first, third, weights.skipped)
        self._add_substitutes(meant, substitutes)

    def _new_place(self, typed: tuple[str, ...]) -> int:
        self.typed.append(typed)
        return len(self.typed) - 1

    def _add_meant(self, meant: Meant) -> None:
        place = self._new_place((meant.typed,))
        for word, worth in meant.worths(self.weights):
            self._add_word(word, worth, place, 0)
        if not meant.unfinished and (kin := self.lexicon.kin.get(meant.main)):
            forms = self.lexicon.forms.get(stem(meant.main), "")
            having = kin.documents + self.lexicon.having.get(stem(meant.main), 0)
            value = self.weights.kin * rarity(self.lexicon.documents, having)
            self.units.append(
                Unit((kin.symbols + forms,), value, place, 0, How.KIN, f"{meant.main[:4]}…")
            )

    def _add_word(
        self, word: str, worth: float, place: int, reading: int, limit: float = float("inf")
    ) -> None:
        value = min(worth * self.lexicon.rarity(word), limit)
        if not value:
            return
        root = stem(word)
        how = How.SYNONYM if reading else How.FORM
        self.worth[root] = max(value, self.worth.get(root, 0.0))
        self.units.append(
            Unit((self.lexicon.forms.get(root, ""),), value, place, reading, how, word)
        )
        if exact := self.lexicon.symbols.get(word):
            how = How.SYNONYM if reading else How.EXACT
            value *= self.weights.exact
            self.units.append(Unit((exact,), value, place, reading, how, word))

    def _add_pair(self, one: Meant, other: Meant, weight: float) -> None:
        first, second = one.main, other.main
        rarities = self.lexicon.rarity(first), self.lexicon.rarity(second)
        if not all(rarities) or stem(first) == stem(second):
            return
        value = weight * min(sum(rarities), rarity(self.lexicon.documents, 0))
        pattern = tuple(self.lexicon.forms.get(stem(word), "") for word in (first, second))
        place = self._new_place((one.typed, other.typed))
        self.units.append(Unit(pattern, value, place, 0, How.PAIR, f"{first} {second}"))

    def _add_substitutes(self, meant: Sequence[Meant], substitutes: Sequence[Substitute]) -> None:
        typed = {stem(word) for one in meant for word in one.words}
        shared: dict[tuple[int, int], int] = {}
        for reading, one in enumerate(substitutes, 1):
            stems = [stem(word) for word in one.phrase]
            if not all(map(self.lexicon.having.get, stems)) or typed.issuperset(stems):
                continue
            known = meant[one.start : one.start + one.size]
            base = sum(self.lexicon.rarity(word.main) for word in known)
            worth = one.worth * (self.weights.synonym if base else self.weights.lone_synonym)
            limit = base * self.weights.synonym_limit or float("inf")
            if one.size == 1:
                place = one.start
            else:
                span = one.start, one.size
                if span not in shared:
                    shared[span] = self._new_place(tuple(word.typed for word in known))
                place = shared[span]
            if len(one.phrase) == 1:
                self._add_word(one.phrase[0], worth, place, reading, limit)
            else:
                self._add_phrase(one.phrase, worth, place, reading, limit)

    def _add_phrase(
        self, phrase: Sequence[str], worth: float, place: int, reading: int, limit: float
    ) -> None:
        forms = self.lexicon.forms
        most = 1.5 * rarity(self.lexicon.documents, 0)
        value = min(worth * min(most, sum(map(self.lexicon.rarity, phrase))), limit)
        said = " ".join(phrase)
        pattern = tuple(forms.get(stem(word), "") for word in phrase)
        self.units.append(Unit(pattern, value, place, reading, How.SYNONYM, said))
        for word in phrase:
            root = stem(word)
            if root not in self.worth:
                part = worth * self.weights.synonym_part * self.lexicon.rarity(word)
                self.worth[root] = part
                unit = Unit((forms.get(root, ""),), part, place, reading, How.SYNONYM, said)
                self.units.append(unit)


def stems_of(
    meant: Iterable[Meant], glued: Iterable[str], others: Iterable[Substitute]
) -> set[str]:
    """Every stem the question may look for."""
    words = {word for one in meant for word in one.words} | set(glued)
    return set(map(stem, words)) | {stem(word) for one in others for word in one.phrase}
