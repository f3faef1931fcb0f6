"""What a sync left out: the messages between the last one and this one."""

import logging
from typing import Any

from nio import Event, MessageDirection, RoomInfo, RoomMessagesResponse

from commonsbot.domain.ids import RoomId
from commonsbot.errors import RefusedError
from commonsbot.matrix.bodies import table
from commonsbot.matrix.client import Client
from commonsbot.matrix.errors import response_error

log = logging.getLogger(__name__)

PAGE = 100
MOST = 20_000
"""Events read back in one room: months of a busy one."""


async def since_join(client: Client, id: RoomId, since: str, until: str) -> list[Event]:
    """What was said in a room since the bot joined it, between two syncs, oldest first.

    Earlier messages were not for it. Raises MatrixError.
    """
    return await _read_back(client, id, until, since)


async def complete_timeline(client: Client, id: RoomId, info: RoomInfo, since: str) -> list[Event]:
    """A room's new events, oldest first, with those a limited sync left out (spec, "Syncing").

    Raises MatrixError.
    """
    events = list(info.timeline.events)
    if not info.timeline.limited or not info.timeline.prev_batch:
        return events
    return await _read_back(client, id, info.timeline.prev_batch, since) + events


async def _read_back(client: Client, id: RoomId, start: str, end: str) -> list[Event]:
    """From `start` backwards to `end` or the bot's own join, oldest first."""
    missed: list[Event] = []
    token: str | None = start
    while token and len(missed) < MOST:
        try:
            response = await _page(client, id, token, end)
        except RefusedError as error:
            log.warning("messages not readable", extra={"room": id, "error": str(error)})
            break
        chunk = list(response.chunk)
        joins = [n for n, event in enumerate(chunk) if is_own_join(event.source, client.user_id)]
        missed += chunk[: joins[0]] if joins else chunk
        token = response.end if chunk and not joins else None
    log.info("messages read back", extra={"room": id, "events": len(missed)})
    missed.reverse()
    return missed


async def _page(client: Client, id: RoomId, start: str, end: str) -> RoomMessagesResponse:
    response: Any = await client.room_messages(
        id, start, end, direction=MessageDirection.back, limit=PAGE
    )
    if isinstance(response, RoomMessagesResponse):
        return response
    raise response_error(response)


def is_own_join(source: dict[str, Any], own: str) -> bool:
    """Where the bot came into the room: not where it only changed its name there."""
    if source.get("type") != "m.room.member" or source.get("state_key") != own:
        return False
    before = table(source, "unsigned", "prev_content").get("membership")
    return table(source, "content").get("membership") == "join" and before != "join"
