"""The language that was chosen in a room."""

from commonsbot.domain.ids import RoomId
from commonsbot.store.connection import Connection
from commonsbot.store.signals import Signals


class Languages:
    def __init__(self, db: Connection, signals: Signals) -> None:
        self._db = db
        self._signals = signals

    async def all(self) -> dict[RoomId, str | None]:
        rows = await self._db.fetch("SELECT room_id, language FROM room WHERE language IS NOT NULL")
        return {RoomId(room): language for room, language in rows}

    async def of(self, room: RoomId) -> str | None:
        """None: as the settings have it."""
        language: str | None = await self._db.value(
            "SELECT language FROM room WHERE room_id = ?", room
        )
        return language

    async def put(self, room: RoomId, language: str | None) -> None:
        await self._db.execute("UPDATE room SET language = ? WHERE room_id = ?", language, room)
        self._signals.languages[room] = language

    async def moved(self, old: RoomId, new: RoomId) -> None:
        """The room `old` goes on as `new`, and has kept its language."""
        self._signals.languages |= {old: None, new: await self.of(new)}
