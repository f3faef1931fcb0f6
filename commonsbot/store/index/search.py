"""A search: what was typed, what it may mean, which documents, how well each answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import ResourceId
from commonsbot.search.french import stem, telling_words
from commonsbot.search.score import Scorer
from commonsbot.search.synonyms import Substitute, Synonyms
from commonsbot.search.units import Lexicon, Meant, Units, stems_of
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Fetch, Row, marks
from commonsbot.store.index import postings
from commonsbot.store.index.candidates import Term, in_order, promising
from commonsbot.store.index.documents import Noun
from commonsbot.store.index.found import Found
from commonsbot.store.index.lookup import Lookup, Stem
from commonsbot.store.index.postings import Posting
from commonsbot.store.index.state import State

MOST_WORDS = 32
"""Words of a question that count."""
SCORED = 80
"""Documents that are scored in full."""
_STEMS = 20
"""Stems that may bring in documents."""
_SHOWN = 0.25
"""Part of the best score from which a document is worth showing."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A question in the words of the index."""

    meant: tuple[Meant, ...]
    units: Units
    repaired: tuple[tuple[str, str], ...]


class Search:
    """One search in the index `state` describes, for one reader."""

    def __init__(self, fetch: Fetch, state: State, synonyms: Synonyms, reader: Reader) -> None:
        self._fetch = fetch
        self._state = state
        self._synonyms = synonyms
        self._reader = reader
        self._lookup = Lookup(fetch, state.tables)
        self._stems: dict[str, Stem] = {}
        """Those known so far that the reader may know."""
        self._postings: dict[int, Posting] = {}

    def run(self, query: str) -> Found:
        """Words are joined by OR: a question is never left without an answer for one odd word."""
        understood = self.understand(query)
        rows = self._candidates(understood.units)
        scorer = Scorer(understood.units.units, self._state.averages)
        scored = _ranked(scorer, rows)
        best = scored[0][0] if scored else 0.0
        return Found(
            ids=tuple(ResourceId(key // 2) for _, key in scored),
            total=sum(score >= _SHOWN * best for score, _ in scored),
            repaired=understood.repaired,
            scores=tuple(score for score, _ in scored),
        )

    def understand(self, query: str) -> Understood:
        typed = list(dict.fromkeys(telling_words(query)))[:MOST_WORDS]
        glued = [
            "".join(typed[start : start + size])
            for size in (2, 3)
            for start in range(len(typed) - size + 1)
        ]
        lexicon = Lexicon(self._state.documents)
        self._know(set(map(stem, [*typed, *glued])))
        hidden = self._hidden(sorted(set(map(stem, typed)) & self._stems.keys()))
        for root in hidden:
            del self._stems[root]
        meant = [self._meant(w, last=w == typed[-1]) for w in typed]
        substitutes = self._synonyms.substitutes([one.main for one in meant])
        self._learn(lexicon, meant, glued, substitutes, hidden)
        known = [word for word in glued if word in lexicon.symbols]
        units = Units(lexicon)
        units.add_question(meant, known, substitutes)
        return Understood(tuple(meant), units, self._repaired(meant))

    def _know(self, stems: set[str]) -> None:
        self._stems |= self._lookup.stems(stems - self._stems.keys())

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
        self._know(set(map(stem, words)))
        hidden = self._hidden(sorted(set(map(stem, words))))
        return [word for word in words if stem(word) not in hidden]

    def _hidden(self, stems: Sequence[str]) -> set[str]:
        """Those that only documents have which the reader may not see."""
        hidden = set()
        self._read([self._stems[root].number for root in stems if root in self._stems])
        for root in stems:
            known = self._stems.get(root)
            if known is None or not self._any_readable(self._postings[known.number].documents):
                hidden.add(root)
        return hidden

    def _any_readable(self, keys: Sequence[int]) -> bool:
        condition, values = readable(self._reader)
        for start, end in pairwise([0, 20, *range(500, len(keys) + 500, 500)]):
            part = [key // 2 for key in keys[start:end] if key % 2 == Noun.RESOURCE]
            sql = f"SELECT 1 FROM resource WHERE id IN ({marks(part)}) AND {condition} LIMIT 1"
            if part and self._fetch(sql, *part, *values):
                return True
        return False

    def _read(self, numbers: Sequence[int]) -> None:
        missing = [number for number in numbers if number not in self._postings]
        if missing:
            self._postings |= postings.read(self._fetch, self._state.tables, missing)

    def _learn(
        self,
        lexicon: Lexicon,
        meant: Sequence[Meant],
        glued: Sequence[str],
        substitutes: Sequence[Substitute],
        hidden: set[str],
    ) -> None:
        """All that the units need to know."""
        stems = stems_of(meant, glued, substitutes) - hidden
        self._know(stems)
        lexicon.having = {root: known.documents for root, known in self._stems.items()}
        forms = self._lookup.forms(stems)
        lexicon.forms = {root: "".join(words.values()) for root, words in forms.items()}
        lexicon.symbols = {word: found for words in forms.values() for word, found in words.items()}
        lexicon.kin = self._lookup.kin([one.main for one in meant])

    def _repaired(self, meant: Sequence[Meant]) -> tuple[tuple[str, str], ...]:
        changed = [one for one in meant if one.words and one.typed != one.main]
        changed = [one for one in changed if not one.unfinished]
        written = self._lookup.written([w for one in changed for w in one.words])
        return tuple(
            (one.typed, " ".join(written.get(w, w) for w in one.words[: 2 if one.apart else 1]))
            for one in changed
        )

    def _candidates(self, units: Units) -> list[Row]:
        """(id, title, themes, body) of what the reader may see, the most promising first."""
        worth = sorted(units.worth.items(), key=lambda pair: -pair[1])[:_STEMS]
        terms = [Term(self._stems[root].number, value) for root, value in worth if value]
        self._read([term.number for term in terms])
        rows: list[Row] = []
        for keys in in_order(promising(terms, self._postings), SCORED + SCORED // 4):
            rows += self._entries(keys)
            if len(rows) >= SCORED:
                break
        return rows[:SCORED]

    def _entries(self, keys: Sequence[int]) -> list[Row]:
        condition, values = readable(self._reader)
        rows = self._fetch(
            "SELECT entry.id, entry.title, entry.themes, entry.body"
            f" FROM {self._state.tables.entry} AS entry"
            " JOIN resource ON resource.id = entry.id / 2 AND entry.id % 2 = 0"
            f" WHERE entry.id IN ({marks(keys)}) AND {condition}",
            *(*keys, *values),
        )
        order = {key: place for place, key in enumerate(keys)}
        return sorted(rows, key=lambda row: order[row[0]])


def _ranked(scorer: Scorer, rows: Sequence[Row]) -> list[tuple[float, int]]:
    scored = [(scorer.score(row[1:4]), row[0]) for row in rows]
    return sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))
