"""The whole bot on a played homeserver that gives it syncs at random."""

import asyncio
import logging
from contextlib import suppress
from pathlib import Path

from commonsbot.app import Bot, now
from commonsbot.config import load
from commonsbot.domain.ids import UserId
from commonsbot.matrix.client import Client
from commonsbot.matrix.seeds import SeedFile
from commonsbot.store import Store
from tests.matrix.fuzz import Fuzzer, PlayedHomeserver
from tests.matrix.machines import BOT, ROOM, Eve

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
    homeserver = PlayedHomeserver(Fuzzer(seed, eve).sync, syncs)
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
