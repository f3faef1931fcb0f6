"""nio's client with our defaults, and its answers as values or our errors."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

import aiohttp
from nio import (
    AsyncClientConfig,
    ErrorResponse,
    KeysQueryResponse,
    RoomMessagesResponse,
    RoomSendResponse,
    ShareGroupSessionResponse,
    SyncResponse,
    ToDeviceResponse,
)
from nio.exceptions import LocalProtocolError

from commonsbot.domain.diagnosis import Keyless
from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.messages import Sign
from commonsbot.errors import RefusedError, UnreachableError
from commonsbot.matrix.bodies import drop_malformed_devices, listed, well_formed
from commonsbot.matrix.cross_signing import Published
from commonsbot.matrix.crypto_store import CryptoStore
from commonsbot.matrix.device_lists import DeviceLists
from commonsbot.matrix.errors import NO_ANSWER, error_of, response_error
from commonsbot.matrix.key_share import KeyShares
from commonsbot.matrix.machine import Machine
from commonsbot.matrix.sync_body import tidied
from commonsbot.matrix.withheld import Withheld

_PUT_RIGHT = (
    SyncResponse,
    RoomMessagesResponse,
    KeysQueryResponse,
    ShareGroupSessionResponse,
    ToDeviceResponse,
)


class Client(DeviceLists):
    """Errors come back at once: waiting and trying again is ours to decide."""

    store: CryptoStore | None

    def __init__(
        self, homeserver: str, user: str, folder: Path, pickle_key: str, *, strict: bool = False
    ) -> None:
        """`strict`: devices that their owners have not signed get no room keys."""
        config = AsyncClientConfig(
            store=CryptoStore,
            store_name="crypto.sqlite",
            store_sync_tokens=False,  # nio would save it before the batch is handled
            pickle_key=pickle_key,
            max_limit_exceeded=0,
            max_timeouts=0,
        )
        super().__init__(homeserver, user, store_path=str(folder), config=config)
        self._strict = strict
        self._shares = KeyShares()
        self._sharing = asyncio.Lock()
        """One room's key at a time: it takes the memory of a session with each device there."""
        self._withheld = Withheld(lambda: str(self.olm.account.identity_keys["curve25519"]))

    def load_store(self) -> None:
        """The keys of this device, and our machine to use them with."""
        if self.store:
            return
        config = self.config
        store = CryptoStore(
            *(self.user_id, self.device_id, self.store_path),
            *(config.pickle_key, config.store_name),
        )
        self.store = store
        self.olm = Machine(self.user_id, self.device_id, store, strict=self._strict)
        self.encrypted_rooms = store.load_encrypted_rooms()

    async def create_matrix_response(
        self,
        response_class: type,
        transport_response: aiohttp.ClientResponse,
        data: tuple[Any, ...] | None = None,
        save_to: Any = None,
    ) -> Any:
        """What came is put right before nio judges it: it refuses all for one wrong part."""
        if response_class not in _PUT_RIGHT:
            return await super().create_matrix_response(
                response_class, transport_response, data, save_to
            )
        parsed: Any = await self.parse_body(transport_response)
        body = parsed if isinstance(parsed, dict) else {}
        if transport_response.status != 200:
            body.setdefault("errcode", "M_UNKNOWN")  # of a proxy; nio takes {} for a success
            body.setdefault("error", "no Matrix answer")
        elif response_class is KeysQueryResponse:
            drop_malformed_devices(body)
        elif response_class is RoomMessagesResponse:
            body["chunk"] = well_formed(listed(body, "chunk"), room=str(data[0]) if data else "")
        elif response_class is SyncResponse:
            if isinstance(self.olm, Machine):
                self.olm.counted(body)
            body = tidied(body)
        response = cast(Any, response_class).from_dict(body, *(data or ()))
        response.transport_response = transport_response
        if isinstance(response, KeysQueryResponse):  # nio leaves the identities out
            response.published = {user: Published.read(user, body) for user in response.device_keys}
        return response

    async def close(self) -> None:
        """The connections, and the file of the keys."""
        await super().close()
        if self.store:
            self.store.database.close()

    async def receive_response(self, response: Any) -> None:
        """An error changes nothing here.

        nio forgets the token at a soft logout, which the next sync tells us properly, and by
        mistake when a room key can't be delivered: the bot would be mute until its restart.
        """
        if not isinstance(response, ErrorResponse):
            await super().receive_response(response)

    async def share_group_session(self, room_id: str, *args: Any, **kwargs: Any) -> Any:
        """A failed or cancelled share must not hold every later message to the room.

        Raises UnreachableError where a device that could have the key did not get it, and where
        the key is no longer that of the room: somebody's devices changed.
        """
        first = room_id not in self.sharing_session
        try:
            async with self._sharing:
                answer = await super().share_group_session(room_id, *args, **kwargs)
        except BaseException as error:
            waiting = self.sharing_session.pop(room_id, None) if first else None
            if waiting:
                waiting.set()
            if isinstance(error, KeyError):  # the key was dropped while nio shared it
                raise UnreachableError("room key changed meanwhile") from error
            raise
        self._shares.check(self.olm, room_id, self.rooms[room_id].users)
        await self._reckon_with_unsigned(room_id)
        return answer

    async def _reckon_with_unsigned(self, room: str) -> None:
        trust, session = self.olm.trust, self.olm.outbound_group_sessions[room]
        unsigned = [device for device in self.devices_in(room) if not trust.is_signed(device)]
        trust.warn(room, unsigned)
        if trust.strict and unsigned:
            self._withheld.note(room, session, unsigned)
            await self.tell_left_out()
            if self.olm.outbound_group_sessions.get(room) is not session:
                raise UnreachableError("room key changed meanwhile")

    async def tell_left_out(self) -> None:
        """Those without a room key who could not be told so before."""
        await self._withheld.tell(self.call)

    def keyless(self, room: RoomId) -> tuple[Keyless, ...] | None:
        """Devices that the last room key given did not reach; None when none was given yet."""
        return self._shares.keyless.get(room)

    async def call(
        self, method: str, path: str, body: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """One request of the client-server API, for what nio has no method for.

        `path` follows `/_matrix/client`. Raises MatrixError.
        """
        headers = {"Content-Type": "application/json"}
        if self.access_token:
            headers["Authorization"] = f"Bearer {self.access_token}"
        data = None if body is None else json.dumps(body)
        try:
            response = await self.send(method, f"/_matrix/client{path}", data, headers)
            answer = await response.json(content_type=None)
        except NO_ANSWER as error:
            raise UnreachableError(f"no answer: {type(error).__name__}") from error
        if response.status != 200:
            fault = answer if isinstance(answer, dict) else {}
            raise error_of(response.status, fault, response.headers)
        return cast(dict[str, Any], answer)

    async def redact(self, room: RoomId, event: EventId, txn_id: str) -> EventId:
        """Takes back a message of ours (spec, "Redactions"). Raises MatrixError."""
        path = f"/v3/rooms/{quote(room)}/redact/{quote(event)}/{txn_id}"
        answer = await self.call("PUT", path, {})
        return EventId(str(answer.get("event_id")))

    async def pin(self, room: RoomId, event: EventId) -> EventId:
        """Adds a message to those that are pinned (spec, "m.room.pinned_events"). Twice is once.
        Raises MatrixError."""
        path = f"/v3/rooms/{quote(room)}/state/m.room.pinned_events/"
        try:
            pinned = (await self.call("GET", path)).get("pinned")
        except RefusedError:  # none was ever pinned
            pinned = None
        others = [one for one in pinned if one != event] if isinstance(pinned, list) else []
        answer = await self.call("PUT", path, {"pinned": [*others, event]})
        return EventId(str(answer.get("event_id")))

    async def say(self, room: RoomId, content: Mapping[str, Any], txn_id: str) -> EventId:
        """Sends one `m.room.message`, encrypted where the room is. Raises MatrixError."""
        return await self._say(room, "m.room.message", content, txn_id)

    async def react(self, room: RoomId, sign: Sign, txn_id: str) -> EventId:
        """Puts an emoji on a message; never encrypted, so that homeservers can count them (spec,
        "Event annotations and reactions"). Raises MatrixError."""
        relation = {"rel_type": "m.annotation", "event_id": sign.on, "key": sign.emoji}
        return await self._say(room, "m.reaction", {"m.relates_to": relation}, txn_id)

    async def _say(
        self, room: RoomId, kind: str, content: Mapping[str, Any], txn_id: str
    ) -> EventId:
        try:
            if (known := self.rooms.get(room)) and known.encrypted:
                await self.refresh_devices(known.users)
            response = await self.room_send(
                room,
                kind,
                dict(content),
                tx_id=txn_id,
                ignore_unverified_devices=True,
            )
        except LocalProtocolError as error:
            raise UnreachableError(f"not ready: {error}") from error
        except NO_ANSWER as error:
            raise UnreachableError(f"no answer: {type(error).__name__}") from error
        if isinstance(response, RoomSendResponse):
            return EventId(response.event_id)
        raise response_error(response)
