"""What was done to the commons, by whom and why. It only grows: triggers see to that."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Any

from commonsbot.domain.acts import Act, Wanted
from commonsbot.domain.ids import UserId
from commonsbot.store.connection import Connection, Row, from_ms, to_ms

_PAGE = 500


class Journal:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def write(
        self, who: UserId | None, what: str, noun: str, noun_id: int | str, why: str = ""
    ) -> None:
        """`what` is a verb of the commons ("remove", "announce"); `who` is None for the bot."""
        await self._db.execute(
            "INSERT INTO journal (at, who, what, noun, noun_id, why) VALUES (?, ?, ?, ?, ?, ?)",
            to_ms(self._now()),
            who,
            what,
            noun,
            str(noun_id),
            why,
        )

    async def read(self, wanted: Wanted, limit: int) -> tuple[list[Act], int]:
        """The latest acts that are wanted, newest first, and how many there are."""
        condition, values = _condition(wanted)
        rows = await self._db.fetch(
            f"SELECT id, at, who, what, noun, noun_id, why FROM journal WHERE {condition}"
            " ORDER BY id DESC LIMIT ?",
            *(*values, limit),
        )
        total = await self._db.value(f"SELECT count(*) FROM journal WHERE {condition}", *values)
        return [_act(row) for row in rows], int(total)

    async def each(self, since: datetime | None = None) -> AsyncIterator[Act]:
        """Every act, the oldest first."""
        last = 0
        while True:
            rows = await self._db.fetch(
                "SELECT id, at, who, what, noun, noun_id, why FROM journal"
                " WHERE id > ? AND at >= ? ORDER BY id LIMIT ?",
                *(last, to_ms(since) if since else 0, _PAGE),
            )
            for row in rows:
                yield _act(row)
            if len(rows) < _PAGE:
                return
            last = rows[-1][0]


def _condition(wanted: Wanted) -> tuple[str, list[Any]]:
    parts: list[tuple[str, Any]] = [
        ("who = ?", wanted.who),
        ("noun = ?", wanted.noun or None),
        ("noun_id = ?", wanted.noun_id or None),
        ("at >= ?", to_ms(wanted.since) if wanted.since else None),
        ("at < ?", to_ms(wanted.before) if wanted.before else None),
    ]
    asked = [(sql, value) for sql, value in parts if value is not None]
    return " AND ".join(["1", *(sql for sql, _ in asked)]), [value for _, value in asked]


def _act(row: Row) -> Act:
    return Act(
        id=row[0],
        at=from_ms(row[1]),
        who=None if row[2] is None else UserId(row[2]),
        what=row[3],
        noun=row[4],
        noun_id=row[5],
        why=row[6],
    )
