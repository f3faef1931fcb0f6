"""What one reader may see of the documents: every row and every posting is read through it."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from commonsbot.domain.audiences import Reader
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Fetch, marks
from commonsbot.store.index import postings
from commonsbot.store.index.documents import Noun
from commonsbot.store.index.postings import Posting
from commonsbot.store.index.tables import Tables

_GLANCE = 20
"""Of the documents of a word, those that nearly always tell whether the reader has one."""


class Entry(NamedTuple):
    """A document in symbols, and what members made of it."""

    key: int
    title: str
    themes: str
    body: str
    tried: int
    thanked: int
    updated_at: int

    @property
    def fields(self) -> tuple[str, str, str]:
        return self.title, self.themes, self.body


_ENTRY = """SELECT entry.id, entry.title, entry.themes, entry.body,
    (SELECT count(*) FROM trial WHERE resource_id = resource.id AND outcome <> 'abandoned'),
    (SELECT count(*) FROM thanks WHERE resource_id = resource.id)
        + (SELECT count(*) FROM useful WHERE resource_id = resource.id),
    resource.updated_at
    FROM {entry} AS entry JOIN resource ON resource.id = entry.id / 2 AND entry.id % 2 = 0
    WHERE entry.id IN ({marks}) AND {condition}"""


class Reading:
    def __init__(self, fetch: Fetch, tables: Tables, reader: Reader) -> None:
        self._fetch = fetch
        self._tables = tables
        self._condition, self._values = readable(reader)
        self._postings: dict[int, Posting] = {}

    def postings(self, stems: Sequence[int]) -> dict[int, Posting]:
        """Of the stems with these numbers: whoever may see them."""
        if missing := [number for number in stems if number not in self._postings]:
            self._postings |= postings.read(self._fetch, self._tables, missing)
        return self._postings

    def seen(self, stems: Sequence[int]) -> set[int]:
        """The stems that a document has which the reader may see."""
        read = self.postings(stems)
        glances = {n: read[n].documents[-_GLANCE:] for n in stems}
        visible = self._visible(chain.from_iterable(glances.values()))
        return {
            number
            for number in stems
            if not visible.isdisjoint(glances[number]) or self._any(read[number].documents)
        }

    def _any(self, keys: Sequence[int]) -> bool:
        ends = pairwise(range(0, len(keys) + 500, 500))
        return any(self._visible(keys[start:end]) for start, end in ends)

    def _visible(self, keys: Iterable[int]) -> set[int]:
        ids = {key // 2 for key in keys if key % 2 == Noun.RESOURCE}
        rows = self._fetch(
            f"SELECT 2 * id FROM resource WHERE id IN ({marks(list(ids))}) AND {self._condition}",
            *(*ids, *self._values),
        )
        return {row[0] for row in rows}

    def entries(self, keys: Sequence[int]) -> list[Entry]:
        """Those of `keys` that the reader may see, in the same order."""
        sql = _ENTRY.format(entry=self._tables.entry, marks=marks(keys), condition=self._condition)
        found = {row[0]: Entry(*row) for row in self._fetch(sql, *keys, *self._values)}
        return [found[key] for key in keys if key in found]
