"""A search: what was typed, what it may mean, which documents, how well each answers."""

from collections.abc import Sequence
from datetime import datetime

from commonsbot.search.boost import Rated, boosted
from commonsbot.search.explanation import Explanation, Field, Reason
from commonsbot.search.score import Scorer
from commonsbot.store.index.candidates import Term, in_order, promising
from commonsbot.store.index.found import Found
from commonsbot.store.index.reading import Entry, Reading
from commonsbot.store.index.selection import Selection
from commonsbot.store.index.understanding import Understood

SCORED = 48
"""Documents that are scored in full."""
_WEIGHED = 24
"""Of those, the best ones, whose merits are looked up."""
_STEMS = 20
"""Stems that may bring in documents."""
_SHOWN = 0.25
"""Part of the best score from which a document is worth showing."""
_FIELDS = tuple(Field)


class Search:
    """One search for one reader."""

    def __init__(
        self,
        understood: Understood,
        reading: Reading,
        selection: Selection,
        averages: Sequence[float],
        now: datetime,
    ) -> None:
        self._understood = understood
        self._reading = reading
        self._selection = selection
        self._scorer = Scorer(understood.units.units, averages)
        self._now = now

    def run(self) -> Found:
        """Words are joined by OR: a question is never left without an answer for one odd word."""
        ranked = self._ranked()
        best = max((score for _, score in ranked), default=0.0)
        total = sum(score >= _SHOWN * best for _, score in ranked)
        return Found(
            keys=tuple(key for key, _ in ranked),
            total=total,
            repaired=self._understood.repaired,
            scores=tuple(score for _, score in ranked),
            is_capped=total >= SCORED,
        )

    def explain(self, key: int) -> Explanation | None:
        """Why this document answers; None when the reader may not see it."""
        for entry in self._reading.entries([key]):
            ranked = dict(self._ranked())
            score = self._scorer.score(entry.fields)
            ranks = {one: rank for rank, one in enumerate(ranked, 1)}
            added = ranked.get(key, score) - score
            return self._explanation(entry, ranks.get(key), added)
        return None

    def _explanation(self, entry: Entry, rank: int | None, added: float) -> Explanation:
        parts = self._scorer.explain(entry.fields)
        typed = self._understood.units.typed
        bonuses = self._reading.merits([entry], self._now)[entry.key].bonuses() if added else {}
        whole = sum(bonuses.values())
        answered = {word for part in parts for word in typed[part.unit.place]}
        return Explanation(
            score=sum(part.value for part in parts) + added,
            reasons=tuple(
                Reason(
                    typed=typed[part.unit.place],
                    found=part.unit.words,
                    how=part.unit.how,
                    field=_FIELDS[part.field],
                    score=part.value,
                )
                for part in parts
            ),
            bonuses=tuple((bonus, added * one / whole) for bonus, one in bonuses.items()),
            missing=tuple(m.typed for m in self._understood.meant if m.typed not in answered),
            rank=rank,
        )

    def _ranked(self) -> list[tuple[int, float]]:
        """(key, score), the best first."""
        score = self._scorer.score
        scored = [(value, entry) for entry in self._candidates() if (value := score(entry.fields))]
        scored.sort(key=lambda pair: (-pair[0], pair[1].key))
        best, others = scored[:_WEIGHED], scored[_WEIGHED:]
        merits = self._reading.merits([entry for _, entry in best], self._now)
        rated = [
            Rated(
                entry.key, value, sum(merits[entry.key].bonuses().values()), self._is_exact(entry)
            )
            for value, entry in best
        ]
        return [*boosted(rated), *((entry.key, value) for value, entry in others)]

    def _is_exact(self, entry: Entry) -> bool:
        """It has every typed word, just as it was typed."""
        text = "".join(entry.fields)
        return all(symbol and symbol in text for symbol in self._understood.exact)

    def _candidates(self) -> list[Entry]:
        """What the reader may see, the most promising first."""
        stems = self._understood.stems
        worth = sorted(self._understood.units.worth.items(), key=lambda pair: -pair[1])[:_STEMS]
        terms = [Term(stems[root], value) for root, value in worth if value]
        read = self._selection.postings([term.stem for term in terms])
        entries: list[Entry] = []
        for keys in in_order(promising(terms, read), SCORED):
            entries += self._selection.speaking(self._reading.entries(keys))
            if len(entries) >= SCORED:
                break
        return entries[:SCORED]
