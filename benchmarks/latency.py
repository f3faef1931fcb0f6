"""Reply round trip: from a member's `!fiche 1` to the answer in another member's sync.

Both bots run all along, on the same Synapse, each in a room of its own, and are asked by turns
(blocks A B A B …), so that what slows the machine down slows both. Once in open rooms, once in
encrypted ones.
"""

import asyncio
import statistics
import time
from pathlib import Path

from benchmarks.bots import Bot, commonsbot, echo
from benchmarks.figures import Figure, percentile
from benchmarks.stage import Stage, open_stage

BAR = 1.15  # times the echo's median
ENCRYPTED_BAR = 1.3
BLOCK = 10  # questions
PAUSE = 0.05  # seconds between two questions: a bot may still be busy with its own answer
RESOURCES = 100
DEADLINE = 20.0


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    return figures(*await by_turns(folder, quick, encrypted=False), "reply", BAR)


async def measure_encrypted(folder: Path, *, quick: bool) -> list[Figure]:
    return figures(*await by_turns(folder, quick, encrypted=True), "encrypted reply", ENCRYPTED_BAR)


Blocks = list[list[float]]
"""Seconds from question to answer, block by block."""


async def by_turns(folder: Path, quick: bool, *, encrypted: bool) -> tuple[Blocks, Blocks]:
    """Those of the echo, and ours."""
    async with (
        open_stage(folder, members=2, secret=encrypted) as stage,
        commonsbot(stage, 1, RESOURCES, encrypted=int(encrypted)) as ours,
        echo(stage, 1, await card_size(stage, ours), encrypted=int(encrypted)) as bare,
    ):
        for bot in (bare, ours):
            await block(stage, bot, 2 * BLOCK)  # warm-up
        taken: tuple[Blocks, Blocks] = ([], [])
        for _ in range(3 if quick else 30):
            for blocks, bot in zip(taken, (bare, ours), strict=True):
                blocks.append(await block(stage, bot, BLOCK))
    return taken


async def card_size(stage: Stage, bot: Bot) -> int:
    """Characters of the answer to `!fiche 1`, plain and HTML together."""
    asker = stage.members[0]
    asked = await asker.send(bot.rooms[0], "!fiche 1")
    answer = await asker.wait(
        sender=bot.user_id, after=asked, predicate=lambda event: bot.answers(1, event)
    )
    return len(answer["content"]["body"]) + len(answer["content"]["formatted_body"])


async def block(stage: Stage, bot: Bot, count: int) -> list[float]:
    """Seconds from question to answer, `count` times."""
    return [await round_trip(stage, bot) for _ in range(count)]


async def round_trip(stage: Stage, bot: Bot) -> float:
    asker, onlooker = stage.members[:2]
    await asyncio.sleep(PAUSE)
    start = time.perf_counter()
    asked = await asker.send(bot.rooms[0], "!fiche 1")
    await onlooker.wait(
        sender=bot.user_id,
        after=asked,
        predicate=lambda event: bot.answers(1, event),
        deadline=DEADLINE,
    )
    return time.perf_counter() - start


def figures(bare: Blocks, ours: Blocks, what: str, bar: float) -> list[Figure]:
    """Milliseconds, and the ratio of medians with its spread over pairs of blocks."""
    ratios = [statistics.median(b) / statistics.median(a) for a, b in zip(bare, ours, strict=True)]
    low, _, high = statistics.quantiles(ratios, n=4)
    spread = f"half of the {len(ratios)} pairs of blocks between {low:.2f} and {high:.2f}"
    medians = []
    listed = []
    for name, blocks in (("nio echo", bare), ("CommonsBot", ours)):
        values = [1000 * value for part in blocks for value in part]
        medians.append(statistics.median(values))
        note = f"p95 {percentile(values, 95):.1f} ms, {len(values)} answers"
        listed.append(Figure(f"{what}, {name}, median", medians[-1], "ms", note=note))
    ratio = medians[1] / medians[0]
    return [*listed, Figure(f"{what}, CommonsBot / nio echo", ratio, "", bar, note=spread)]
