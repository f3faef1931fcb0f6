"""Documents in and out of one index, with the words and the sums that follow."""

from collections import Counter
from collections.abc import Iterable, Sequence

from commonsbot.search.french import stem
from commonsbot.search.symbols import LIMIT, code_of, symbol
from commonsbot.store.connection import Connection, Row, marks
from commonsbot.store.index.documents import Analysed
from commonsbot.store.index.state import States
from commonsbot.store.index.tables import Tables

_CHUNK = 500
"""Values in one statement."""


class Writing:
    def __init__(self, db: Connection, tables: Tables) -> None:
        self._db = db
        self._tables = tables
        self._states = States(db)

    async def add(self, documents: Sequence[Analysed]) -> None:
        """None of them may be there already."""
        codes = await self._codes(documents)
        tables = self._tables
        await self._count_words(Counter(w for one in documents for w in one.words), codes, 1)
        await self._count_stems(Counter(s for one in documents for s in _stems(one.words)), 1)
        await self._db.execute_many(
            f"INSERT INTO {tables.terms} (rowid, title, themes, body) VALUES (?, ?, ?, ?)",
            [(one.key, *map(_terms, one.fields)) for one in documents],
        )
        await self._db.execute_many(
            f"INSERT INTO {tables.entry} (id, title, themes, body) VALUES (?, ?, ?, ?)",
            [(one.key, *(_symbols(field, codes) for field in one.fields)) for one in documents],
        )
        lengths = [[len(field) for field in one.fields] for one in documents]
        await self._states.add(tables, lengths, 1)

    @staticmethod
    def roots(document: Analysed) -> set[str]:
        """The terms it is found by."""
        return _stems(document.words)

    async def drop(self, key: int) -> None:
        """Its words too, where nothing else has them. Nothing happens when it isn't there."""
        tables = self._tables
        row = await self._db.fetch_one(
            f"DELETE FROM {tables.entry} WHERE id = ? RETURNING title, themes, body", key
        )
        if row is None:
            return
        words = await self._words(row)
        fields = [[words[s] for s in text if s in words] for text in row]
        distinct = set(words.values())
        await self._db.execute(
            f"INSERT INTO {tables.terms} ({tables.terms}, rowid, title, themes, body)"
            " VALUES ('delete', ?, ?, ?, ?)",
            *(key, *map(_terms, fields)),
        )
        codes = {word: code_of(found) for found, word in words.items()}
        await self._count_words(Counter(distinct), codes, -1)
        await self._count_stems(Counter(_stems(distinct)), -1)
        await self._states.add(tables, [[len(text) for text in row]], -1)

    async def _codes(self, documents: Sequence[Analysed]) -> dict[str, int]:
        """The number of each word, given now to those that have none."""
        wanted = {word for one in documents for word in one.words}
        codes: dict[str, int] = {}
        for part in _parts(sorted(set(map(stem, wanted)))):
            rows = await self._db.fetch(
                f"SELECT word, code FROM {self._tables.word} WHERE stem IN ({marks(part)})", *part
            )
            codes.update((row[0], row[1]) for row in rows)
        fresh = [w for one in documents for field in one.fields for w in field if w not in codes]
        last = await self._db.value(f"SELECT coalesce(max(code), 0) FROM {self._tables.word}")
        given = {w: last + n for n, w in enumerate(dict.fromkeys(fresh), 1) if last + n <= LIMIT}
        written = {w: s for one in documents for w, s in one.spellings.items()}
        await self._db.execute_many(
            f"INSERT INTO {self._tables.word} (code, word, stem, written, documents)"
            " VALUES (?, ?, ?, ?, 0)",
            [(code, w, stem(w), _accented(w, written)) for w, code in given.items()],
        )
        return codes | given

    async def _words(self, fields: Row) -> dict[str, str]:
        """The word of each symbol in `fields`."""
        found: dict[str, str] = {}
        for part in _parts(sorted(set("".join(fields)))):
            rows = await self._db.fetch(
                f"SELECT code, word FROM {self._tables.word} WHERE code IN ({marks(part)})",
                *map(code_of, part),
            )
            found.update((symbol(row[0]), row[1]) for row in rows)
        return found

    async def _count_words(self, counts: Counter[str], codes: dict[str, int], sign: int) -> None:
        table = self._tables.word
        rows = [(sign * n, codes[word]) for word, n in counts.items() if word in codes]
        await self._db.execute_many(
            f"UPDATE {table} SET documents = documents + ? WHERE code = ?", rows
        )
        if sign < 0:
            await self._db.execute_many(
                f"DELETE FROM {table} WHERE code = ? AND documents <= 0", [(c,) for _, c in rows]
            )

    async def _count_stems(self, counts: Counter[str], sign: int) -> None:
        table = self._tables.stem
        await self._db.execute_many(
            f"INSERT INTO {table} (stem, documents) VALUES (?, ?) ON CONFLICT (stem)"
            " DO UPDATE SET documents = documents + excluded.documents",
            [(root, sign * n) for root, n in counts.items()],
        )
        if sign < 0:
            await self._db.execute_many(
                f"DELETE FROM {table} WHERE stem = ? AND documents <= 0", [(s,) for s in counts]
            )


def _terms(words: Iterable[str]) -> str:
    return " ".join(map(stem, words))


def _symbols(words: Iterable[str], codes: dict[str, int]) -> str:
    return "".join(symbol(codes[word]) for word in words if word in codes)


def _stems(words: Iterable[str]) -> set[str]:
    return set(map(stem, words))


def _accented(word: str, written: dict[str, str]) -> str | None:
    """How it is written, where that differs: few words of an index have accents to keep."""
    return written[word] if written.get(word, word) != word else None


def _parts(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK))
