"""Domains whose links are not kept."""

from collections.abc import Callable, Collection
from datetime import datetime

from commonsbot.domain.ids import UserId
from commonsbot.store.connection import Connection, to_ms


class Blocklist:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def domains(self) -> frozenset[str]:
        rows = await self._db.fetch("SELECT domain FROM blocked_domain")
        return frozenset(str(row[0]) for row in rows)

    async def listed(self) -> list[tuple[str, bool]]:
        """Each domain, and whether moderators may take it off: the configuration's stay."""
        rows = await self._db.fetch(
            "SELECT domain, by_user IS NOT NULL FROM blocked_domain ORDER BY domain"
        )
        return [(str(row[0]), bool(row[1])) for row in rows]

    async def take_in(self, domains: Collection[str]) -> None:
        """Those of the configuration, as they are now."""
        await self._db.execute("DELETE FROM blocked_domain WHERE by_user IS NULL")
        await self._db.execute_many(
            "INSERT INTO blocked_domain (domain, by_user, at) VALUES (?, NULL, ?)"
            " ON CONFLICT (domain) DO UPDATE SET by_user = NULL",
            [(domain, to_ms(self._now())) for domain in sorted(domains)],
        )

    async def add(self, domain: str, by: UserId) -> bool:
        """False when it was there."""
        rows = await self._db.fetch(
            "INSERT INTO blocked_domain (domain, by_user, at) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING RETURNING 1",
            *(domain, by, to_ms(self._now())),
        )
        return bool(rows)

    async def remove(self, domain: str) -> bool:
        """False when moderators had not added it."""
        return bool(
            await self._db.fetch(
                "DELETE FROM blocked_domain WHERE domain = ? AND by_user IS NOT NULL RETURNING 1",
                domain,
            )
        )
