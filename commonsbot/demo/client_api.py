"""Plain calls to a homeserver: one method, with our errors instead of status codes."""

import asyncio
from typing import Any, Self

import aiohttp

from commonsbot.errors import MatrixError, RefusedError, TokenGoneError, UnreachableError

CLIENT = "/_matrix/client/v3"
PATIENCE = 60.0  # seconds for one request; a long poll asks for less


class ClientApi:
    """Requests to the homeserver at `url`, in the name of the owner of `token` ("" for none)."""

    def __init__(self, url: str, token: str = "") -> None:
        self.url = url
        self.token = token
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(self, path: str, **query: str | int) -> dict[str, Any]:
        """GET `path`."""
        return await self.call("GET", path, query=query)

    async def post(self, path: str, content: dict[str, Any] | None = None) -> dict[str, Any]:
        """POST `content` to `path`."""
        return await self.call("POST", path, content or {})

    async def put(self, path: str, content: dict[str, Any]) -> dict[str, Any]:
        """PUT `content` at `path`."""
        return await self.call("PUT", path, content)

    async def call(
        self,
        method: str,
        path: str,
        content: dict[str, Any] | None = None,
        query: dict[str, str | int] | None = None,
    ) -> dict[str, Any]:
        """The server's JSON answer. Waits as long as it is told to when it limits the rate.

        `path` is quoted already. Raises TokenGoneError, RefusedError or UnreachableError.
        """
        while True:
            status, answer = await self._exchange(method, path, content, query)
            if status != 429:
                break
            await asyncio.sleep(answer.get("retry_after_ms", 1000) / 1000)
        if status < 400:
            return answer
        raise refusal(f"{method} {path}", status, answer)

    async def _exchange(
        self,
        method: str,
        path: str,
        content: dict[str, Any] | None,
        query: dict[str, str | int] | None,
    ) -> tuple[int, dict[str, Any]]:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE))
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        try:
            async with self._session.request(
                method,
                self.url + path,
                json=content,
                params=query,
                headers=headers,
            ) as response:
                answer: dict[str, Any] = await response.json(content_type=None)
                return response.status, answer
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise UnreachableError(f"{method} {path}: {error or type(error).__name__}") from error


def refusal(request: str, status: int, answer: dict[str, Any]) -> MatrixError:
    """The error that says why `request` failed (spec, "Standard error response")."""
    code = str(answer.get("errcode", ""))
    message = f"{request}: {status} {code} {answer.get('error', '')}".rstrip()
    if code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
        return TokenGoneError(message, code)
    kind = UnreachableError if status >= 500 else RefusedError
    return kind(message, code)
