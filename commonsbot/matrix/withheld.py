"""Telling those who are left out of a room's key that they are, and why.

Without a word their client waits for a key that never comes (spec, "m.room_key.withheld").
"""

import logging
import secrets
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from nio.crypto import OlmDevice, OutboundGroupSession

from commonsbot.errors import MatrixError, RefusedError
from commonsbot.matrix.bodies import MEGOLM

log = logging.getLogger(__name__)

CODE = "m.unverified"
REASON = "The bot sends its keys only to devices that their owner has signed."

AT_ONCE = 200
"""Devices a request: some 80 kB."""

Messages = dict[str, dict[str, Any]]
"""What is sent to each device, by user and device."""

Call = Callable[[str, str, Any], Awaitable[Any]]
"""Client.call."""


class Withheld:
    """Who was told, for the key each room has now. `sender_key` is our device's."""

    def __init__(self, sender_key: Callable[[], str]) -> None:
        self._sender_key = sender_key
        self._told: dict[str, tuple[str, set[tuple[str, str]]]] = {}
        self._waiting: list[tuple[str, str, Any]] = []  # user, device, content

    def note(self, room: str, session: OutboundGroupSession, left_out: Iterable[OlmDevice]) -> None:
        """These devices do not get the session: to be told, once for each session."""
        id, told = self._told.get(room, ("", set()))
        if id != session.id:
            told = set()
            self._told[room] = (session.id, told)
        fresh = [device for device in left_out if (device.user_id, device.id) not in told]
        told |= {(device.user_id, device.id) for device in fresh}
        content = self._content(room, session.id)
        self._waiting += [(device.user_id, device.id, content) for device in fresh]

    async def tell(self, call: Call) -> None:
        """Tells those who were not yet; those who can't be told now, another time."""
        while some := self._next():
            del self._waiting[: len(some)]
            told = False
            try:
                told = await self._send(call, some)
            finally:
                if not told:
                    self._waiting[:0] = some
            if not told:
                return

    def _next(self) -> list[tuple[str, str, Any]]:
        """As many as one request can say: one thing to each device."""
        some: dict[tuple[str, str], Any] = {}
        for user, device, content in self._waiting[:AT_ONCE]:
            if (user, device) in some:
                break
            some[user, device] = content
        return [(*whom, content) for whom, content in some.items()]

    async def _send(self, call: Call, notes: Iterable[tuple[str, str, Any]]) -> bool:
        """Whether there is no more to try."""
        messages: Messages = {}
        for user, device, content in notes:
            messages.setdefault(user, {})[device] = content
        path = f"/v3/sendToDevice/m.room_key.withheld/{secrets.token_hex(16)}"
        try:
            await call("PUT", path, {"messages": messages})
        except MatrixError as error:
            log.info("devices left out were not told", extra={"error": str(error)})
            return isinstance(error, RefusedError)
        return True

    def _content(self, room: str, session: str) -> dict[str, str]:
        return {
            "algorithm": MEGOLM,
            "code": CODE,
            "reason": REASON,
            "room_id": room,
            "sender_key": self._sender_key(),
            "session_id": session,
        }
