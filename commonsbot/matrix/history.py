"""What a sync left out: the messages between the last one and this one."""

import logging
from typing import Any

from nio import Event, MessageDirection, RoomInfo, RoomMessagesResponse

from commonsbot.domain.ids import RoomId
from commonsbot.errors import RefusedError
from commonsbot.matrix.client import Client, response_error

log = logging.getLogger(__name__)

PAGE = 100
MOST = 20_000
"""Events read back in one room: months of a busy one."""


async def complete_timeline(
    client: Client, id: RoomId, info: RoomInfo, since: str | None
) -> list[Event]:
    """The room's new events, oldest first, with those a limited sync left out.

    Only what came after the bot's own join counts: earlier messages were not for it. Without
    `since` (a first sync) nothing is read back, for the same reason. Raises MatrixError.
    """
    events = list(info.timeline.events)
    if joins := _own_joins(events, client.user_id):
        return events[joins[-1] + 1 :]  # a room it came back to is told from long before
    if not info.timeline.limited or since is None or not info.timeline.prev_batch:
        return events
    try:
        return await _read_back(client, id, info.timeline.prev_batch, since) + events
    except RefusedError as error:
        log.warning("missed messages not readable", extra={"room": id, "error": str(error)})
        return events


async def _read_back(client: Client, id: RoomId, start: str, end: str) -> list[Event]:
    """From `start` backwards to `end` or the bot's own join, oldest first."""
    missed: list[Event] = []
    token: str | None = start
    while token and len(missed) < MOST:
        response = await _page(client, id, token, end)
        chunk = list(response.chunk)
        if joins := _own_joins(chunk, client.user_id):
            missed += chunk[: joins[0]]
            break
        missed += chunk
        token = response.end if chunk else None
    log.info("missed messages read back", extra={"room": id, "events": len(missed)})
    missed.reverse()
    return missed


async def _page(client: Client, id: RoomId, start: str, end: str) -> RoomMessagesResponse:
    response: Any = await client.room_messages(
        id, start, end, direction=MessageDirection.back, limit=PAGE
    )
    if isinstance(response, RoomMessagesResponse):
        return response
    raise response_error(response)


def _own_joins(events: list[Event], own: str) -> list[int]:
    """Where the bot came into the room: not where it only changed its name there."""
    return [index for index, event in enumerate(events) if _is_own_join(event.source, own)]


def _is_own_join(source: dict[str, Any], own: str) -> bool:
    if source.get("type") != "m.room.member" or source.get("state_key") != own:
        return False
    unsigned = source.get("unsigned") or {}
    before = (unsigned.get("prev_content") or {}).get("membership")
    return source.get("content", {}).get("membership") == "join" and before != "join"
