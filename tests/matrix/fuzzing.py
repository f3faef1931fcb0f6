"""The whole bot on a played homeserver that gives it syncs at random."""

import asyncio
import logging
from contextlib import suppress
from pathlib import Path

from commonsbot.app import Bot, now
from commonsbot.config import load
from commonsbot.matrix.client import Client
from commonsbot.store import Store
from tests.matrix.fuzz import Fuzzer, PlayedHomeserver
from tests.matrix.machines import BOT, ROOM, Eve

MEGOLM_MESSAGES = 10**9
CONFIG = f"""homeserver: http://127.0.0.1:9
account: "{BOT}"
rooms: ["{ROOM}"]
pace: {{per_second: 1000000, burst: 1000000}}
"""


async def serve_through(client: Client, eve: Eve, folder: Path, seed: int, syncs: int) -> None:
    """Returns once the bot has handled `syncs` syncs. Raises what ended it before."""
    logging.getLogger("nio").setLevel(logging.CRITICAL)  # as in the bot
    client.olm.handle_to_device_event(eve.shares_room_key())
    eve.machine.outbound_group_sessions[ROOM].max_messages = MEGOLM_MESSAGES
    homeserver = PlayedHomeserver(Fuzzer(seed, eve).sync, syncs)
    client.send = homeserver.send
    (folder / "commonsbot.yaml").write_text(CONFIG)
    store = await Store.open(folder / "commonsbot.db", now)
    try:
        bot = Bot(
            load(folder / "commonsbot.yaml", "fr", {"COMMONSBOT_ACCESS_TOKEN": "t"}), store, client
        )
        serving = asyncio.ensure_future(bot.run())
        emptied = asyncio.ensure_future(homeserver.emptied.wait())
        await asyncio.wait((serving, emptied), return_when=asyncio.FIRST_COMPLETED)
        emptied.cancel()
        if serving.done():
            serving.result()
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving
    finally:
        await store.close()
