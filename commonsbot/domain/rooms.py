"""A room the bot serves."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from commonsbot.domain.ids import RoomId, UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    id: RoomId
    name: str = ""
    alias: str = ""
    """Its main address: an operator may name the room by it."""
    direct: bool = False
    peer: UserId | None = None
    """The other member of a direct chat, while they are there."""
    encrypted: bool = False
    joined_at: datetime = field(default=datetime.min.replace(tzinfo=UTC), compare=False)
    """When the bot first came; known only of rooms read from the store."""
