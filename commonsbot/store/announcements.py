"""What the bot has written of its commands into the state of rooms, to write no more than changes.

It outlives the bot's stay in a room, as the state does; an upgraded room begins without.
"""

from commonsbot.domain.announcements import Announcement
from commonsbot.domain.ids import RoomId
from commonsbot.store.connection import Connection


class Announcements:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def of(self, room: RoomId) -> dict[tuple[str, str], str]:
        """The digest of each, by event type and state key."""
        rows = await self._db.fetch(
            "SELECT kind, state_key, digest FROM announcement WHERE room_id = ?", room
        )
        return {(kind, key): digest for kind, key, digest in rows}

    async def written(self, room: RoomId, announcement: Announcement) -> None:
        """It is in the room's state now; nothing is, when its content is empty."""
        await self._db.execute(
            "DELETE FROM announcement WHERE room_id = ? AND kind = ? AND state_key = ?",
            *(room, *announcement.place),
        )
        if announcement.content:
            await self._db.execute(
                "INSERT INTO announcement (room_id, kind, state_key, digest) VALUES (?, ?, ?, ?)",
                *(room, *announcement.place, announcement.digest),
            )
