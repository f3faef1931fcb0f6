"""The links of published resources, and how they do."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.links import DeadLink, Health, Problem
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection, Row, from_ms, marks, maybe_from_ms, to_ms


class Links:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def collect(self, first: int, last: int, spread: timedelta) -> None:
        """Takes up the links of the resources numbered so; new ones are due within `spread`.

        Links that no published resource has any more are dropped.
        """
        await self._db.execute(
            "DELETE FROM link WHERE resource_id BETWEEN ? AND ? AND NOT EXISTS"
            " (SELECT 1 FROM resource, json_each(resource.links)"
            " WHERE resource.id = link.resource_id AND status = 'published' AND value = url)",
            *(first, last),
        )
        await self._db.execute(
            "INSERT INTO link (resource_id, url, next_at)"
            " SELECT resource.id, value, ? + abs(random() % ?) FROM resource,"
            " json_each(resource.links) WHERE resource.id BETWEEN ? AND ?"
            " AND status = 'published' ON CONFLICT DO NOTHING",
            *(to_ms(self._now()), max(1, _ms(spread)), first, last),
        )

    async def highest(self) -> int:
        """The highest number of a resource."""
        return int(await self._db.value("SELECT coalesce(max(id), 0) FROM resource"))

    async def take(self, limit: int, interval: timedelta) -> list[str]:
        """The addresses to look at now. Their next look is set before this one is done: a bot
        killed at one place again and again must not hammer a site."""
        now = self._now()
        rows = await self._db.fetch(
            "SELECT url FROM link WHERE next_at <= ? ORDER BY next_at, url LIMIT ?",
            *(to_ms(now), limit),
        )
        urls = list(dict.fromkeys(str(row[0]) for row in rows))
        await self._db.execute(
            f"UPDATE link SET next_at = ? WHERE url IN ({marks(urls)})",
            *(to_ms(now + interval), *urls),
        )
        return urls

    async def health(self, url: str) -> Health | None:
        """None when no resource has the link any more."""
        row = await self._db.fetch_one(
            "SELECT failures, failing_since, problem, dead_at FROM link WHERE url = ?"
            " ORDER BY failures DESC LIMIT 1",
            url,
        )
        return _health(row) if row else None

    async def reached(self) -> datetime | None:
        """When any page was last there."""
        return maybe_from_ms(await self._db.value("SELECT max(answered_at) FROM link"))

    async def looked(self, url: str, health: Health, next_at: datetime, *, answered: bool) -> None:
        """Keeps what was found at `url`; a link that came back is forgiven everything."""
        now = to_ms(self._now())
        await self._db.execute(
            "UPDATE link SET failures = ?, failing_since = ?, problem = ?, next_at = ?,"
            " answered_at = CASE WHEN ? THEN ? ELSE answered_at END, dead_at = ?,"
            " asked_at = CASE WHEN ? THEN asked_at END,"
            " confirmed_at = CASE WHEN ? THEN confirmed_at END WHERE url = ?",
            *(health.failures, _maybe_ms(health.failing_since), health.problem or ""),
            to_ms(next_at),
            *(answered, now, _maybe_ms(health.dead_at)),
            *(health.dead_at is not None, health.dead_at is not None, url),
        )

    async def of(self, resource: ResourceId) -> list[DeadLink]:
        """Its dead links. Who asks must be allowed to read the resource."""
        rows = await self._db.fetch(
            f"{_DEAD} WHERE resource_id = ? AND dead_at IS NOT NULL ORDER BY url", resource
        )
        return [_dead(row) for row in rows]

    async def to_ask(self, between: timedelta, limit: int = 200) -> list[DeadLink]:
        """Those to ask about, the longest dead first: of authors who were not asked about
        others for `between`."""
        rows = await self._db.fetch(
            f"{_DEAD} JOIN resource ON resource.id = resource_id WHERE status = 'published'"
            " AND dead_at IS NOT NULL AND asked_at IS NULL AND coalesce(author, '') NOT IN"
            " (SELECT author FROM link JOIN resource ON resource.id = resource_id"
            " WHERE dead_at IS NOT NULL AND asked_at > ? AND author > '')"
            " ORDER BY dead_at, resource_id, url LIMIT ?",
            *(to_ms(self._now() - between), limit),
        )
        return [_dead(row) for row in rows]

    async def asked(self, links: Sequence[tuple[ResourceId, str]]) -> None:
        await self._mark("asked_at", links)

    async def confirm(self, links: Sequence[tuple[ResourceId, str]]) -> None:
        """The author agrees: they are dead."""
        await self._mark("confirmed_at", links)

    async def _mark(self, column: str, links: Sequence[tuple[ResourceId, str]]) -> None:
        await self._db.execute_many(
            f"UPDATE link SET {column} = ? WHERE resource_id = ? AND url = ?",
            [(to_ms(self._now()), *link) for link in links],
        )

    async def trust(self, links: Sequence[tuple[ResourceId, str]], until: datetime) -> None:
        """The author says that they work: nobody looks again before `until`."""
        await self._db.execute_many(
            "UPDATE link SET failures = 0, failing_since = NULL, problem = '', dead_at = NULL,"
            " asked_at = NULL, confirmed_at = NULL, next_at = ? WHERE url = ?",
            [(to_ms(until), url) for _, url in links],
        )

    async def dead(self, reader: Reader, limit: int) -> list[ResourceId]:
        """The resources `reader` may see that have a dead link."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            "SELECT id FROM resource WHERE id IN (SELECT resource_id FROM link"
            f" WHERE dead_at IS NOT NULL) AND {condition} ORDER BY id LIMIT ?",
            *(*values, limit),
        )
        return [ResourceId(row[0]) for row in rows]


_DEAD = "SELECT resource_id, url, failing_since, problem, confirmed_at FROM link"


def _dead(row: Row) -> DeadLink:
    return DeadLink(
        resource=ResourceId(row[0]),
        url=row[1],
        since=from_ms(row[2]),
        problem=Problem(row[3]),
        confirmed=row[4] is not None,
    )


def _health(row: Row) -> Health:
    return Health(
        failures=row[0],
        failing_since=maybe_from_ms(row[1]),
        problem=Problem(row[2]) if row[2] else None,
        dead_at=maybe_from_ms(row[3]),
    )


def _ms(length: timedelta) -> int:
    return round(length.total_seconds() * 1000)


def _maybe_ms(moment: datetime | None) -> int | None:
    return None if moment is None else to_ms(moment)
