"""Who was named a steward, and who is suspended."""

from collections.abc import Callable
from datetime import datetime

from commonsbot.domain.ids import UserId
from commonsbot.domain.roles import Standing, Suspension
from commonsbot.store.connection import Connection, Row, maybe_from_ms, to_ms


class Members:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def standing(self, user: UserId) -> Standing:
        """What was decided of `user` and holds now."""
        row = await self._db.fetch_one(
            "SELECT EXISTS (SELECT 1 FROM steward WHERE user_id = ?1), user_id, until, why, told"
            " FROM (SELECT 1) LEFT JOIN suspension"
            " ON user_id = ?1 AND (until IS NULL OR until > ?2)",
            *(user, to_ms(self._now())),
        )
        assert row, "one row, whatever is known"
        return Standing(steward=bool(row[0]), suspension=_suspension(row[1:]) if row[1] else None)

    async def name_steward(self, user: UserId, by: UserId) -> bool:
        """False when they were one already."""
        rows = await self._db.fetch(
            "INSERT INTO steward (user_id, by_user, at) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING RETURNING 1",
            *(user, by, to_ms(self._now())),
        )
        return bool(rows)

    async def unname_steward(self, user: UserId) -> bool:
        """False when they were named by nobody."""
        return bool(await self._db.fetch("DELETE FROM steward WHERE user_id = ? RETURNING 1", user))

    async def stewards(self) -> list[UserId]:
        rows = await self._db.fetch("SELECT user_id FROM steward ORDER BY user_id")
        return [UserId(row[0]) for row in rows]

    async def named(self, localpart: str) -> list[UserId]:
        """Those known to the commons whose identifier begins so: a few, if several."""
        rows = await self._db.fetch(
            "SELECT author FROM resource WHERE author LIKE ?1 ESCAPE '!'"
            " UNION SELECT user_id FROM suspension WHERE user_id LIKE ?1 ESCAPE '!'"
            " UNION SELECT user_id FROM steward WHERE user_id LIKE ?1 ESCAPE '!'"
            " UNION SELECT peer FROM room WHERE peer LIKE ?1 ESCAPE '!' LIMIT 5",
            f"@{_literally(localpart)}:%",
        )
        return [UserId(row[0]) for row in rows]

    async def suspend(self, user: UserId, until: datetime | None, why: str, by: UserId) -> None:
        """From now on; another one takes the place of the one before."""
        await self._db.execute(
            "INSERT OR REPLACE INTO suspension (user_id, until, why, by_user, at)"
            " VALUES (?, ?, ?, ?, ?)",
            *(user, None if until is None else to_ms(until), why, by, to_ms(self._now())),
        )

    async def restore(self, user: UserId) -> bool:
        """False when they were not suspended."""
        return bool(
            await self._db.fetch("DELETE FROM suspension WHERE user_id = ? RETURNING 1", user)
        )

    async def tell(self, user: UserId) -> None:
        """They know that they are suspended."""
        await self._db.execute("UPDATE suspension SET told = 1 WHERE user_id = ?", user)

    async def suspended(self) -> list[Suspension]:
        rows = await self._db.fetch(
            "SELECT user_id, until, why, told FROM suspension WHERE until IS NULL OR until > ?"
            " ORDER BY at",
            to_ms(self._now()),
        )
        return [_suspension(row) for row in rows]

    async def prune(self) -> None:
        """Forgets suspensions that are over."""
        now = to_ms(self._now())
        await self._db.execute("DELETE FROM suspension WHERE until <= ?", now)


def _literally(words: str) -> str:
    return words.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _suspension(row: Row) -> Suspension:
    return Suspension(
        user=UserId(row[0]), until=maybe_from_ms(row[1]), why=row[2], told=bool(row[3])
    )
