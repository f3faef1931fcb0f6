"""A search: what was typed, what it may mean, which documents, how well each answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import ResourceId
from commonsbot.search.french import stem, telling_words
from commonsbot.search.score import Scorer
from commonsbot.search.synonyms import Substitute, Synonyms
from commonsbot.search.units import Lexicon, Meant, Units, stems_of
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Fetch, Row
from commonsbot.store.index.candidates import Term, hits
from commonsbot.store.index.found import Found
from commonsbot.store.index.lookup import Lookup
from commonsbot.store.index.state import State

MOST_WORDS = 32
"""Words of a question that count."""
SCORED = 100
"""Documents that are scored in full."""
_STEMS = 24
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
        lexicon.having = self._lookup.having(set(map(stem, [*typed, *glued])))
        hidden = self._hidden([s for s in map(stem, typed) if s in lexicon.having])
        for root in hidden:
            del lexicon.having[root]
        meant = [self._meant(w, lexicon, last=w == typed[-1]) for w in typed]
        substitutes = self._synonyms.substitutes([one.main for one in meant])
        self._learn(lexicon, meant, glued, substitutes)
        known = [word for word in glued if word in lexicon.symbols]
        units = Units(lexicon)
        units.add_question(meant, known, substitutes)
        return Understood(tuple(meant), units, self._repaired(meant))

    def _meant(self, word: str, lexicon: Lexicon, *, last: bool) -> Meant:
        """A word the index knows is meant; else what it begins, was mistyped or glued from."""
        if stem(word) in lexicon.having:
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
        hidden = self._hidden(sorted(set(map(stem, words))))
        return [word for word in words if stem(word) not in hidden]

    def _hidden(self, stems: Sequence[str]) -> set[str]:
        if not stems:
            return set()
        condition, values = readable(self._reader)
        terms = self._state.tables.terms
        one = (
            f"SELECT ? WHERE NOT EXISTS (SELECT 1 FROM {terms}"
            f" JOIN resource ON resource.id = {terms}.rowid / 2"
            f" WHERE {terms} MATCH ? AND {terms}.rowid % 2 = 0 AND {condition})"
        )
        rows = self._fetch(
            " UNION ALL ".join([one] * len(stems)),
            *(value for root in stems for value in (root, f'"{root}"', *values)),
        )
        return {row[0] for row in rows}

    def _learn(
        self,
        lexicon: Lexicon,
        meant: Sequence[Meant],
        glued: Sequence[str],
        substitutes: Sequence[Substitute],
    ) -> None:
        """All that the units need to know."""
        stems = stems_of(meant, glued, substitutes)
        lexicon.having |= self._lookup.having(stems - lexicon.having.keys())
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
        terms = [
            Term(root, worth, units.lexicon.having.get(root, 0))
            for root, worth in sorted(units.worth.items(), key=lambda pair: -pair[1])[:_STEMS]
            if worth and root in units.lexicon.having
        ]
        if not terms:
            return []
        limit = 2 * SCORED
        while True:
            sql, values = hits(self._state.tables, terms, limit)
            condition, more = readable(self._reader)
            rows = self._fetch(
                f"WITH hit AS MATERIALIZED ({sql})"
                " SELECT hit.id, entry.title, entry.themes, entry.body,"
                " (SELECT count(*) FROM hit) FROM hit"
                f" JOIN {self._state.tables.entry} AS entry ON entry.id = hit.id"
                " JOIN resource ON resource.id = hit.id / 2 AND hit.id % 2 = 0"
                f" WHERE {condition} ORDER BY hit.worth DESC LIMIT ?",
                *(*values, *more, SCORED),
            )
            if len(rows) == SCORED or (rows and rows[0][4] < limit) or limit > 50_000:
                return rows
            limit *= 8


def _ranked(scorer: Scorer, rows: Sequence[Row]) -> list[tuple[float, int]]:
    scored = [(scorer.score(row[1:4]), row[0]) for row in rows]
    return sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))
