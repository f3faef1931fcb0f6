"""The way between the bot and its homeserver, on which things can go wrong."""

import asyncio
from typing import Self
from urllib.parse import unquote

from aiohttp import ClientSession, ClientTimeout, web
from yarl import URL

HOP_BY_HOP = {"connection", "content-length", "host", "keep-alive", "transfer-encoding"}


class Road:
    """A reverse proxy to `target`.

    `closed` are rooms whose messages wait at the start of the road until they are taken out of
    it (`open`). The acknowledgements of the next `lost` messages don't come back.
    """

    def __init__(self, target: str) -> None:
        self.closed: dict[str, asyncio.Event] = {}
        self.lost = 0
        self.waiting = asyncio.Event()
        """A message waits for its room to be opened."""
        self._target = target
        self._session: ClientSession | None = None
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def __aenter__(self) -> Self:
        self._session = ClientSession(timeout=ClientTimeout(total=None))
        app = web.Application(client_max_size=2**26)
        app.router.add_route("*", "/{path:.*}", self._pass)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._session and self._runner
        await self._runner.cleanup()
        await self._session.close()

    def close(self, room: str) -> None:
        self.closed[room] = asyncio.Event()

    def open(self, room: str) -> None:
        self.closed.pop(room).set()

    async def _pass(self, request: web.Request) -> web.Response:
        room = room_of_message(request)
        if room in self.closed:
            self.waiting.set()
            await self.closed[room].wait()
        response = await self._forward(request)
        if room and self.lost:
            self.lost -= 1
            assert request.transport
            request.transport.abort()
        return response

    async def _forward(self, request: web.Request) -> web.Response:
        assert self._session
        kept = {k: v for k, v in request.headers.items() if k.lower() not in HOP_BY_HOP}
        async with self._session.request(
            request.method,
            URL(self._target + request.raw_path, encoded=True),
            data=await request.read(),
            headers=kept,
        ) as answer:
            body = await answer.read()
            return web.Response(status=answer.status, body=body, content_type=answer.content_type)


def room_of_message(request: web.Request) -> str:
    """The room that a message is sent to by this request; "" for any other request."""
    parts = request.raw_path.partition("/rooms/")[2].split("/")
    return unquote(parts[0]) if request.method == "PUT" and parts[1:2] == ["send"] else ""
