"""nio's client with our defaults, and its answers as values or our errors."""

import asyncio
import json
import logging
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, cast

import aiohttp
from nio import AsyncClient, AsyncClientConfig, ErrorResponse, RoomSendResponse
from nio.exceptions import LocalProtocolError
from nio.store import SqliteStore
from peewee import SqliteDatabase

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.errors import (
    ConfirmationNeededError,
    MatrixError,
    RateLimitedError,
    RefusedError,
    TokenGoneError,
    UnreachableError,
)

log = logging.getLogger(__name__)

_TOKEN_GONE = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"})
_NO_ANSWER = (aiohttp.ClientError, TimeoutError, OSError, json.JSONDecodeError)


class CryptoStore(SqliteStore):  # type: ignore[misc] # nio ships no types
    """nio's store on WAL: a save costs half, and a backup can read beside it."""

    def _create_database(self) -> SqliteDatabase:
        pragmas = {"foreign_keys": 1, "journal_mode": "wal", "synchronous": "normal"}
        return SqliteDatabase(self.database_path, pragmas=pragmas, timeout=30)

    def save_encrypted_rooms(self, rooms: Collection[str]) -> None:
        """nio saves at every sync, most often nothing: a third of the cost of a small one."""
        if rooms:
            super().save_encrypted_rooms(rooms)


class Client(AsyncClient):  # type: ignore[misc] # nio ships no types
    """Errors come back at once: waiting and trying again is ours to decide."""

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

    def _handle_decrypt_to_device(self, event: Any) -> Any:
        """Anybody can send a malformed to-device message: it must not stop the bot."""
        try:
            return super()._handle_decrypt_to_device(event)
        except ValueError as error:  # vodozemac's exceptions are ValueErrors; nio leaks several
            log.warning("to-device message dropped", extra={"error": type(error).__name__})
            return None

    async def share_group_session(self, room_id: str, *args: Any, **kwargs: Any) -> Any:
        """A failed or cancelled share must not hold every later message to the room."""
        first = room_id not in self.sharing_session
        try:
            return await super().share_group_session(room_id, *args, **kwargs)
        except BaseException:
            waiting = self.sharing_session.pop(room_id, None) if first else None
            if waiting:
                waiting.set()
            raise

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
        except _NO_ANSWER as error:
            raise UnreachableError(f"no answer: {type(error).__name__}") from error
        if response.status != 200:
            raise error_of(response.status, answer if isinstance(answer, dict) else {})
        return cast(dict[str, Any], answer)

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
        except _NO_ANSWER as error:
            raise UnreachableError(f"no answer: {type(error).__name__}") from error
        if isinstance(response, RoomSendResponse):
            return EventId(response.event_id)
        raise response_error(response)


def response_error(response: ErrorResponse) -> MatrixError:
    """nio answers with an object where others raise."""
    transport = response.transport_response
    answer = {
        "errcode": response.status_code or "",
        "error": response.message or "",
        "retry_after_ms": response.retry_after_ms,
    }
    return error_of(transport.status if transport else 0, answer)


def error_of(status: int, answer: Mapping[str, Any]) -> MatrixError:
    """The error that an HTTP status and a standard error response mean (spec, same title)."""
    code = str(answer.get("errcode") or "")
    message = f"{status} {code} {answer.get('error') or ''}".strip()
    if code in _TOKEN_GONE:
        return TokenGoneError(message, code)
    if code == "M_LIMIT_EXCEEDED" or status == 429:
        wait = answer.get("retry_after_ms")
        return RateLimitedError(message, wait / 1000 if isinstance(wait, int | float) else 5.0)
    if status == 401 and "flows" in answer:
        return ConfirmationNeededError(message, code, answer)
    if 400 <= status < 500:
        return RefusedError(message, code)
    return UnreachableError(message, code)


async def wait_before_retry(error: MatrixError, attempt: int) -> None:
    """1, 2, 4 … seconds, a minute at most; or as long as the homeserver asks for."""
    wait = min(2.0 ** min(attempt, 10), 60.0)
    asked = error.retry_after if isinstance(error, RateLimitedError) else 0.0
    await asyncio.sleep(max(wait, asked))
