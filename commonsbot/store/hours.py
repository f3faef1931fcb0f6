"""The hours that rooms and members chose for themselves."""

from typing import TypeAlias, TypeGuard

import msgspec

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.own_hours import OwnHours
from commonsbot.store.connection import Connection

Whose: TypeAlias = RoomId | UserId
"""Their sigils keep them apart."""

NONE = OwnHours()


def is_user(whose: Whose) -> TypeGuard[UserId]:
    return whose.startswith("@")


class Hours:
    def __init__(self, db: Connection) -> None:
        self._db = db
        self._changes: dict[Whose, OwnHours] = {}

    def take_changes(self) -> dict[Whose, OwnHours]:
        """What was chosen since this was last asked."""
        changes, self._changes = self._changes, {}
        return changes

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
        self._changes[whose] = hours

    async def move(self, old: RoomId, new: RoomId) -> None:
        """The room `old` goes on as `new`."""
        await self.put(new, await self.of(old))
        await self.put(old, NONE)


def _read(document: str) -> OwnHours:
    return msgspec.json.decode(document, type=OwnHours)
