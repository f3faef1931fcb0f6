"""Memory at rest with 10,000 resources and encryption in use, and the time to a first answer."""

import asyncio
import statistics
import time
from pathlib import Path

from benchmarks.bots import Bot, commonsbot, echo
from benchmarks.figures import Figure
from benchmarks.latency import DEADLINE, card_size
from benchmarks.stage import Stage, open_stage

MEMORY_BAR = 90.0  # MiB
START_BAR = 5.0  # seconds
RESOURCES = 10_000
REST = 30.0  # seconds
ROOMS = 2  # an open one, an encrypted one
STARTS = 7


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    resources, rest, starts = (1000, 5.0, 2) if quick else (RESOURCES, REST, STARTS)
    async with (
        open_stage(folder, members=2, secret=True) as stage,
        commonsbot(stage, ROOMS, resources, encrypted=1) as ours,
    ):
        async with echo(stage, ROOMS, await card_size(stage, ours), encrypted=1) as bare:
            for bot in (bare, ours):
                await answer_everywhere(stage, bot)
            await asyncio.sleep(rest)
            listed = [*at_rest(bare, None), *at_rest(ours, MEMORY_BAR)]
        listed.append(await first_answers(stage, ours, starts))
        await asyncio.sleep(rest)
        listed += at_rest(ours, MEMORY_BAR, "CommonsBot started again")
    note = f"{resources} resources, {rest:g} s of rest, an open and an encrypted room"
    return [*listed, Figure("resources stored", resources, "", note=note)]


async def answer_everywhere(stage: Stage, bot: Bot) -> None:
    """One answer in each room: keys were shared, the encrypted room was read and written."""
    asker = stage.members[1]
    for room in bot.rooms:
        await asker.send(room, "!fiche 1")
        await asker.wait(
            room=room,
            sender=bot.user_id,
            predicate=lambda event: bot.answers(1, event),
            deadline=DEADLINE,
        )


def at_rest(bot: Bot, bar: float | None, name: str = "") -> list[Figure]:
    now = bot.memory()
    note = f"proportional (PSS) {now.proportional:.1f} MiB"
    return [Figure(f"memory at rest, {name or bot.name}", now.resident, "MiB", bar, note=note)]


async def first_answers(stage: Stage, bot: Bot, count: int) -> Figure:
    """A command waits; the time from the start of the process to its answer, seen by sync."""
    taken = []
    asker = stage.members[1]
    for _ in range(count):
        await bot.stop()
        asked = await asker.send(bot.rooms[0], "!fiche 2")
        start = time.perf_counter()
        await bot.start()
        await asker.wait(
            sender=bot.user_id,
            after=asked,
            predicate=lambda event: bot.answers(2, event),
            deadline=DEADLINE,
        )
        taken.append(time.perf_counter() - start)
    note = f"{count} starts, from {min(taken):.2f} to {max(taken):.2f} s"
    median = statistics.median(taken)
    return Figure("start to first answer, CommonsBot, median", median, "s", START_BAR, note=note)
