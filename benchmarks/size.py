"""What a large account costs more than an empty one: memory at rest, and the time to a start.

Large: thousands of room keys, kept from years of messages, and encrypted rooms with a thousand
members each, all of whom the bot knows because it has spoken there since its start. The
homeserver is played (`crowd.py`): a real one would need an hour to take so many members.
"""

import asyncio
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

from nio.crypto import InboundGroupSession, OutboundGroupSession

from benchmarks.bots import Bot, commonsbot_of
from benchmarks.crowd import BOT, DEVICE, OPEN_ROOM, Crowd
from benchmarks.figures import Figure
from commonsbot.demo.homeserver import Account
from commonsbot.matrix.crypto_store import CryptoStore

MEMORY_BAR = 40.0  # MiB more
START_BAR = 3.0  # seconds more
ROOMS = 20
MEMBERS = 1000  # of each room
ROOM_KEYS = 10_000
STARTS = 7
REST = 10.0  # seconds


@dataclass(frozen=True, slots=True)
class Size:
    rooms: int
    members: int
    room_keys: int


@dataclass(frozen=True, slots=True)
class Cost:
    memory: float
    """MiB at rest, after an answer in every room."""
    start: float
    """Seconds from the start of the process to the answer in an open room, median."""
    first_words: float
    """Seconds to the first answer in an encrypted room, all its members given the key."""


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    large = Size(4, 100, 1000) if quick else Size(ROOMS, MEMBERS, ROOM_KEYS)
    starts = 2 if quick else STARTS
    empty = await cost(folder / "empty", Size(1, 1, 0), starts)
    full = await cost(folder / "large", large, starts)
    note = f"{large.room_keys} room keys, {large.rooms} encrypted rooms of {large.members} members"
    from_to = f"from {empty.memory:.1f} to {full.memory:.1f} MiB"
    seconds = f"from {empty.start:.2f} to {full.start:.2f} s"
    return [
        Figure(
            "memory of a large account", full.memory - empty.memory, "MiB", MEMORY_BAR, note=from_to
        ),
        Figure("start of a large account", full.start - empty.start, "s", START_BAR, note=seconds),
        Figure("its first answer in an encrypted room", full.first_words, "s", note=note),
    ]


async def cost(folder: Path, size: Size, starts: int) -> Cost:
    async with Crowd(size.rooms, size.members) as crowd:
        account = Account(BOT, DEVICE, "a token", "")
        bot = commonsbot_of(account, crowd.url, folder, rooms=[OPEN_ROOM, *crowd.rooms])
        try:
            await bot.start()
            for room in bot.rooms:  # it introduces itself
                await crowd.heard(room, deadline=600)
            await bot.stop()
            give_keys(folder / "data" / "crypto", crowd, size.room_keys)
            taken = [await first_answer(bot, crowd, OPEN_ROOM) for _ in range(starts)]
            words = await first_answer(bot, crowd, crowd.rooms[0])
            for room in bot.rooms:
                await answer(crowd, room)
            await asyncio.sleep(REST)
            return Cost(bot.memory().resident, statistics.median(taken), words)
        finally:
            await bot.stop()


def give_keys(folder: Path, crowd: Crowd, count: int) -> None:
    """Room keys of the members, as if they had written for years."""
    pickle_key = (folder / "pickle.key").read_text()
    store = CryptoStore(BOT, DEVICE, str(folder), pickle_key, "crypto.sqlite")
    with store.database.atomic():
        for number in range(count):
            sender = crowd.members[number % len(crowd.members)]
            room = crowd.rooms[number % len(crowd.rooms)]
            key = OutboundGroupSession().session_key
            store.save_inbound_group_session(
                InboundGroupSession(key, "ed25519", sender.sender_key, room)
            )
    store.database.close()


async def first_answer(bot: Bot, crowd: Crowd, room: str) -> float:
    """A command waits; the time from the start of the process to its answer."""
    await bot.stop()
    before = await crowd.ask(room, "!aide")
    start = time.perf_counter()
    await bot.start()
    await crowd.heard(room, before)
    return time.perf_counter() - start


async def answer(crowd: Crowd, room: str) -> None:
    await crowd.heard(room, await crowd.ask(room, "!aide"))
