"""Members of encrypted rooms: a Person whose messages are encrypted by matrix-nio.

All that isn't a message (rooms, members, power) goes by plain HTTP as for any Person. Every
device is trusted: these are toys on a loopback server.
"""

import asyncio
import tempfile
from pathlib import Path
from typing import Any, Self

import aiohttp
from nio import (
    AsyncClient,
    AsyncClientConfig,
    Event,
    MegolmEvent,
    RoomSendResponse,
    SyncResponse,
)
from nio.exceptions import EncryptionError

from commonsbot.demo.homeserver import Account
from commonsbot.demo.people import FILTER, Person
from commonsbot.errors import RefusedError, UnreachableError

ROOM_DEADLINE = 10.0  # seconds for a joined room to reach us by sync


class SecretPerson(Person):
    """A Person who reads and writes encrypted messages.

    Its keys live in `folder`; without one, in a temporary folder that goes with it, which
    suits a device that won't come back (`register` makes a new one each time).
    """

    def __init__(self, url: str, account: Account, folder: Path | None = None) -> None:
        super().__init__(url, account)
        self._passing = tempfile.TemporaryDirectory() if folder is None else None
        store = self._passing.name if self._passing else str(folder)
        settings = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False)
        self._client = AsyncClient(url, account.user_id, account.device_id, store, settings)
        self._client.restore_login(account.user_id, account.device_id, account.access_token)
        self._locked: list[MegolmEvent] = []  # read before their key came

    @classmethod
    async def arrive(cls, url: str, account: Account, folder: Path | None = None) -> Self:
        """A member whose device keys are published, and who follows what comes."""
        person = cls(url, account, folder)
        try:
            await person._sync(timeout_ms=0)
        except BaseException:
            await person.leave_the_network()
            raise
        person._syncs = asyncio.create_task(person._follow(), name=f"syncs of {person.user_id}")
        return person

    async def leave_the_network(self) -> None:
        """Stop the syncs, close the connections and the key store."""
        await super().leave_the_network()
        await self._client.close()
        if self._client.store is not None:
            self._client.store.database.close()
        if self._passing is not None:
            self._passing.cleanup()

    async def send_event(self, room: str, kind: str, content: dict[str, Any]) -> str:
        """Send any event, encrypted where the room is; its id. Waits for a room just joined."""
        async with asyncio.timeout(ROOM_DEADLINE):
            while room not in self._client.rooms:
                await self.seen.grown.wait()
        if self._client.should_query_keys:  # else a member who just came would be left out
            await self._client.keys_query()
        answer = await self._client.room_send(room, kind, content, ignore_unverified_devices=True)
        if not isinstance(answer, RoomSendResponse):
            raise RefusedError(f"{self.user_id} could not send to {room}: {answer}")
        return str(answer.event_id)

    async def _sync(self, timeout_ms: int) -> None:
        try:
            answer = await self._client.sync(timeout_ms, sync_filter=FILTER)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise UnreachableError(f"sync of {self.user_id}: {type(error).__name__}") from error
        if not isinstance(answer, SyncResponse):
            raise UnreachableError(f"sync of {self.user_id}: {answer}")
        await self._do_key_duties()
        self._unlock()
        for room, part in (answer.rooms.join | answer.rooms.leave).items():
            for event in part.timeline.events:
                self._take(room, event)
        self.invites |= answer.rooms.invite.keys()
        self.seen.wake()

    async def _do_key_duties(self) -> None:
        """What sync_forever does beside syncing."""
        await self._client.send_to_device_messages()
        if self._client.should_upload_keys:
            await self._client.keys_upload()
        if self._client.should_query_keys:
            await self._client.keys_query()
        if self._client.should_claim_keys:
            await self._client.keys_claim(self._client.get_users_for_key_claiming())

    def _take(self, room: str, event: Event) -> None:
        if isinstance(event, MegolmEvent):
            event.room_id = room
            self._locked.append(event)
        else:
            self.seen.add([event.source | {"room_id": room}])

    def _unlock(self) -> None:
        """Try again what could not be decrypted: its key may have come."""
        locked, self._locked = self._locked, []
        for event in locked:
            try:
                opened = self._client.decrypt_event(event)
            except EncryptionError:
                self._locked.append(event)
            else:
                self._take(event.room_id, opened)
