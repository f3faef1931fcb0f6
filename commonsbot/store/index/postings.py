"""For each stem, the documents that have it and one byte each of how well it describes them.

They are kept in parts of some thousand, so that adding a document rewrites little, and that a
search reads a stem in a few rows: four bytes a document, little-endian, and one byte an impact.
"""

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from commonsbot.store.connection import Connection, Fetch, marks
from commonsbot.store.index.tables import Tables

PART = 1024
"""Documents in one part."""

_PARTS = 1 << 24
"""A part's row is its stem's number times this, plus its own."""

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Posting:
    """All that is kept of one stem."""

    documents: Sequence[int]
    impacts: bytes


def read(fetch: Fetch, tables: Tables, stems: Sequence[int]) -> dict[int, Posting]:
    """By the number of the stem."""
    one = f"SELECT id, documents, impacts FROM {tables.posting} WHERE id BETWEEN ? AND ?"
    found: dict[int, tuple[list[bytes], list[bytes]]] = {number: ([], []) for number in stems}
    for start in range(0, len(stems), _CHUNK):
        part = stems[start : start + _CHUNK]
        rows = fetch(
            " UNION ALL ".join([one] * len(part)), *(end for n in part for end in _ends(n))
        )
        for id, documents, impacts in rows:
            found[id // _PARTS][0].append(documents)
            found[id // _PARTS][1].append(impacts)
    return {n: Posting(_unpacked(b"".join(d)), b"".join(i)) for n, (d, i) in found.items()}


async def add(
    db: Connection, tables: Tables, new: Mapping[tuple[int, int], Sequence[tuple[int, int]]]
) -> None:
    """`new`: by number of stem and of its last part, (document, impact)."""
    last = [stem * _PARTS + part for stem, part in new]
    kept: dict[int, tuple[bytes, bytes]] = {}
    for start in range(0, len(last), _CHUNK):
        some = last[start : start + _CHUNK]
        rows = await db.fetch(
            f"SELECT id, documents, impacts FROM {tables.posting} WHERE id IN ({marks(some)})",
            *some,
        )
        kept.update((row[0], (row[1], row[2])) for row in rows)
    written, grown = [], []
    for (stem, part), pairs in new.items():
        documents, impacts = kept.get(stem * _PARTS + part, (b"", b""))
        documents += _packed(document for document, _ in pairs)
        impacts += bytes(impact for _, impact in pairs)
        for start in range(0, len(impacts), PART):
            end = start + PART
            id = stem * _PARTS + part + start // PART
            written.append((id, documents[4 * start : 4 * end], impacts[start:end]))
        if len(impacts) > PART:
            grown.append((part + (len(impacts) - 1) // PART, stem))
    await db.execute_many(
        f"INSERT INTO {tables.posting} (id, documents, impacts) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET documents = excluded.documents,"
        " impacts = excluded.impacts",
        written,
    )
    await db.execute_many(f"UPDATE {tables.stem} SET part = ? WHERE id = ?", grown)


async def drop(db: Connection, tables: Tables, stems: Sequence[int], document: int) -> None:
    """Takes one document out of the postings of `stems`."""
    pattern = _packed([document])
    for stem in stems:
        rows = await db.fetch(
            f"SELECT id, documents, impacts FROM {tables.posting}"
            " WHERE id BETWEEN ? AND ? AND instr(documents, ?) > 0",
            *(*_ends(stem), pattern),
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


async def forget(db: Connection, tables: Tables, stems: Sequence[int]) -> None:
    """Nothing has them any more."""
    await db.execute_many(
        f"DELETE FROM {tables.posting} WHERE id BETWEEN ? AND ?", [_ends(n) for n in stems]
    )


def _ends(stem: int) -> tuple[int, int]:
    return stem * _PARTS, stem * _PARTS + _PARTS - 1


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
