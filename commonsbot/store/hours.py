"""The hours that rooms and members chose for themselves."""

import msgspec

from commonsbot.domain.ids import RoomId
from commonsbot.domain.own_hours import OwnHours, Whose
from commonsbot.store.connection import Connection
from commonsbot.store.signals import Signals

NONE = OwnHours()


class Hours:
    def __init__(self, db: Connection, signals: Signals) -> None:
        self._db = db
        self._signals = signals

    async def all(self) -> dict[Whose, OwnHours]:
        rows = await self._db.fetch("SELECT whose, document FROM own_hours")
        return {whose: _read(document) for whose, document in rows}

    async def of(self, whose: Whose) -> OwnHours:
        document = await self._db.value("SELECT document FROM own_hours WHERE whose = ?", whose)
        return _read(document) if document else NONE

    async def put(self, whose: Whose, hours: OwnHours) -> None:
        if hours == NONE:
            await self._db.execute("DELETE FROM own_hours WHERE whose = ?", whose)
        else:
            await self._db.execute(
                "INSERT INTO own_hours (whose, document) VALUES (?, ?)"
                " ON CONFLICT (whose) DO UPDATE SET document = excluded.document",
                *(whose, msgspec.json.encode(hours).decode()),
            )
        self._signals.hours[whose] = hours

    async def move(self, old: RoomId, new: RoomId) -> None:
        """The room `old` goes on as `new`."""
        await self.put(new, await self.of(old))
        await self.put(old, NONE)


def _read(document: str) -> OwnHours:
    return msgspec.json.decode(document, type=OwnHours)
