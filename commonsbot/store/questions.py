"""Questions to the network, until one answer helps."""

from collections.abc import Callable
from datetime import datetime

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection, to_ms


class Questions:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def open(self, resource: ResourceId, thread: EventId) -> None:
        """`thread`: the message it was asked by, under which people answer."""
        await self._db.execute(
            "INSERT INTO question (resource_id, thread, asked_at) VALUES (?, ?, ?)",
            *(resource, thread, to_ms(self._now())),
        )

    async def asked_in(self, thread: EventId) -> ResourceId | None:
        """The open question under which people write in this thread."""
        id = await self._db.value(
            "SELECT resource_id FROM question WHERE thread = ? AND answered_at IS NULL", thread
        )
        return None if id is None else ResourceId(id)

    async def waits(self, asker: UserId, room: RoomId) -> bool:
        """Whether a question that `asker` put in `room` is open."""
        found = await self._db.value(
            "SELECT 1 FROM question JOIN resource ON resource.id = resource_id"
            " WHERE answered_at IS NULL AND author = ? AND room_id = ? LIMIT 1",
            *(asker, room),
        )
        return found is not None

    async def close(self, resource: ResourceId) -> None:
        """An answer helped, be it kept or not."""
        await self._db.execute(
            "UPDATE question SET answered_at = ? WHERE resource_id = ? AND answered_at IS NULL",
            *(to_ms(self._now()), resource),
        )

    async def answer(self, resource: ResourceId, answer: ResourceId) -> bool:
        """`answer` helped; False when another had."""
        rows = await self._db.fetch(
            "UPDATE question SET answer = ?, answered_at = coalesce(answered_at, ?)"
            " WHERE resource_id = ? AND answer IS NULL RETURNING resource_id",
            *(answer, to_ms(self._now()), resource),
        )
        return bool(rows)

    async def is_open(self, resource: ResourceId) -> bool:
        found = await self._db.value(
            "SELECT 1 FROM question WHERE resource_id = ? AND answered_at IS NULL", resource
        )
        return found is not None

    async def answer_to(self, resource: ResourceId) -> ResourceId | None:
        id = await self._db.value("SELECT answer FROM question WHERE resource_id = ?", resource)
        return None if id is None else ResourceId(id)

    async def waiting(
        self, reader: Reader, since: datetime, until: datetime, limit: int
    ) -> list[ResourceId]:
        """Questions of that time still open, that `reader` may see, the oldest first."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            "SELECT resource_id FROM question JOIN resource ON resource.id = resource_id"
            f" WHERE {condition} AND answered_at IS NULL AND asked_at >= ? AND asked_at <= ?"
            " ORDER BY asked_at LIMIT ?",
            *(*values, to_ms(since), to_ms(until), limit),
        )
        return [ResourceId(row[0]) for row in rows]
