"""The sync loop on a homeserver that is ill, and when the bot dies amid a batch."""

import asyncio
import copy
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from commonsbot.app import Bot, now
from commonsbot.config import load
from commonsbot.domain.ids import UserId
from commonsbot.errors import MatrixError, RateLimitedError, TokenGoneError
from commonsbot.handling import Handling
from commonsbot.matrix import errors, inbox
from commonsbot.matrix.client import Client
from commonsbot.matrix.seeds import SeedFile
from commonsbot.store import Store
from tests.matrix.fuzzing import CONFIG, KNOWN, SECRETS
from tests.matrix.machines import BOT, EVE, ROOM

TITLES = "SELECT title FROM resource ORDER BY id"

Ill = Callable[[web.Request], Awaitable[web.StreamResponse]]


class IllHomeserver:
    """On a real socket. After the first sync it answers as `ill` does, then with `syncs`."""

    def __init__(self) -> None:
        self.ill: list[Ill] = []
        self.syncs: list[dict[str, Any]] = []
        self.asked = 0
        self.emptied = asyncio.Event()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if "since" in request.query:
            return await self._sync(request)
        [known, *_] = [answer for word, answer in KNOWN.items() if word in request.path] or [{}]
        return web.json_response(copy.deepcopy(known))

    async def _sync(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        if self.ill:
            return await self.ill.pop(0)(request)
        if not self.syncs:
            self.emptied.set()
            await asyncio.Event().wait()
        return web.json_response(self.syncs.pop(0))


@pytest.fixture
async def homeserver() -> IllHomeserver:
    return IllHomeserver()


@pytest.fixture
async def bot(homeserver: IllHomeserver, tmp_path: Path) -> AsyncIterator[Bot]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", homeserver.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.01)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    client = Client(f"http://127.0.0.1:{runner.addresses[0][1]}", BOT, tmp_path, "a pickle key")
    client.restore_login(BOT, "BOTDEVICE", "a token")
    (tmp_path / "commonsbot.yaml").write_text(CONFIG)
    config = load(tmp_path / "commonsbot.yaml", "fr", SECRETS)
    store = await Store.open(tmp_path / "commonsbot.db", now)
    yield Bot(config, store, client, SeedFile(tmp_path, UserId(BOT)))
    await client.close()
    await store.close()
    await runner.cleanup()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[tuple[MatrixError, int]]:
    """Why and for the how manieth time in a row the loop waits; here it does so in no time."""
    waits: list[tuple[MatrixError, int]] = []

    async def wait(error: MatrixError, attempt: int) -> None:
        waits.append((error, attempt))

    monkeypatch.setattr(inbox, "wait_before_retry", wait)
    return waits


async def serve(bot: Bot, homeserver: IllHomeserver) -> None:
    """Until every sync was handled. Raises what ended the loop before."""
    serving = asyncio.create_task(bot.inbox.run())
    emptied = asyncio.create_task(homeserver.emptied.wait())
    await asyncio.wait((serving, emptied), return_when=asyncio.FIRST_COMPLETED, timeout=20)
    emptied.cancel()
    if not serving.done():
        serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving


def sync(token: str, *texts: str) -> dict[str, Any]:
    events = [
        {
            "type": "m.room.message",
            "event_id": f"${text}",
            "sender": EVE,
            "origin_server_ts": round(now().timestamp() * 1000),
            "content": {"msgtype": "m.text", "body": f"!partager {text}"},
        }
        for text in texts
    ]
    return {"next_batch": token, "rooms": {"join": {ROOM: {"timeline": {"events": events}}}}}


def kept(folder: Path, sql: str) -> list[str]:
    """What the bot's database holds."""
    with closing(sqlite3.connect(folder / "commonsbot.db")) as database:
        return [value for (value,) in database.execute(sql)]


async def proxys_page(_: web.Request) -> web.StreamResponse:
    return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")


async def cut_answer(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"next_batch": "s1"')
    assert request.transport
    request.transport.close()
    return response


async def no_answer(request: web.Request) -> web.StreamResponse:
    assert request.transport
    request.transport.abort()
    return web.Response()


def saying(text: str, status: int = 200, **headers: str) -> Ill:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(
            status=status, text=text, content_type="application/json", headers=headers
        )

    return answer


ILLNESSES: dict[str, Ill] = {
    "a proxy's page": proxys_page,
    "an answer cut in its body": cut_answer,
    "no answer": no_answer,
    "half a JSON": saying('{"next_batch": '),
    "nothing": saying(""),
    "a list": saying("[]"),
    "a server error": saying('{"errcode": "M_UNKNOWN", "error": "no"}', 500),
    "a proxy's 404": saying("{}", 404),
    "a filter forgotten": saying('{"errcode": "M_NOT_FOUND", "error": "No such filter"}', 404),
    "a rate limit": saying('{"errcode": "M_LIMIT_EXCEEDED"}', 429, **{"Retry-After": "7"}),
}


@pytest.mark.parametrize("illness", ILLNESSES)
async def test_an_ill_homeserver_is_waited_for_and_nothing_is_lost(
    bot: Bot,
    homeserver: IllHomeserver,
    waits: list[tuple[MatrixError, int]],
    illness: str,
    tmp_path: Path,
) -> None:
    homeserver.syncs = [sync("s1", "avant"), sync("s2", "après")]
    homeserver.ill = [ILLNESSES[illness]] * 3
    await serve(bot, homeserver)
    attempts = [attempt for _, attempt in waits]  # plain nio: none, a hot loop, or its end
    assert attempts and attempts == list(range(len(attempts)))
    assert kept(tmp_path, TITLES) == ["avant", "après"]


async def test_the_homeserver_says_how_long_to_wait(
    bot: Bot, homeserver: IllHomeserver, waits: list[tuple[MatrixError, int]]
) -> None:
    homeserver.ill = [ILLNESSES["a rate limit"]]
    await serve(bot, homeserver)
    [(error, _)] = waits
    assert isinstance(error, RateLimitedError) and error.retry_after == 7


async def test_the_waits_grow_to_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    for attempt in range(9):
        await errors.wait_before_retry(MatrixError("no"), attempt)
    assert slept == [1, 2, 4, 8, 16, 32, 60, 60, 60]


@pytest.mark.parametrize("soft", ["true", "false"])
async def test_a_lost_token_ends_the_loop_at_once(
    bot: Bot, homeserver: IllHomeserver, soft: str
) -> None:
    gone = f'{{"errcode": "M_UNKNOWN_TOKEN", "error": "gone", "soft_logout": {soft}}}'
    homeserver.ill = [saying(gone, 401)]
    with pytest.raises(TokenGoneError):
        await serve(bot, homeserver)
    assert homeserver.asked == 1  # plain nio: asks on and on, or "Not logged in"


class Killed(BaseException):
    """The process ends here."""


async def test_a_batch_is_read_again_when_the_bot_dies_in_it(
    bot: Bot, homeserver: IllHomeserver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = sync("s1", "un", "deux", "trois")
    homeserver.syncs = [copy.deepcopy(batch)]
    happened = Handling._message

    async def dies_at_two(self: Handling, message: Any, outage: str) -> None:
        await happened(self, message, outage)
        if message.event == "$deux":
            raise Killed

    monkeypatch.setattr(Handling, "_message", dies_at_two)
    with pytest.raises(Killed):
        await serve(bot, homeserver)
    assert kept(tmp_path, "SELECT token FROM sync") == ["s0"]  # plain nio: s1, and "trois" is lost
    monkeypatch.setattr(Handling, "_message", happened)
    homeserver.syncs = [batch]
    homeserver.emptied.clear()
    await serve(bot, homeserver)
    assert kept(tmp_path, TITLES) == ["un", "deux", "trois"]
