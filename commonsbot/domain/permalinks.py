"""Links to people and messages that Matrix clients open.

Those of matrix.to are in the spec ("matrix.to navigation"); a web client of the Element family,
such as Tchap, has its own, which its `permalink_prefix` setting makes everybody there use.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from commonsbot.domain.ids import EventId, RoomId, UserId

MATRIX_TO = "https://matrix.to"


@dataclass(frozen=True, slots=True)
class Permalinks:
    """`prefix` is `https://matrix.to`, or a network's own (Tchap: `https://tchap.gouv.fr`)."""

    prefix: str = MATRIX_TO

    def user(self, user: UserId) -> str:
        return f"{self._to('user')}{quote(user, safe='@:')}"

    def event(self, room: RoomId, event: EventId, sender: UserId | None) -> str:
        """`via` names a server that is in the room: ids of version 12 rooms hold none."""
        via = f"?via={quote(server_of(sender), safe=':')}" if sender else ""
        return f"{self._to('room')}{quote(room, safe='!:')}/{quote(event, safe='$:')}{via}"

    def _to(self, kind: str) -> str:
        """matrix.to tells a room from a person by its sigil alone."""
        return f"{self.prefix}/#/" if self.prefix == MATRIX_TO else f"{self.prefix}/#/{kind}/"


_OF_MATRIX = re.compile(r"#/(?:(?:user|room)/)?(?:[@!#]|%(?:40|21|23))", re.IGNORECASE)


def is_permalink(url: str) -> bool:
    """Whether a client would show `url` as the name of a person or a room."""
    return _OF_MATRIX.search(url) is not None


def server_of(user: UserId) -> str:
    return user.partition(":")[2]


def localpart(user: UserId) -> str:
    return user.removeprefix("@").partition(":")[0]
