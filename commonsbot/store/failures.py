"""Messages that the homeserver refused, and when moderators last heard of any failure."""

from datetime import datetime

from commonsbot.domain.failures import Refused
from commonsbot.domain.ids import RoomId
from commonsbot.store.connection import Connection, maybe_from_ms, to_ms


class Failures:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def told_at(self) -> datetime | None:
        """When the last message with a key « failures:… » was queued."""
        return maybe_from_ms(
            await self._db.value(
                "SELECT max(queued_at) FROM outbox WHERE key > 'failures:' AND key < 'failures;'"
            )
        )

    async def refused(self, since: datetime, desk: RoomId) -> list[Refused]:
        """Words, by room and reason, of the rooms the bot is still in but `desk`, where nothing
        could be said of them."""
        rows = await self._db.fetch(
            "SELECT room_id, coalesce(outbox.error, ''), count(*) FROM outbox JOIN room"
            " USING (room_id) WHERE state = 'refused' AND done_at > ? AND joined = 1"
            " AND coalesce(redacts, pins) IS NULL"
            " AND room_id <> ? GROUP BY room_id, outbox.error ORDER BY count(*) DESC, room_id",
            *(to_ms(since), desk),
        )
        return [Refused(RoomId(room), error, count) for room, error, count in rows]
