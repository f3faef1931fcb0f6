"""SQLite as the store has it, without the thread: a year is half a million statements."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any


class Cursor:
    async def close(self) -> None: ...


class Connection:
    """What `store/connection` uses of aiosqlite."""

    def __init__(self, path: Path) -> None:
        self._conn = sqlite3.connect(path, isolation_level=None)

    async def execute_fetchall(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._conn.execute(sql, values).fetchall()

    async def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> Cursor:
        self._conn.executemany(sql, rows)
        return Cursor()

    async def rollback(self) -> None:
        self._conn.rollback()

    async def close(self) -> None:
        self._conn.close()


async def connect(path: Path, isolation_level: None) -> Connection:
    return Connection(path)
