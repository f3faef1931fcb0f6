"""What one reader may see of the documents: every row and every posting is read through it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from commonsbot.search.boost import Merit
from commonsbot.store.connection import Fetch, from_ms, in_parts, padded
from commonsbot.store.index import postings
from commonsbot.store.index.documents import Noun, key_of
from commonsbot.store.index.filters import Scope
from commonsbot.store.index.postings import Posting, Stem
from commonsbot.store.index.tables import Tables

_GLANCE = 4
"""Of the documents of a word, those that nearly always tell whether the reader has one."""


class Entry(NamedTuple):
    """A document, its fields in symbols."""

    key: int
    fields: tuple[str, str, str]


_ENTRY = """SELECT entry.id, entry.title, entry.themes, entry.body
    FROM {entry} AS entry JOIN {table} ON {table}.id = entry.id / 2
    WHERE entry.id IN ({marks}) AND {condition}"""

_MERITS = {
    Noun.RESOURCE: """SELECT id, updated_at,
    (SELECT count(*) FROM trial WHERE resource_id = resource.id AND outcome <> 'abandoned'),
    (SELECT count(*) FROM thanks WHERE resource_id = resource.id)
        + (SELECT count(*) FROM useful WHERE resource_id = resource.id)
    FROM resource WHERE id IN ({marks})""",
    Noun.NEWS: """SELECT id, coalesce(published_at, seen_at), 0, 0 FROM news
    WHERE id IN ({marks})""",
}


class Reading:
    def __init__(self, fetch: Fetch, tables: Tables, scope: Scope) -> None:
        self._fetch = fetch
        self._tables = tables
        self._scope = scope
        self._postings: dict[int, Posting] = {}

    def postings(self, stems: Iterable[Stem]) -> dict[int, Posting]:
        """By number of stem; of a frequent one, the best documents and the newest."""
        if missing := [stem for stem in stems if stem.number not in self._postings]:
            self._postings |= postings.read(self._fetch, self._tables, missing)
        return self._postings

    def seen(self, stems: Collection[Stem]) -> set[int]:
        """The numbers of the stems that a document has which the reader may see."""
        read = self.postings(stems)
        glances = {one.number: read[one.number].documents[-_GLANCE:] for one in stems}
        visible = self._visible(chain.from_iterable(glances.values()))
        return {
            one.number
            for one in stems
            if not visible.isdisjoint(glances[one.number]) or self._has_any(one)
        }

    def whole(self, stem: Stem) -> Posting:
        """Every document of a stem: whoever may see them."""
        return postings.whole(self._fetch, self._tables, stem)

    def _has_any(self, stem: Stem) -> bool:
        return any(map(self._visible, in_parts(self.whole(stem).documents)))

    def _visible(self, keys: Iterable[int]) -> set[int]:
        visible: set[int] = set()
        for noun, ids in self._by_noun(keys):
            condition, bound = self._scope.visible(noun)
            places, values = padded(ids)
            rows = self._fetch(
                f"SELECT id FROM {noun.table} WHERE id IN ({places}) AND {condition}",
                *(*values, *bound),
            )
            visible.update(key_of(noun, row[0]) for row in rows)
        return visible

    def entries(self, keys: Sequence[int]) -> list[Entry]:
        """Those of `keys` that the reader may see and the filters let through, in that order."""
        found: dict[int, Entry] = {}
        for noun, ids in self._by_noun(keys):
            condition, bound = self._scope.wanted(noun)
            places, values = padded([key_of(noun, id) for id in ids])
            sql = _ENTRY.format(
                entry=self._tables.entry, table=noun.table, marks=places, condition=condition
            )
            for key, *fields in self._fetch(sql, *values, *bound):
                found[key] = Entry(key, (fields[0], fields[1], fields[2]))
        return [found[key] for key in keys if key in found]

    def merits(self, entries: Sequence[Entry], now: datetime) -> dict[int, Merit]:
        """Of each of `entries`, by its key."""
        found: dict[int, Merit] = {}
        for noun, ids in self._by_noun(entry.key for entry in entries):
            places, values = padded(ids)
            for id, moment, tried, thanked in self._fetch(
                _MERITS[noun].format(marks=places), *values
            ):
                found[key_of(noun, id)] = Merit(tried, thanked, now - from_ms(moment))
        return found

    def _by_noun(self, keys: Iterable[int]) -> Iterator[tuple[Noun, list[int]]]:
        """The ids of those that may be found at all."""
        wanted = set(keys)
        for noun in self._scope.nouns:
            if ids := [key // 2 for key in wanted if key % 2 == noun]:
                yield noun, ids
