"""Who may read what. Every read passes `may_read`, or the same rule written in SQL beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from commonsbot.domain.files import File
from commonsbot.domain.ids import RoomId, UserId


class Audience(StrEnum):
    ROOM = "room"
    """The members of the room it was shared in."""
    NETWORK = "network"
    """Everybody in a room the bot serves."""
    PUBLIC = "public"
    """Everybody."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who will see the answer: the rooms it may draw on.

    An answer posted in a room is read by the whole room, so there `rooms` is that room alone; in
    a direct chat it is the rooms the person is in.
    """

    rooms: frozenset[RoomId]
    user: UserId | None = None
    """Set only where the person alone reads the answer."""


def may_read(
    audience: Audience, room: RoomId | None, author: UserId | None, reader: Reader
) -> bool:
    """The audience rule: only `room` is held back, for its room and its author."""
    if audience is not Audience.ROOM:
        return True
    return room in reader.rooms or (author is not None and author == reader.user)


def held_by_files(audience: Audience, files: Iterable[File]) -> Audience:
    """A file of an encrypted room can't be opened elsewhere, so what holds one stays there."""
    return Audience.ROOM if any(file.encrypted for file in files) else audience


def widens(old: Audience, new: Audience) -> bool:
    """Whether `new` lets more people see: the author's own yes is needed."""
    return _REACH[new] > _REACH[old]


_REACH = {Audience.ROOM: 0, Audience.NETWORK: 1, Audience.PUBLIC: 2}
