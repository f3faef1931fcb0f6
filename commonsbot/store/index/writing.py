"""Documents in and out of one index, with the words and the sums that follow."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from commonsbot.search.french import stem
from commonsbot.search.impacts import impacts
from commonsbot.search.symbols import LIMIT, code_of, symbol
from commonsbot.store.connection import Connection, Fetch, Row, in_parts, marks
from commonsbot.store.index import postings
from commonsbot.store.index.documents import Analysed
from commonsbot.store.index.lookup import Lookup
from commonsbot.store.index.postings import Fresh, Stem
from commonsbot.store.index.state import States
from commonsbot.store.index.tables import Tables

_PROBED = 8
"""Words of a document that a check looks it up by."""


class Writing:
    def __init__(self, db: Connection, tables: Tables) -> None:
        self._db = db
        self._tables = tables
        self._states = States(db)

    async def add(self, documents: Sequence[Analysed]) -> None:
        """None of them may be there already."""
        counts = Counter(word for one in documents for word in one.words)
        codes = await self._codes(documents, counts)
        await self._count_words(counts, codes, 1)
        await self._add_postings(documents)
        signs = {word: symbol(code) for word, code in codes.items()}
        await self._db.execute_many(
            f"INSERT INTO {self._tables.entry} (id, title, themes, body) VALUES (?, ?, ?, ?)",
            [(one.key, *(_symbols(field, signs) for field in one.fields)) for one in documents],
        )
        lengths = [[len(field) for field in one.fields] for one in documents]
        await self._states.add(self._tables, lengths, 1)

    async def drop(self, key: int) -> None:
        """Its words too, where nothing else has them. Nothing happens when it isn't there."""
        row = await self._db.fetch_one(
            f"DELETE FROM {self._tables.entry} WHERE id = ? RETURNING title, themes, body", key
        )
        if row is None:
            return
        words = await self._words(row)
        codes = {word: code_of(found) for found, word in words.items()}
        await self._count_words(Counter(codes.keys()), codes, -1)
        await self._drop_postings(key, sorted(set(map(stem, codes))))
        await self._states.add(self._tables, [[len(text) for text in row]], -1)

    async def has(self, document: Analysed) -> bool:
        """Whether it is found by its words."""
        stems = await self._stems(sorted(set(map(stem, document.words)))[:_PROBED])
        read = await self._db.run(
            lambda fetch: [postings.whole(fetch, self._tables, one) for one in stems.values()]
        )
        return all(document.key in posting.documents for posting in read)

    async def _add_postings(self, documents: Sequence[Analysed]) -> None:
        fresh: defaultdict[str, Fresh] = defaultdict(Fresh)
        for one in documents:
            for root, impact in impacts(one.fields).items():
                added = fresh[root]
                added.documents.append(one.key)
                added.impacts.append(impact)
        await self._db.execute_many(
            f"INSERT INTO {self._tables.stem} (stem, documents) VALUES (?, ?) ON CONFLICT (stem)"
            " DO UPDATE SET documents = documents + excluded.documents",
            [(root, len(found.documents)) for root, found in fresh.items()],
        )
        known = await self._stems(sorted(fresh))
        new = {one: fresh[root] for root, one in known.items()}
        await postings.add(self._db, self._tables, new)

    async def _drop_postings(self, key: int, stems: Sequence[str]) -> None:
        known = list((await self._stems(stems)).values())
        await postings.drop(self._db, self._tables, known, key)
        gone = [one for one in known if one.documents <= 1]
        await postings.forget(self._db, self._tables, gone)
        table = self._tables.stem
        await self._db.execute_many(
            f"UPDATE {table} SET documents = documents - 1 WHERE id = ?",
            [(one.number,) for one in known],
        )
        await self._db.execute_many(
            f"DELETE FROM {table} WHERE id = ?", [(one.number,) for one in gone]
        )

    async def _stems(self, stems: Sequence[str]) -> dict[str, Stem]:
        """Those that some document has."""
        found: dict[str, Stem] = {}
        for part in in_parts(stems):
            found |= await self._db.run(partial(self._known, part))
        return found

    def _known(self, stems: Sequence[str], fetch: Fetch) -> dict[str, Stem]:
        return Lookup(fetch, self._tables).stems(stems)

    async def _codes(self, documents: Sequence[Analysed], wanted: Iterable[str]) -> dict[str, int]:
        """The number of each of the `wanted` words, given now to those that have none."""
        codes: dict[str, int] = {}
        for part in in_parts(sorted(set(map(stem, wanted)))):
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
            [(code, w, stem(w), written.get(w)) for w, code in given.items()],
        )
        return codes | given

    async def _words(self, fields: Row) -> dict[str, str]:
        """The word of each symbol in `fields`."""
        found: dict[str, str] = {}
        for part in in_parts(sorted(set("".join(fields)))):
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


def _symbols(words: Iterable[str], signs: Mapping[str, str]) -> str:
    return "".join(filter(None, map(signs.get, words)))
