"""SQLite's FTS5: as it comes, and with French stems and a weighted title."""

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path

from benchmarks.search.collection import Document
from benchmarks.search.engine import Ranked
from commonsbot.search.french import stems, words

_WEIGHTED = ", 0.0, 3.0, 2.0, 1.0"
"""Of the columns key, title, tags and text."""


class Fts5:
    def __init__(
        self,
        name: str,
        db: sqlite3.Connection,
        analysis: Callable[[str], Sequence[str]],
        weights: str = "",
    ) -> None:
        self.name = name
        self._db = db
        self._analysis = analysis
        self._rank = f"bm25(document{weights})"

    async def search(self, text: str, limit: int) -> Ranked:
        """Every word of the question, joined by OR."""
        match = " OR ".join(f'"{word}"' for word in dict.fromkeys(self._analysis(text)))
        if not match:
            return []
        return self._db.execute(
            f"SELECT key, -{self._rank} FROM document WHERE document MATCH ?"
            f" ORDER BY {self._rank} LIMIT ?",
            (match, limit),
        ).fetchall()

    async def size(self) -> int:
        (size,) = self._db.execute(
            "SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name GLOB 'document*'"
        ).fetchone()
        return int(size)


@asynccontextmanager
async def plain(documents: Sequence[Document], folder: Path) -> AsyncIterator[Fts5]:
    """The tokenizer it has by default, which drops accents."""
    rows = ((d.id, d.title, " ".join(d.tags), d.text) for d in documents)
    with closing(_table(folder / "plain.db", "unicode61", rows)) as db:
        yield Fts5("FTS5 as it comes, OR", db, words)


@asynccontextmanager
async def stemmed(documents: Sequence[Document], folder: Path) -> AsyncIterator[Fts5]:
    """Snowball stems made beforehand, stop words left out, the title worth three times the text."""
    rows = (
        (d.id, *(" ".join(stems(field)) for field in (d.title, " ".join(d.tags), d.text)))
        for d in documents
    )
    with closing(_table(folder / "stemmed.db", "ascii", rows)) as db:
        yield Fts5("FTS5, French stems, title weighted", db, stems, _WEIGHTED)


def _table(path: Path, tokenizer: str, rows: Iterable[Sequence[str]]) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    db.execute(
        "CREATE VIRTUAL TABLE document USING fts5"
        f" (key UNINDEXED, title, tags, text, tokenize = '{tokenizer}')"
    )
    db.executemany("INSERT INTO document VALUES (?, ?, ?, ?)", rows)
    db.execute("INSERT INTO document (document) VALUES ('optimize')")
    db.commit()
    return db
