"""What the bot's cryptographic identity adds to a start: made at the first, looked at each time.

It is all that happens between the bot's login and its first sync: without an identity the
device's keys would go up after that.
"""

import statistics
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bots import Bot, commonsbot
from benchmarks.figures import Figure
from benchmarks.stage import open_stage

BAR = 150.0  # milliseconds
ACCOUNTS = 10
LATER = 3  # starts of each account after its first


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    first: list[float] = []
    later: list[float] = []
    async with open_stage(folder, members=1) as stage:
        log = {"level": "debug", "format": "json"}
        for _ in range(2 if quick else ACCOUNTS):
            async with commonsbot(stage, 1, 0, log=log) as bot:
                first.append(await milliseconds(bot, 1))
                later += [await started_again(bot, number) for number in range(2, 2 + LATER)]
    return [figure("first start", first), figure("later start", later)]


async def started_again(bot: Bot, number: int) -> float:
    await bot.stop()
    await bot.start()
    return await milliseconds(bot, number)


async def milliseconds(bot: Bot, start: int) -> float:
    """What the bot itself says of its start number `start`."""
    return float((await bot.logged("identity looked after", times=start))["milliseconds"])


def figure(which: str, taken: Sequence[float]) -> Figure:
    note = f"{len(taken)} starts, from {min(taken):g} to {max(taken):g} ms"
    what = f"identity at a {which}, median"
    return Figure(what, statistics.median(taken), "ms", BAR, note=note)
