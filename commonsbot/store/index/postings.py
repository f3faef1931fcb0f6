"""For each stem, the documents that have it and one byte each of how well it describes them.

They are kept in parts of some thousand, so that adding a document rewrites little: four bytes a
document, little-endian, and one byte an impact. Of a frequent stem one more row keeps the documents
that it describes best, so that a search reads two rows however many documents have it.
"""

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from commonsbot.search.impacts import LEVELS, TITLE
from commonsbot.store.connection import Connection, Fetch, Row, in_parts, padded
from commonsbot.store.index.tables import Tables

PART = 1024
"""Documents in one part."""

FREQUENT = 1
"""Number of the last part of a stem from which its best documents are kept apart."""

BEST = 400
"""About how many those are."""

_PARTS = 1 << 24
"""A part's row is its stem's number times this, plus its own; the best ones are the last."""


@dataclass(frozen=True, slots=True)
class Stem:
    """What is known of a stem without reading its documents."""

    number: int
    documents: int
    """How many have it."""
    last: int
    """The number of its last part."""

    @property
    def is_frequent(self) -> bool:
        return self.last >= FREQUENT

    @property
    def ends(self) -> tuple[int, int]:
        """Its rows, the best ones aside."""
        return self.number * _PARTS, self.number * _PARTS + self.last

    @property
    def best(self) -> int:
        """The row of its best ones."""
        return self.number * _PARTS + _PARTS - 1

    def rows(self) -> Iterable[int]:
        """Those a search reads: all, or the best documents and the newest."""
        first, last = self.ends
        return (self.best, last) if self.is_frequent else range(first, last + 1)


@dataclass(frozen=True, slots=True)
class Posting:
    documents: Sequence[int]
    impacts: bytes

    def best(self, most: int = BEST) -> "Posting":
        """The `most` with the highest impacts, from the highest down; of equals, the newest."""
        levels = self.impacts.translate(_LEVEL)[::-1]
        places = sorted(range(len(levels)), key=levels.__getitem__, reverse=True)[:most]
        last = len(levels) - 1
        return Posting(
            [self.documents[last - n] for n in places],
            bytes(self.impacts[last - n] for n in places),
        )

    def as_good_as(self, impact: int) -> "Posting":
        """Those with an impact no less."""
        chosen = self.impacts.translate(_FROM[impact % TITLE])
        return Posting(
            list(compress(self.documents, chosen)), bytes(compress(self.impacts, chosen))
        )


_LEVEL = bytes(byte % TITLE for byte in range(256))
_FROM = [bytes(byte >= level for byte in _LEVEL) for level in range(LEVELS + 1)]
"""Of each level, the impacts that are no lower."""


def read(fetch: Fetch, tables: Tables, stems: Iterable[Stem]) -> dict[int, Posting]:
    """By the number of the stem: all documents of a rare one, the best of a frequent one."""
    ids = [id for stem in stems for id in stem.rows()]
    rows = {row[0]: Posting(_unpacked(row[1]), row[2]) for row in _rows(fetch, tables, ids)}
    return {stem.number: _searched(stem, rows) for stem in stems}


def _searched(stem: Stem, rows: Mapping[int, Posting]) -> Posting:
    parts = [rows[id] for id in stem.rows() if id in rows]
    if stem.is_frequent and len(parts) == 2:
        best, newest = parts
        parts = [best, newest.as_good_as(best.impacts[-1] if best.impacts else 0)]
    if len(parts) == 1:
        return parts[0]
    return Posting(
        [document for part in parts for document in part.documents],
        b"".join(part.impacts for part in parts),
    )


def whole(fetch: Fetch, tables: Tables, stem: Stem) -> Posting:
    """Every document."""
    rows = fetch(
        f"SELECT id, documents, impacts FROM {tables.posting} WHERE id BETWEEN ? AND ? ORDER BY id",
        *stem.ends,
    )
    return Posting(_unpacked(b"".join(row[1] for row in rows)), b"".join(row[2] for row in rows))


def _rows(fetch: Fetch, tables: Tables, ids: Sequence[int]) -> list[Row]:
    found = []
    for part in in_parts(ids):
        marks, values = padded(part)
        found += fetch(
            f"SELECT id, documents, impacts FROM {tables.posting} WHERE id IN ({marks})", *values
        )
    return found


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is to be added to a posting."""

    documents: list[int] = field(default_factory=list)
    impacts: bytearray = field(default_factory=bytearray)


async def add(db: Connection, tables: Tables, new: Mapping[Stem, Fresh]) -> None:
    kept = await _kept(db, tables, [stem.ends[1] for stem in new])
    written, grown = [], []
    for stem, fresh in new.items():
        documents, impacts = kept.get(stem.ends[1], (b"", b""))
        documents += _packed(fresh.documents)
        impacts += fresh.impacts
        for start in range(0, len(impacts), PART):
            end = start + PART
            id = stem.ends[1] + start // PART
            written.append((id, documents[4 * start : 4 * end], impacts[start:end]))
        if len(impacts) > PART:
            grown.append((stem, documents, impacts))
    await _write(db, tables, written)
    await _grow(db, tables, grown)


async def _grow(db: Connection, tables: Tables, grown: Sequence[tuple[Stem, bytes, bytes]]) -> None:
    """Stems that got more parts: the best of those that are full go to the best ones.

    The last part stays apart, for a search reads it too.
    """
    if not grown:
        return
    best = await _kept(db, tables, [stem.best for stem, _, _ in grown])
    written, lasts = [], []
    for stem, documents, impacts in grown:
        full = (len(impacts) - 1) // PART
        former = best.get(stem.best, (b"", b""))
        # The former ones are kept from the best down, the newest first.
        every = Posting(
            _unpacked(former[0])[::-1] + _unpacked(documents[: 4 * full * PART]),
            former[1][::-1] + impacts[: full * PART],
        )
        chosen = every.best()
        written.append((stem.best, _packed(chosen.documents), chosen.impacts))
        lasts.append((stem.last + full, stem.number))
    await _write(db, tables, written)
    await db.execute_many(f"UPDATE {tables.stem} SET part = ? WHERE id = ?", lasts)


async def _kept(
    db: Connection, tables: Tables, ids: Sequence[int]
) -> dict[int, tuple[bytes, bytes]]:
    rows = await db.run(lambda fetch: _rows(fetch, tables, ids))
    return {row[0]: (row[1], row[2]) for row in rows}


async def _write(db: Connection, tables: Tables, rows: Sequence[tuple[int, bytes, bytes]]) -> None:
    await db.execute_many(
        f"INSERT INTO {tables.posting} (id, documents, impacts) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET documents = excluded.documents,"
        " impacts = excluded.impacts",
        rows,
    )


async def drop(db: Connection, tables: Tables, stems: Sequence[Stem], document: int) -> None:
    """Takes one document out of the postings of `stems`."""
    pattern = _packed([document])
    for stem in stems:
        rows = await db.fetch(
            f"SELECT id, documents, impacts FROM {tables.posting}"
            " WHERE (id BETWEEN ? AND ? OR id = ?) AND instr(documents, ?) > 0",
            *(*stem.ends, stem.best, pattern),
        )
        for id, documents, impacts in rows:
            kept = [
                (one, impact)
                for one, impact in zip(_unpacked(documents), impacts, strict=True)
                if one != document
            ]
            await db.execute(
                f"UPDATE {tables.posting} SET documents = ?, impacts = ? WHERE id = ?",
                *(_packed(one for one, _ in kept), bytes(impact for _, impact in kept), id),
            )


async def forget(db: Connection, tables: Tables, stems: Sequence[Stem]) -> None:
    """Nothing has them any more."""
    await db.execute_many(
        f"DELETE FROM {tables.posting} WHERE id BETWEEN ? AND ?",
        [(stem.ends[0], stem.best) for stem in stems],
    )


def _packed(documents: Iterable[int]) -> bytes:
    numbers = array("I", documents)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _unpacked(packed: bytes) -> "array[int]":
    numbers = array("I")
    numbers.frombytes(packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
