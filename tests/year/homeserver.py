"""A homeserver of the year: it takes messages while it is up, once for each transaction id."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.errors import UnreachableError


@dataclass(frozen=True)
class Received:
    at: datetime
    room: RoomId
    body: str
    notice: bool
    rings: frozenset[UserId]


class Homeserver:
    """Stands where the sender has its client."""

    def __init__(self, now: Callable[[], datetime], random: Random) -> None:
        self.received: list[Received] = []
        self.up = True
        self._now = now
        self._random = random
        self._taken: dict[str, EventId] = {}

    async def say(self, room: RoomId, content: Mapping[str, Any], txn_id: str) -> EventId:
        """Now and then its acknowledgement is lost. Raises UnreachableError."""
        if not self.up:
            raise UnreachableError("away")
        if txn_id not in self._taken:
            self._taken[txn_id] = EventId(f"${len(self._taken)}")
            self.received.append(
                Received(
                    at=self._now(),
                    room=room,
                    body=content["body"],
                    notice=content["msgtype"] == "m.notice",
                    rings=frozenset(content["m.mentions"].get("user_ids", ())),
                )
            )
            if self._random.random() < 0.01:
                raise UnreachableError("acknowledgement lost")
        return self._taken[txn_id]
