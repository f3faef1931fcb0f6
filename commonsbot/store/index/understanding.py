"""A question in the words of the index: what each typed word may mean, for one reader."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from commonsbot.search.french import stem, telling_words
from commonsbot.search.synonyms import Synonyms
from commonsbot.search.units import Lexicon, Meant, Units, stems_of
from commonsbot.store.index.lookup import Lookup
from commonsbot.store.index.postings import Stem
from commonsbot.store.index.reading import Reading

MOST_WORDS = 32
"""Words of a question that count."""


@dataclass(frozen=True, slots=True)
class Understood:
    meant: tuple[Meant, ...]
    units: Units
    stems: dict[str, Stem]
    repaired: tuple[tuple[str, str], ...]

    @property
    def exact(self) -> tuple[str, ...]:
        """The symbol of each typed word, nothing for those the index has never seen."""
        return tuple(self.units.lexicon.symbols.get(one.typed, "") for one in self.meant)


class Understanding:
    def __init__(self, lookup: Lookup, reading: Reading, synonyms: Synonyms) -> None:
        self._lookup = lookup
        self._reading = reading
        self._synonyms = synonyms
        self._stems: dict[str, Stem] = {}
        """Those known so far that the reader may know."""

    def of(self, query: str, documents: int) -> Understood:
        """`documents`: how many there are."""
        typed = list(dict.fromkeys(telling_words(query)))[:MOST_WORDS]
        glued = [
            "".join(typed[start : start + size])
            for size in (2, 3)
            for start in range(len(typed) - size + 1)
        ]
        self._know(set(map(stem, [*typed, *glued])))
        hidden = self._hidden(set(map(stem, typed)))
        meant = [self._meant(word, last=word == typed[-1]) for word in typed]
        substitutes = self._synonyms.substitutes([one.main for one in meant])
        stems = stems_of(meant, glued, substitutes) - hidden
        self._know(stems)
        units = Units(self._lexicon(documents, meant, stems))
        known = [word for word in glued if word in units.lexicon.symbols]
        units.add_question(meant, known, substitutes)
        return Understood(tuple(meant), units, self._stems, self._repaired(meant))

    def _know(self, stems: set[str]) -> None:
        if fresh := stems - self._stems.keys():
            self._stems |= self._lookup.stems(fresh)

    def _meant(self, word: str, *, last: bool) -> Meant:
        """A word the index knows is meant; else what it begins, was mistyped or glued from."""
        if stem(word) in self._stems:
            return Meant(word, (word,))
        begun = self._lookup.completions(word) if last else []
        if begun := self._visible(begun):
            return Meant(word, tuple(begun), unfinished=True)
        if near := self._visible(self._lookup.near(word)):
            return Meant(word, tuple(near))
        parts = self._lookup.apart(word)
        if parts and len(self._visible(parts)) == len(parts):
            return Meant(word, parts, apart=True)
        return Meant(word, ())

    def _visible(self, words: Sequence[str]) -> list[str]:
        """Those of `words` that a document of the reader has: others must not betray theirs."""
        if not words:
            return []
        stems = set(map(stem, words))
        self._know(stems)
        self._hidden(stems)
        return [word for word in words if stem(word) in self._stems]

    def _hidden(self, stems: Collection[str]) -> set[str]:
        """Those that only documents have which the reader may not see; forgotten from now on."""
        known = {root: self._stems[root] for root in stems if root in self._stems}
        seen = self._reading.seen(known.values())
        hidden = {root for root, one in known.items() if one.number not in seen}
        for root in hidden:
            del self._stems[root]
        return hidden

    def _lexicon(self, documents: int, meant: Sequence[Meant], stems: set[str]) -> Lexicon:
        forms = self._lookup.forms(stems)
        return Lexicon(
            documents,
            having={root: known.documents for root, known in self._stems.items()},
            forms={root: "".join(words.values()) for root, words in forms.items()},
            symbols={word: found for words in forms.values() for word, found in words.items()},
            kin=self._lookup.kin([one.main for one in meant]),
        )

    def _repaired(self, meant: Sequence[Meant]) -> tuple[tuple[str, str], ...]:
        changed = [one for one in meant if one.words and one.typed != one.main]
        changed = [one for one in changed if not one.unfinished]
        if not changed:
            return ()
        written = self._lookup.written([w for one in changed for w in one.words])
        return tuple(
            (one.typed, " ".join(written.get(w, w) for w in one.words[: 2 if one.apart else 1]))
            for one in changed
        )
