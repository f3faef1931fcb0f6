"""A room the bot serves."""

from dataclasses import dataclass

from commonsbot.domain.ids import RoomId


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    id: RoomId
    name: str = ""
    direct: bool = False
    encrypted: bool = False
