"""What the settings say of each room, which they may name by its alias."""

import logging

from commonsbot.config import Config
from commonsbot.domain.editions import Schedule
from commonsbot.domain.ids import RoomId
from commonsbot.domain.rooms import Room
from commonsbot.domain.terms import Terms

log = logging.getLogger("commonsbot")


class Places:
    """Only the homeserver knows aliases: rooms have to be noted as they come."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._aliases: dict[RoomId, str] = {}
        self._desk: RoomId | None = None

    def note(self, room: Room) -> None:
        self._aliases[room.id] = room.alias
        if self.is_desk(room) and self._desk != room.id:
            self._desk = room.id
            log.info("moderators' room", extra={"room": room.id})

    def is_desk(self, room: Room) -> bool:
        wanted = self._config.moderation.room
        return wanted is not None and not room.direct and wanted in (room.id, room.alias)

    def desk(self) -> RoomId | None:
        """The moderators' room, once the bot is in it."""
        return self._desk

    def terms(self, room: Room) -> Terms:
        alias = self._aliases.get(room.id, "")
        return self._config.terms(room.id, alias, encrypted=room.encrypted, direct=room.direct)

    def language(self, room: RoomId) -> str | None:
        return self._config.language_of(room, self._aliases.get(room, ""))

    def schedule(self, room: RoomId) -> Schedule | None:
        """Moderators have no letter in their room."""
        if room == self._desk:
            return None
        return self._config.schedule(room, self._aliases.get(room, ""))
