"""Reply round trip: from what a member types to the answer in another member's sync.

Two things are typed: `!fiche 1`, and a share, whose answer confirms that it is kept and findable.
Both bots run all along, on the same Synapse, each in a room of its own, and are asked by turns
(blocks A B A B …), so that what slows the machine down slows both.
"""

import asyncio
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
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
    """What is typed, and how CommonsBot's answer to it begins; the echo repeats it."""

    what: str
    typed: str
    """Holds {n}: no two questions are the same."""
    answer: str
    bar: float
    """Times the echo's median."""

    def is_answer(self, number: int, event: Event) -> bool:
        said = body_of(event)
        typed = self.typed.format(n=number)
        return said.startswith((typed, self.answer.format(n=number)))


CARD = Question("reply", "!fiche 1", "n°\u00a01\u00a0·", 1.15)
SHARE = Question(
    "capture",
    "!partager Mesure {n} #mesure\nPartagée pour savoir combien de temps il faut.",
    "Merci\u00a0! C'est la fiche",
    1.3,
)


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    blocks = 3 if quick else 30
    async with (
        open_stage(folder, members=2) as stage,
        commonsbot(stage, 1, RESOURCES) as ours,
        echo(stage, 1, await card_size(stage, ours)) as bare,
    ):
        return [
            figure
            for question in (CARD, SHARE)
            for figure in await compared(stage, bare, ours, question, blocks)
        ]


async def compared(
    stage: Stage, bare: Bot, ours: Bot, question: Question, blocks: int
) -> list[Figure]:
    """Both bots asked by turns, after a warm-up."""
    numbers = count(1)
    for bot in (bare, ours):
        await block(stage, bot, question, numbers, 2 * BLOCK)
    taken: dict[str, list[list[float]]] = {bare.name: [], ours.name: []}
    for _ in range(blocks):
        for bot in (bare, ours):
            taken[bot.name].append(await block(stage, bot, question, numbers, BLOCK))
    return figures(question, taken[bare.name], taken[ours.name])


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


def figures(question: Question, bare: list[list[float]], ours: list[list[float]]) -> list[Figure]:
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
