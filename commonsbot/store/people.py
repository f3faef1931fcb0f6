"""What the database holds of one person."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.store import mentions
from commonsbot.store.connection import Connection
from commonsbot.store.erasure import Erasure
from commonsbot.store.holdings import HOLDINGS, OF_RESOURCE, WITHIN, Fate, Holding

Rows: TypeAlias = Mapping[str, Sequence[Mapping[str, Any]]]
"""By table, the rows as columns and values."""

_MASK = "'forgotten:' || lower(hex(randomblob(8)))"
"""Another one for each row: two of them tell nothing of one another."""


class People:
    def __init__(self, db: Connection, erasure: Erasure) -> None:
        self._db = db
        self._erasure = erasure

    async def counts(self, user: UserId) -> dict[str, int]:
        """How many rows of each table name them."""
        found: dict[str, int] = {}
        for one in HOLDINGS:
            sql = f"SELECT count(*) FROM {one.table} WHERE {one.column} = ?"
            found[one.table] = found.get(one.table, 0) + int(await self._db.value(sql, user))
        return {table: count for table, count in found.items() if count}

    async def rows(self, user: UserId) -> Rows:
        """Everything that is kept of them."""
        found: dict[str, list[dict[str, Any]]] = {}
        for one in HOLDINGS:
            found.setdefault(one.table, [])
            found[one.table] += await self._where(one.table, f"{one.column} = ?", user)
        for table in OF_RESOURCE:
            own = "resource_id IN (SELECT id FROM resource WHERE author = ?)"
            found.setdefault(table, [])
            found[table] += await self._where(table, own, user)
        for table, column in WITHIN:
            found.setdefault(table, [])
            rows = await self._where(table, f"instr({column}, ?) > 0", user)
            found[table] += [row for row in rows if mentions.names(str(row[column]), user)]
        return {table: _each_once(rows) for table, rows in found.items() if rows}

    async def _where(self, table: str, condition: str, user: UserId) -> list[dict[str, Any]]:
        columns = [row[1] for row in await self._db.fetch(f"PRAGMA table_info({table})")]
        pairs = ", ".join(f"'{name}', {name}" for name in columns)
        rows = await self._db.fetch(
            f"SELECT json_object({pairs}) FROM {table} WHERE {condition}", user
        )
        return [json.loads(row[0]) for row in rows]

    async def shared_by(self, user: UserId) -> list[ResourceId]:
        """Their resources, in any state."""
        rows = await self._db.fetch("SELECT id FROM resource WHERE author = ? ORDER BY id", user)
        return [ResourceId(row[0]) for row in rows]

    async def unsign(self, id: ResourceId) -> None:
        """It stays as it is, and nothing leads to who shared it. Its message taken back still
        takes it back."""
        await self._db.execute(
            "UPDATE resource SET author = NULL, signed = NULL, made_by = NULL, event_id = NULL,"
            " source_digest = coalesce(?, source_digest) WHERE id = ?",
            mentions.digest(await self._db.value("SELECT event_id FROM resource WHERE id = ?", id)),
            id,
        )

    async def forget(self, user: UserId, *, words: bool) -> None:
        """Names them nowhere any more. `words`: what they wrote in others' cards goes too.

        Their own resources are for `commons/forget` to settle before.
        """
        for one in HOLDINGS:
            await self._forget(one, user, words=words)
        await mentions.forget(self._db, user)
        await self._erasure.ask_for_sweep()

    async def _forget(self, one: Holding, user: UserId, *, words: bool) -> None:
        if one.fate is Fate.KEPT:
            return
        where = f"WHERE {one.column} = ?"
        if one.fate is Fate.GONE:
            await self._db.execute(f"DELETE FROM {one.table} {where}", user)
            return
        mask = _MASK if one.fate is Fate.MASKED else "NULL"
        changes = [f"{one.column} = {mask}", *(f"{name} = NULL" for name in one.traces)]
        if words:
            changes += [f"{name} = ''" for name in one.words]
        await self._db.execute(f"UPDATE {one.table} SET {', '.join(changes)} {where}", user)


def _each_once(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for n, row in enumerate(rows) if row not in rows[:n]]
