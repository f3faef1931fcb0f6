"""The thin layer between our SQL and SQLite: one call, one hop to the database's thread."""

import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

Row = Sequence[Any]

Fetch = Callable[..., list[Row]]
"""`fetch(sql, *values)`, in the database's thread."""

_Result = TypeVar("_Result")
_Value = TypeVar("_Value")

_MARKS = ",".join("?" * 1024)

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA cache_size = -1024",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
)
"""Deleted bytes are overwritten with zeros (https://sqlite.org/pragma.html#pragma_secure_delete).
WAL with NORMAL never loses a commit when the process dies. A power cut may lose the last ones:
they are made again from the saved sync token, with the same Matrix transaction ids."""


class Connection:
    """Statements with `?` places; autocommit unless inside `Store.transaction`."""

    def __init__(self, raw: aiosqlite.Connection) -> None:
        self._raw = raw

    @classmethod
    async def open(cls, path: Path) -> "Connection":
        raw = await aiosqlite.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            await raw.execute_fetchall(pragma)
        return cls(raw)

    async def fetch(self, sql: str, *values: Any) -> list[Row]:
        return list(await self._raw.execute_fetchall(sql, values))

    async def fetch_one(self, sql: str, *values: Any) -> Row | None:
        rows = await self.fetch(sql, *values)
        return rows[0] if rows else None

    async def value(self, sql: str, *values: Any) -> Any:
        """The first column of the first row, None without a row."""
        row = await self.fetch_one(sql, *values)
        return row[0] if row else None

    async def execute(self, sql: str, *values: Any) -> None:
        await self._raw.execute_fetchall(sql, values)

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        await (await self._raw.executemany(sql, rows)).close()

    async def run(self, work: Callable[[Fetch], _Result]) -> _Result:
        """Does `work`, which asks many small questions, in the database's thread: one hop for all.

        aiosqlite has no public name for this.
        """
        execute: Callable[..., Awaitable[_Result]] = self._raw._execute
        return await execute(_work, self._raw._conn, work)

    async def roll_back(self) -> None:
        """Undoes the open transaction, if there is one."""
        await self._raw.rollback()

    async def backup_to(self, path: Path) -> None:
        """A consistent copy, made page by page while others read and write."""
        target = sqlite3.connect(path)
        try:
            await self._raw.backup(target)
        finally:
            target.close()

    async def close(self) -> None:
        await self._raw.close()


def _work(raw: sqlite3.Connection, work: Callable[[Fetch], _Result]) -> _Result:
    return work(lambda sql, *values: raw.execute(sql, values).fetchall())


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970 in UTC: how moments are kept."""
    return round(moment.timestamp() * 1000)


def from_ms(value: int) -> datetime:
    return datetime.fromtimestamp(value / 1000, UTC)


def maybe_from_ms(value: int | None) -> datetime | None:
    return None if value is None else from_ms(value)


def padded(values: Sequence[_Value]) -> tuple[str, Sequence[_Value]]:
    """Marks and values for `IN (…)`, the last value several times where need be.

    Few lengths make few statements, which SQLite then needn't prepare again.
    """
    size = 1 << max(len(values) - 1, 0).bit_length()
    return _MARKS[: 2 * size - 1], [*values, *([values[-1]] * (size - len(values)))]


AT_ONCE = 500
"""Values in one statement."""


def in_parts(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    """`values`, no more at a time than one statement takes."""
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))


def marks(values: Sequence[Any]) -> str:
    """As many `?` as values, for `IN (…)`."""
    return ",".join("?" * len(values))
