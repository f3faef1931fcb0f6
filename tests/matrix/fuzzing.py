"""The whole bot on a played homeserver that gives it syncs at random."""

import asyncio
import copy
import logging
from contextlib import suppress
from pathlib import Path
from typing import Any

from commonsbot.app import Bot, now
from commonsbot.config import load
from commonsbot.domain.ids import UserId
from commonsbot.matrix.client import Client
from commonsbot.matrix.seeds import SeedFile
from commonsbot.store import Store
from tests.matrix.contents import STATE
from tests.matrix.fuzz import Fuzzer
from tests.matrix.machines import BOT, EVE, ROOM, Answer, Eve

MEGOLM_MESSAGES = 10**9
CONFIG = f"""homeserver: http://127.0.0.1:9
account: "{BOT}"
rooms: ["{ROOM}"]
pace: {{per_second: 1000000, burst: 1000000}}
"""
SECRETS = {"COMMONSBOT_ACCESS_TOKEN": "a token"}


async def serve_through(client: Client, eve: Eve, folder: Path, seed: int, syncs: int) -> None:
    """Returns once the bot has handled `syncs` syncs. Raises what ended it before."""
    logging.getLogger("nio").setLevel(logging.CRITICAL)  # as in the bot
    client.olm.handle_to_device_event(eve.shares_room_key())
    eve.machine.outbound_group_sessions[ROOM].max_messages = MEGOLM_MESSAGES
    homeserver = PlayedHomeserver(Fuzzer(seed, eve), syncs)
    client.send = homeserver.send
    path = folder / "commonsbot.yaml"
    path.write_text(CONFIG)
    store = await Store.open(folder / "commonsbot.db", now)
    try:
        bot = Bot(load(path, "fr", SECRETS), store, client, SeedFile(folder, UserId(BOT)))
        await until(homeserver.emptied, asyncio.create_task(bot.run()))
    finally:
        await store.close()


async def until(emptied: asyncio.Event, serving: asyncio.Task[None]) -> None:
    """Ends `serving` once it is `emptied`. Raises what ended it before."""
    waiting = asyncio.create_task(emptied.wait())
    await asyncio.wait((serving, waiting), return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if serving.done():
        serving.result()
    serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving


class PlayedHomeserver:
    """Gives `count` syncs that `fuzzer` makes, then nothing more."""

    def __init__(self, fuzzer: Fuzzer, count: int) -> None:
        self.emptied = asyncio.Event()
        self._fuzzer = fuzzer
        self._count = count
        self._given = 0

    async def send(self, _method: str, path: str, *_: Any, **__: Any) -> Answer:
        """In place of the client's own."""
        if "/sync" in path and "since=" in path:
            return Answer(await self._sync())
        if "/messages" in path:
            return Answer(self._fuzzer.page(self._given))
        if "/keys/query" in path:
            return Answer(self._fuzzer.devices())
        for word, answer in KNOWN.items():
            if word in path:
                return Answer(copy.deepcopy(answer))
        return Answer({"errcode": "M_NOT_FOUND", "error": "Not found"}, 404)

    async def _sync(self) -> dict[str, Any]:
        if self._given == self._count:
            self.emptied.set()
            await asyncio.Event().wait()
        self._given += 1
        return self._fuzzer.sync(self._given)


def _state(kind: str, key: str, content: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": kind,
        "state_key": key,
        "content": content,
        "sender": EVE,
        "event_id": f"$state-{kind}-{key}",
        "origin_server_ts": 1,
    }


JOINED = {
    "state": {
        "events": [
            _state("m.room.create", "", {"room_version": "11"}),
            _state("m.room.power_levels", "", {"users": {EVE: 0}}),
            _state("m.room.encryption", "", STATE["m.room.encryption"]),
            *(_state("m.room.member", user, {"membership": "join"}) for user in (BOT, EVE)),
        ]
    },
    "timeline": {"events": [], "limited": False},
}
"""The bot's room, at its first sync."""

KNOWN: dict[str, dict[str, Any]] = {
    "/filter": {"filter_id": "1"},
    "/sync": {"next_batch": "s0", "rooms": {"join": {ROOM: JOINED}}},
    "/joined_members": {"joined": {BOT: {}, EVE: {}}},
    "/keys/claim": {"one_time_keys": {}, "failures": {}},
    "/keys/upload": {"one_time_key_counts": {"signed_curve25519": 50}},
    "/sendToDevice": {},
    "/send/": {"event_id": "$sent"},
    "/leave": {},
    "/forget": {},
    "/join/": {"room_id": ROOM},
}
"""What is asked for, by a part of its path, and the answer."""
