"""Asking for the devices of others, in rooms with thousands of members."""

import asyncio
import json
import logging
import time
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from nio import Api, AsyncClient, KeysClaimResponse, KeysQueryResponse
from nio.crypto import OlmDevice

from commonsbot.domain.devices import DoubtfulDevice, SenderDevice, may_moderate
from commonsbot.domain.ids import RoomId
from commonsbot.matrix.errors import NO_ANSWER
from commonsbot.matrix.remote_servers import WAIT, RemoteServers, server_of

log = logging.getLogger(__name__)

USERS_AT_ONCE = 250
"""Users a request: its answer, some kilobytes for each, is read and judged in one go."""


class DeviceLists(AsyncClient):  # type: ignore[misc] # nio ships no types
    """nio's client, which keeps up with who has which devices (spec, "Tracking the device list").

    One question at a time. `olm` is our Machine.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._remote = RemoteServers(time.monotonic)
        self._querying = asyncio.Lock()
        self._asked: frozenset[str] = frozenset()
        """Users whose devices are being asked for."""

    @property
    def should_query_keys(self) -> bool:
        return bool(self._remote.due(self.olm.users_for_key_query))

    async def keys_query(self) -> None:
        """Asks for the devices of those users who are due. A dead server must not keep the rest."""
        async with self._querying:
            await self._ask(self._remote.due(self.olm.users_for_key_query))

    async def refresh_devices(self, users: Collection[str]) -> None:
        """Returns once the devices of `users` are known as they are now, where that can be."""
        if not any(user in users for user in self._asked | self.olm.users_for_key_query):
            return
        async with self._querying:
            stale = {user for user in self.olm.users_for_key_query if user in users}
            await self._ask(self._remote.due(stale))

    async def _ask(self, users: Collection[str]) -> None:
        due = sorted(users)
        for start in range(0, len(due), USERS_AT_ONCE):
            if not await self._query(due[start : start + USERS_AT_ONCE]):
                break

    async def _query(self, users: Collection[str]) -> bool:
        """Whether an answer came."""
        self.olm.users_for_key_query -= set(users)  # who changes meanwhile is asked for again
        self._asked = frozenset(users)
        answered: set[str] = set()
        try:
            method, path, data = Api.keys_query(self.access_token, users)
            body = json.loads(data) | {"timeout": WAIT}
            response = await self._send(KeysQueryResponse, method, path, json.dumps(body))
            if not isinstance(response, KeysQueryResponse):
                return False
            self._remote.heard(users, response.failures)
            # Whom an answering server does not know, it will not know at the next sync either.
            answered = {user for user in users if server_of(user) not in response.failures}
            return True
        finally:
            self._asked = frozenset()
            self.olm.users_for_key_query |= set(users) - answered

    async def keys_claim(self, user_set: Mapping[str, Any]) -> Any:
        method, path, data = Api.keys_claim(self.access_token, user_set)
        body = json.loads(data) | {"timeout": WAIT}
        return await self._send(KeysClaimResponse, method, path, json.dumps(body))

    def devices_in(self, room: str) -> Iterator[OlmDevice]:
        """Those of the room's members, as far as nio knows them, without the one we are."""
        for user in self.rooms[room].users:
            for device in self.olm.device_store.active_user_devices(user):
                if device.id != self.device_id:
                    yield device

    async def sender_device(self, event: Any) -> SenderDevice:
        """What is known of the device that a message comes from; asks first if it may be new."""
        if not event.decrypted:
            return SenderDevice.NONE
        found = self._judged(event)
        if not may_moderate(found, strict=self.olm.trust.strict):
            try:
                await self.refresh_devices([event.sender])
            except NO_ANSWER as error:
                log.warning("device not asked for", extra={"error": type(error).__name__})
            found = self._judged(event)
        return found

    def _judged(self, event: Any) -> SenderDevice:
        device = self.olm.sender_device(event)
        if device is None:
            return SenderDevice.FOREIGN
        signed = self.olm.trust.is_signed(device)
        return SenderDevice.SIGNED if signed else SenderDevice.UNSIGNED

    def doubtful_devices(self, room: RoomId) -> list[DoubtfulDevice]:
        """The devices of a room's members that their owners have not signed, and why.

        Of the members known: all of them once the bot has written there since its start.
        """
        found: list[DoubtfulDevice] = self.olm.trust.doubts(self.devices_in(room))
        return found
