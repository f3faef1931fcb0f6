"""Words that stand for one another: acronyms and what they spell, synonyms, English and French."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from commonsbot.search.french import stem, telling_words

SAME = 1.0
NEAR = 0.6
"""What a phrase of a group is worth for another: as good as it, or merely close to it."""

_LONGEST = 5
"""Telling words of a phrase."""

Phrase = tuple[str, ...]
"""Telling words, folded."""


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that stand for one another, both ways."""

    phrases: tuple[str, ...]
    worth: float = SAME


@dataclass(frozen=True, slots=True)
class Substitute:
    """`phrase` may stand for the `size` words from `start` on."""

    start: int
    size: int
    phrase: Phrase
    worth: float


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Each phrase, as stems, and what may stand for it."""

    table: Mapping[Phrase, Mapping[Phrase, float]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    @classmethod
    def of(cls, groups: Iterable[Group]) -> "Synonyms":
        table: dict[Phrase, dict[Phrase, float]] = {}
        for group in groups:
            phrases = {_stems(words): words for words in map(_words, group.phrases) if words}
            for typed in phrases:
                others = table.setdefault(typed, {})
                for stems, words in phrases.items():
                    if stems != typed:
                        others[words] = max(group.worth, others.get(words, 0.0))
        return cls(MappingProxyType(table))

    def substitutes(self, words: Sequence[str]) -> list[Substitute]:
        """Whatever may stand for some of `words` in a row."""
        stems = _stems(words)
        return [
            Substitute(start, size, phrase, worth)
            for size in range(min(_LONGEST, len(stems)), 0, -1)
            for start in range(len(stems) - size + 1)
            for phrase, worth in self.table.get(stems[start : start + size], {}).items()
        ]


def phrase(text: str) -> Phrase:
    """What tells one phrase from another, as stems: nothing where it has no letter or digit."""
    return _stems(_words(text))


def _words(text: str) -> Phrase:
    return tuple(telling_words(text)[:_LONGEST])


def _stems(words: Iterable[str]) -> Phrase:
    return tuple(map(stem, words))
