"""From the events of a room to what happened there, in the commons' own terms."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from nio import Event

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.messages import Edit, Happening, Incoming, Reaction, Redaction
from commonsbot.domain.rooms import Room
from commonsbot.matrix.client import Client
from commonsbot.matrix.events import (
    Content,
    answered_by,
    command_of,
    file_of,
    reaction_of,
    redacted_by,
    replaced_by,
    sent_at,
    text_of,
    thread_of,
    without_name,
)
from commonsbot.matrix.machine import MALFORMED
from commonsbot.matrix.rooms import Rooms

log = logging.getLogger(__name__)


class Reading:
    """Reads what others did in the rooms `served`; what the bot did itself is nothing new."""

    def __init__(
        self,
        client: Client,
        rooms: Rooms,
        served: Mapping[RoomId, Room],
        account: UserId,
        welcome: Callable[[UserId], Awaitable[bool]],
    ) -> None:
        """`welcome`: whether somebody who is in no served room belongs to the network."""
        self._client = client
        self._rooms = rooms
        self._served = served
        self._account = account
        self._welcome = welcome
        self.names: frozenset[str] = frozenset()
        """What people may call the bot."""

    async def read(
        self, id: RoomId, events: Sequence[Event], *, overtaken: bool = False
    ) -> list[Happening]:
        """What `events` say, in their order. `overtaken`: others wrote since."""
        happenings = []
        for event, followed in _with_followed(events, self._account):
            if event.sender == self._account or not isinstance(event.source.get("content"), dict):
                continue
            if happening := await self._tried(id, event, overtaken or followed):
                happenings.append(happening)
        return happenings

    async def _tried(self, id: RoomId, event: Event, overtaken: bool) -> Happening | None:
        """A content is anybody's: what we did not think of must not stop the bot for all."""
        try:
            return await self._one(id, event, overtaken)
        except MALFORMED:
            log.exception("event not read", extra={"room": id, "event": event.event_id})
            return None

    async def _one(self, id: RoomId, event: Event, overtaken: bool) -> Happening | None:
        content = event.source["content"]
        match event.source.get("type"):
            case "m.room.message":
                if replaced := replaced_by(content):
                    return await self._edit(id, event, *replaced)
                return await self._message(id, event, content, overtaken)
            case "m.reaction":
                return await self._reaction(id, event, content)
            case "m.room.redaction":
                return self._redaction(id, event)
        return None

    async def _message(
        self, id: RoomId, event: Event, content: Content, overtaken: bool
    ) -> Incoming | None:
        text = text_of(content)
        if text is None:
            return None
        text = command_of(content, self._account) or text
        rest = without_name(text, self.names)
        return Incoming(
            **await self._circumstances(id, event),
            text=text if rest is None else rest,
            device=await self._client.sender_device(event),
            file=file_of(content),
            answers=answered_by(content),
            thread=thread_of(content),
            mentioned=rest is not None,
            overtaken=overtaken,
        )

    async def _edit(self, id: RoomId, event: Event, of: EventId, content: Content) -> Edit | None:
        message = await self._message(id, event, content, overtaken=False)
        return Edit(of=of, message=message) if message else None

    async def _reaction(self, id: RoomId, event: Event, content: Content) -> Reaction | None:
        if not (found := reaction_of(content)):
            return None
        to, key = found
        return Reaction(**await self._circumstances(id, event), to=to, key=key)

    def _redaction(self, id: RoomId, event: Event) -> Redaction | None:
        of = redacted_by(event.source)
        if of is None:
            return None
        return Redaction(event=EventId(event.event_id), room=id, sender=UserId(event.sender), of=of)

    async def _circumstances(self, id: RoomId, event: Event) -> dict[str, Any]:
        """Who, where and when: the same for a message and a reaction."""
        room = self._served[id]
        sender = UserId(event.sender)
        shared = await self._shared(sender) if room.direct else frozenset()
        belongs = not room.direct or bool(shared) or await self._welcome(sender)
        return {
            "event": EventId(event.event_id),
            "room": id,
            "sender": sender,
            "sent_at": sent_at(event.server_timestamp),
            "direct": room.direct,
            "encrypted": room.encrypted,
            "power": self._rooms.power(id, sender),
            "sender_rooms": shared,
            "stranger": not belongs,
        }

    async def _shared(self, user: UserId) -> frozenset[RoomId]:
        groups = [room.id for room in self._served.values() if not room.direct]
        return await self._rooms.shared_with(user, groups)


def _with_followed(events: Sequence[Event], account: UserId) -> list[tuple[Event, bool]]:
    """Each event, and whether a third person spoke after it."""
    later: set[str] = set()
    found = []
    for event in reversed(events):
        found.append((event, bool(later - {event.sender, account})))
        if event.source.get("type") == "m.room.message":
            later.add(event.sender)
    return found[::-1]
