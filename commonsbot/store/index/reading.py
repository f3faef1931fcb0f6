"""What one reader may see of the documents: every row and every posting is read through it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import chain, pairwise
from typing import NamedTuple

from commonsbot.domain.audiences import Reader
from commonsbot.search.boost import Merit
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Fetch, from_ms, padded
from commonsbot.store.index import postings
from commonsbot.store.index.documents import Noun
from commonsbot.store.index.postings import Posting, Stem
from commonsbot.store.index.tables import Tables

_GLANCE = 4
"""Of the documents of a word, those that nearly always tell whether the reader has one."""


class Entry(NamedTuple):
    """A document, its fields in symbols."""

    key: int
    fields: tuple[str, str, str]


_ENTRY = """SELECT entry.id, entry.title, entry.themes, entry.body
    FROM {entry} AS entry JOIN resource ON resource.id = entry.id / 2 AND entry.id % 2 = 0
    WHERE entry.id IN ({marks}) AND {condition}"""

_MERIT = """SELECT 2 * id, updated_at,
    (SELECT count(*) FROM trial WHERE resource_id = resource.id AND outcome <> 'abandoned'),
    (SELECT count(*) FROM thanks WHERE resource_id = resource.id)
        + (SELECT count(*) FROM useful WHERE resource_id = resource.id)
    FROM resource WHERE id IN ({marks})"""


class Reading:
    def __init__(self, fetch: Fetch, tables: Tables, reader: Reader) -> None:
        self._fetch = fetch
        self._tables = tables
        self._condition, self._values = readable(reader)
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

    def _has_any(self, stem: Stem) -> bool:
        keys = postings.whole(self._fetch, self._tables, stem).documents
        ends = pairwise(range(0, len(keys) + 500, 500))
        return any(self._visible(keys[start:end]) for start, end in ends)

    def _visible(self, keys: Iterable[int]) -> set[int]:
        if not (ids := list({key // 2 for key in keys if key % 2 == Noun.RESOURCE})):
            return set()
        places, values = padded(ids)
        rows = self._fetch(
            f"SELECT 2 * id FROM resource WHERE id IN ({places}) AND {self._condition}",
            *(*values, *self._values),
        )
        return {row[0] for row in rows}

    def entries(self, keys: Sequence[int]) -> list[Entry]:
        """Those of `keys` that the reader may see, in the same order."""
        if not keys:
            return []
        places, values = padded(keys)
        sql = _ENTRY.format(entry=self._tables.entry, marks=places, condition=self._condition)
        found = {
            row[0]: Entry(row[0], (row[1], row[2], row[3]))
            for row in self._fetch(sql, *values, *self._values)
        }
        return [found[key] for key in keys if key in found]

    def merits(self, entries: Sequence[Entry], now: datetime) -> dict[int, Merit]:
        """Of each of `entries`, by its key."""
        if not entries:
            return {}
        places, values = padded([entry.key // 2 for entry in entries])
        rows = self._fetch(_MERIT.format(marks=places), *values)
        return {
            key: Merit(tried, thanked, now - from_ms(updated_at))
            for key, updated_at, tried, thanked in rows
        }
