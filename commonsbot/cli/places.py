"""The network's space and rooms, as the bot's account sees them."""

from dataclasses import dataclass
from enum import StrEnum

from commonsbot.cli.server import Server
from commonsbot.cli.words import say


class Standing(StrEnum):
    JOINED = "joined"
    INVITED = "invited"
    OPEN = "open"
    """It can join by itself."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    name: str
    standing: Standing
    space: bool | None
    """None when it can't be known."""
    title: str = ""
    """As its members see it."""

    def sentence(self) -> str:
        return say(f"place-{self.standing}", name=self.name)


def look_at(server: Server, name: str) -> Place:
    """The room or space of this alias or id. Raises RefusedError for an unknown alias."""
    room = server.resolve(name) if name.startswith("#") else name
    seen = server.summary(room)
    standing = _standing(server, room, seen is not None)
    if seen is None:
        return Place(name=name, standing=standing, space=None)
    space, title = seen.get("room_type") == "m.space", str(seen.get("name", ""))
    return Place(name=name, standing=standing, space=space, title=title)


def _standing(server: Server, room: str, visible: bool) -> Standing:
    if room in server.joined():
        return Standing.JOINED
    if room in server.invited():
        return Standing.INVITED
    return Standing.OPEN if visible else Standing.CLOSED
