"""Reply round trip: from what a member types to the answer in another member's sync.

Both bots run all along, on the same Synapse, each in a room of its own, and are asked by turns
(blocks A B A B …), so that what slows the machine down slows both. `!fiche 1` once in open rooms,
once in encrypted ones; then a share, whose answer confirms that it is kept and can be found.
"""

import asyncio
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from benchmarks.bots import Bot, commonsbot, echo
from benchmarks.figures import Figure, percentile
from benchmarks.stage import Stage, open_stage
from commonsbot.demo.seen import Event, body_of

BLOCK = 10  # questions
PAUSE = 0.05  # seconds between two questions: a bot may still be busy with its own answer
RESOURCES = 100
DEADLINE = 20.0


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, and how CommonsBot's answer begins; the echo repeats what was typed."""

    what: str
    typed: str
    """{n} makes no two of them the same."""
    answer: str
    bar: float
    """Times the echo's median."""
    encrypted: bool = False

    def is_answer(self, number: int, event: Event) -> bool:
        said = body_of(event)
        return said.startswith((self.typed.format(n=number), self.answer))


CARD = Question("reply", "!fiche 1", "n°\u00a01\u00a0·", 1.15)
SECRET_CARD = replace(CARD, what="encrypted reply", bar=1.3, encrypted=True)
SHARE = Question(
    "capture",
    "!partager Mesure {n} #mesure\nPartagée pour savoir combien de temps il faut.",
    "Merci\u00a0! C'est la fiche",
    1.3,
)


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    return await compared(folder, CARD, quick)


async def measure_encrypted(folder: Path, *, quick: bool) -> list[Figure]:
    return await compared(folder, SECRET_CARD, quick)


async def measure_capture(folder: Path, *, quick: bool) -> list[Figure]:
    return await compared(folder, SHARE, quick)


Blocks = list[list[float]]
"""Seconds from question to answer, block by block."""


async def compared(folder: Path, question: Question, quick: bool) -> list[Figure]:
    """The echo and CommonsBot, asked by turns."""
    encrypted, numbers = question.encrypted, count(1)
    async with (
        open_stage(folder, members=2, secret=encrypted) as stage,
        commonsbot(stage, 1, RESOURCES, encrypted=int(encrypted)) as ours,
        echo(stage, 1, await card_size(stage, ours), encrypted=int(encrypted)) as bare,
    ):
        for bot in (bare, ours):
            await block(stage, bot, question, numbers, 2 * BLOCK)  # warm-up
        taken: tuple[Blocks, Blocks] = ([], [])
        for _ in range(3 if quick else 30):
            for blocks, bot in zip(taken, (bare, ours), strict=True):
                blocks.append(await block(stage, bot, question, numbers, BLOCK))
    return figures(*taken, question)


async def card_size(stage: Stage, bot: Bot) -> int:
    """Characters of the answer to `!fiche 1`, plain and HTML together."""
    asker = stage.members[0]
    asked = await asker.send(bot.rooms[0], "!fiche 1")
    answer = await asker.wait(
        sender=bot.user_id, after=asked, predicate=lambda event: bot.answers(1, event)
    )
    return len(answer["content"]["body"]) + len(answer["content"]["formatted_body"])


async def block(
    stage: Stage, bot: Bot, question: Question, numbers: Iterator[int], size: int
) -> list[float]:
    """Seconds from question to answer, `size` times."""
    return [await round_trip(stage, bot, question, next(numbers)) for _ in range(size)]


async def round_trip(stage: Stage, bot: Bot, question: Question, number: int) -> float:
    asker, onlooker = stage.members[:2]
    await asyncio.sleep(PAUSE)
    start = time.perf_counter()
    asked = await asker.send(bot.rooms[0], question.typed.format(n=number))
    await onlooker.wait(
        sender=bot.user_id,
        after=asked,
        predicate=lambda event: question.is_answer(number, event),
        deadline=DEADLINE,
    )
    return time.perf_counter() - start


def figures(bare: Blocks, ours: Blocks, question: Question) -> list[Figure]:
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
        listed.append(Figure(f"{question.what}, {name}, median", medians[-1], "ms", note=note))
    ratio = medians[1] / medians[0]
    what = f"{question.what}, CommonsBot / nio echo"
    return [*listed, Figure(what, ratio, "", question.bar, note=spread)]
