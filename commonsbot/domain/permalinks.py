"""Links to people and messages that Matrix clients open (spec, "matrix.to navigation")."""

from dataclasses import dataclass
from urllib.parse import quote

from commonsbot.domain.ids import EventId, RoomId, UserId


@dataclass(frozen=True, slots=True)
class Permalinks:
    """`prefix` is `https://matrix.to`, or a network's own (Tchap: `https://tchap.gouv.fr`)."""

    prefix: str = "https://matrix.to"

    def user(self, user: UserId) -> str:
        return f"{self.prefix}/#/{quote(user, safe='@:')}"

    def event(self, room: RoomId, event: EventId, sender: UserId | None) -> str:
        """`via` names a server that is in the room: ids of version 12 rooms hold none."""
        via = f"?via={quote(server_of(sender), safe=':')}" if sender else ""
        return f"{self.prefix}/#/{quote(room, safe='!:')}/{quote(event, safe='$:')}{via}"


def server_of(user: UserId) -> str:
    return user.partition(":")[2]


def localpart(user: UserId) -> str:
    return user.removeprefix("@").partition(":")[0]
