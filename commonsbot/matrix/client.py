"""nio's client with our defaults, and its answers as values or our errors."""

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

import aiohttp
from nio import (
    Api,
    AsyncClient,
    AsyncClientConfig,
    ErrorResponse,
    KeysClaimResponse,
    KeysQueryResponse,
    RoomMessagesResponse,
    RoomSendResponse,
    ShareGroupSessionResponse,
    SyncResponse,
    ToDeviceResponse,
)
from nio.exceptions import LocalProtocolError

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.errors import UnreachableError
from commonsbot.matrix.bodies import drop_malformed_devices, name_senders
from commonsbot.matrix.crypto_store import CryptoStore
from commonsbot.matrix.errors import NO_ANSWER, error_of, response_error
from commonsbot.matrix.key_share import KeyShares
from commonsbot.matrix.machine import Machine
from commonsbot.matrix.remote_servers import WAIT, RemoteServers, server_of

_PUT_RIGHT = (
    SyncResponse,
    RoomMessagesResponse,
    KeysQueryResponse,
    ShareGroupSessionResponse,
    ToDeviceResponse,
)


class Client(AsyncClient):  # type: ignore[misc] # nio ships no types
    """Errors come back at once: waiting and trying again is ours to decide."""

    store: CryptoStore | None

    def __init__(self, homeserver: str, user: str, folder: Path, pickle_key: str) -> None:
        config = AsyncClientConfig(
            store=CryptoStore,
            store_name="crypto.sqlite",
            store_sync_tokens=False,  # nio would save it before the batch is handled
            pickle_key=pickle_key,
            max_limit_exceeded=0,
            max_timeouts=0,
        )
        super().__init__(homeserver, user, store_path=str(folder), config=config)
        self._shares = KeyShares()
        self._remote = RemoteServers(time.monotonic)

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
        self.olm = Machine(self.user_id, self.device_id, store)
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
        else:
            name_senders(body)
            if response_class is SyncResponse and isinstance(self.olm, Machine):
                self.olm.counted(body)
        response = cast(Any, response_class).from_dict(body, *(data or ()))
        response.transport_response = transport_response
        return response

    @property
    def should_query_keys(self) -> bool:
        return bool(self._remote.due(self.olm.users_for_key_query))

    async def keys_query(self) -> Any:
        """Asks for the devices of those users who are due. A dead server must not keep the rest."""
        asked = self._remote.due(self.olm.users_for_key_query)
        method, path, data = Api.keys_query(self.access_token, asked)
        body = json.loads(data) | {"timeout": WAIT}
        response = await self._send(KeysQueryResponse, method, path, json.dumps(body))
        if isinstance(response, KeysQueryResponse):
            self._remote.heard(asked, response.failures)
            # Whom an answering server does not know, it will not know at the next sync either.
            self.olm.users_for_key_query -= {
                u for u in asked if server_of(u) not in response.failures
            }
        return response

    async def keys_claim(self, user_set: Mapping[str, Any]) -> Any:
        method, path, data = Api.keys_claim(self.access_token, user_set)
        body = json.loads(data) | {"timeout": WAIT}
        return await self._send(KeysClaimResponse, method, path, json.dumps(body))

    async def receive_response(self, response: Any) -> None:
        """An error changes nothing here.

        nio forgets the token at a soft logout, which the next sync tells us properly, and by
        mistake when a room key can't be delivered: the bot would be mute until its restart.
        """
        if not isinstance(response, ErrorResponse):
            await super().receive_response(response)

    async def share_group_session(self, room_id: str, *args: Any, **kwargs: Any) -> Any:
        """A failed or cancelled share must not hold every later message to the room.

        Raises UnreachableError where a device that could have the key did not get it.
        """
        first = room_id not in self.sharing_session
        try:
            answer = await super().share_group_session(room_id, *args, **kwargs)
        except BaseException:
            waiting = self.sharing_session.pop(room_id, None) if first else None
            if waiting:
                waiting.set()
            raise
        self._shares.check(self.olm, room_id, self.rooms[room_id].users)
        return answer

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

    async def say(self, room: RoomId, content: Mapping[str, Any], txn_id: str) -> EventId:
        """Sends one `m.room.message`, encrypted where the room is. Raises MatrixError."""
        try:
            response = await self.room_send(
                room,
                "m.room.message",
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
