"""One question to the index: what it lets through, then how well each answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from commonsbot.search.alike import folded
from commonsbot.search.criteria import Order
from commonsbot.search.explanation import Explanation
from commonsbot.search.synonyms import Synonyms
from commonsbot.store.connection import Fetch
from commonsbot.store.index import contents
from commonsbot.store.index.filters import Scope
from commonsbot.store.index.found import Found
from commonsbot.store.index.lookup import Lookup
from commonsbot.store.index.reading import Reading
from commonsbot.store.index.search import Search
from commonsbot.store.index.selection import Selection
from commonsbot.store.index.state import State
from commonsbot.store.index.understanding import Understanding

_DATED = 0.5
"""Part of the best score from which a document is worth sorting by its date."""


@dataclass(frozen=True, slots=True)
class Request:
    words: str
    """What ranks; "" to list everything that is let through."""
    scope: Scope
    order: Order = Order.RELEVANCE


class Asking:
    """In the database's thread."""

    def __init__(self, fetch: Fetch, state: State, synonyms: Synonyms, now: datetime) -> None:
        self._fetch = fetch
        self._state = state
        self._synonyms = synonyms
        self._now = now
        self._lookup = Lookup(fetch, state.tables)

    def find(self, request: Request, limit: int, start: int) -> Found:
        if not request.words:
            keys, total = self._selection(request.scope).listed(request.order, start, limit)
            return Found(tuple(keys), total)
        found = self.ranked(request)
        if request.order is not Order.RELEVANCE:
            found = self._by_date(found, request)
        return self._folded(found, request.scope).page(start, limit)

    def ranked(self, request: Request) -> Found:
        return self._search(request).run()

    def explain(self, request: Request, key: int) -> Explanation | None:
        return self._search(request).explain(key)

    def _search(self, request: Request) -> Search:
        reading = Reading(self._fetch, self._state.tables, request.scope)
        understanding = Understanding(self._lookup, reading, self._synonyms)
        understood = understanding.of(request.words, self._state.documents)
        selection = self._selected(reading, request.scope)
        return Search(understood, reading, selection, self._state.averages, self._now)

    def _selection(self, scope: Scope) -> Selection:
        reading = Reading(self._fetch, self._state.tables, scope)
        return self._selected(reading, scope)

    def _selected(self, reading: Reading, scope: Scope) -> Selection:
        return Selection(self._fetch, self._state.documents, self._lookup, reading, scope)

    def _by_date(self, found: Found, request: Request) -> Found:
        bar = _DATED * max(found.scores, default=0.0)
        good = [key for key, score in zip(found.keys, found.scores, strict=True) if score >= bar]
        scores = dict(zip(found.keys, found.scores, strict=True))
        keys = self._selection(request.scope).by_date(good, request.order)
        return replace(
            found, keys=tuple(keys), total=len(keys), scores=tuple(scores[key] for key in keys)
        )

    def _folded(self, found: Found, scope: Scope) -> Found:
        """Each of what counts once, with its like beside it."""
        scores = dict(zip(found.keys, found.scores, strict=True))
        alike: dict[int, list[int]] = {}
        shown = found.keys[: found.total]
        for key, leader in zip(shown, self._leaders(shown, scope), strict=True):
            alike.setdefault(leader, []).append(key)
        return replace(
            found,
            keys=tuple(alike),
            total=len(alike),
            scores=tuple(scores[key] for key in alike),
            alike={leader: tuple(like[1:]) for leader, like in alike.items() if len(like) > 1},
        )

    def _leaders(self, keys: Sequence[int], scope: Scope) -> list[int]:
        """Of each, the first that says nearly the same."""
        entries = Reading(self._fetch, self._state.tables, scope).entries(keys)
        titles = contents.titles(self._fetch, keys)
        return [keys[n] for n in folded([(titles[one.key], one.fields[2]) for one in entries])]
