"""Under load: processor time of a thousand commands, and five hundred commands in one burst."""

import asyncio
import time
from collections import Counter
from pathlib import Path

from benchmarks.bots import Bot, commonsbot, echo
from benchmarks.figures import Figure
from benchmarks.latency import DEADLINE, card_size
from benchmarks.stage import Stage, open_stage
from commonsbot.demo.people import Person
from commonsbot.demo.seen import Event

CPU_BAR = 5.0  # seconds for COMMANDS commands
COMMANDS = 1000
WARM_UP = 20
BURST = 500
MEMBERS = 8
QUIET = 8.0  # seconds without an answer: no more will come
LAST_LOOK = 3.0  # seconds to see a second answer to the same command
RESOURCES = 1000


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    commands, burst = (100, 80) if quick else (COMMANDS, BURST)
    async with (
        open_stage(folder, members=MEMBERS) as stage,
        commonsbot(stage, MEMBERS, RESOURCES) as ours,
        echo(stage, MEMBERS, await card_size(stage, ours)) as bare,
    ):
        bots = (bare, ours)
        listed = [await one_by_one(stage, bot, commands, bot is ours) for bot in bots]
        listed.append(
            Figure("CPU one by one, CommonsBot / nio echo", listed[1].value / listed[0].value, "")
        )
        for bot in bots:
            listed += await in_a_burst(stage, bot, burst, bot is ours)
    return listed


async def one_by_one(stage: Stage, bot: Bot, count: int, barred: bool) -> Figure:
    """Each command is sent once the one before is answered, in a room of one member."""
    asker = stage.members[0]
    room = await stage.room(bot.account, members=1)
    for number in range(1, WARM_UP + 1):
        await ask(asker, bot, room, number)
    before, start = bot.processor_seconds(), time.perf_counter()
    for number in range(1, count + 1):
        await ask(asker, bot, room, number)
    spent = bot.processor_seconds() - before
    lasted = time.perf_counter() - start
    bar = CPU_BAR * count / COMMANDS if barred else None
    what = f"CPU for {count} commands one by one, {bot.name}"
    return Figure(what, spent, "s", bar, note=f"in {lasted:.1f} s")


async def ask(asker: Person, bot: Bot, room: str, number: int) -> None:
    asked = await asker.send(room, f"!fiche {number}")
    await asker.wait(
        sender=bot.user_id,
        after=asked,
        predicate=lambda event: bot.answers(number, event),
        deadline=DEADLINE,
    )


async def in_a_burst(stage: Stage, bot: Bot, count: int, barred: bool) -> list[Figure]:
    """Every member sends its share at once, each in a room of its own."""
    shares = [list(range(1 + place, count + 1, MEMBERS)) for place in range(MEMBERS)]
    seen_before = [len(member.seen.events) for member in stage.members]
    before, start = bot.processor_seconds(), time.perf_counter()
    await asyncio.gather(
        *(
            member.send(room, f"!fiche {number}")
            for member, room, share in zip(stage.members, bot.rooms, shares, strict=True)
            for number in share
        )
    )
    sent = time.perf_counter() - start
    answered, last = await collect(stage, bot, seen_before, count)
    spent = bot.processor_seconds() - before
    once = sum(1 for times in answered.values() if times == 1)
    twice = len(answered) - once
    bar = count if barred else None
    return [
        Figure(
            f"burst of {count}, answered exactly once, {bot.name}",
            once,
            "",
            bar,
            at_least=True,
            note=f"{twice} more than once, {count - len(answered)} never",
        ),
        Figure(
            f"burst of {count}, to the last answer, {bot.name}",
            last - start,
            "s",
            note=f"{sent:.1f} s to send them, CPU {spent:.2f} s",
        ),
    ]


async def collect(
    stage: Stage, bot: Bot, seen_before: list[int], count: int
) -> tuple[Counter[int], float]:
    """How often each number was answered in its room, and when the last answer was seen."""
    looked = list(seen_before)
    answered: Counter[int] = Counter()
    last = time.perf_counter()
    patience = QUIET
    while time.perf_counter() - last < patience:
        new = [number for number in unread(stage, bot, looked) if number is not None]
        if new:
            answered.update(new)
            last = time.perf_counter()
        if len(answered) == count:
            patience = LAST_LOOK
        await asyncio.sleep(0.02)  # this is the clock of the measure: 20 ms
    return answered, last


def unread(stage: Stage, bot: Bot, looked: list[int]) -> list[int | None]:
    """Numbers in what each member saw in its own room since `looked`, which moves on."""
    numbers = []
    for place, (member, room) in enumerate(zip(stage.members, bot.rooms, strict=True)):
        events: list[Event] = member.seen.events[looked[place] :]
        looked[place] += len(events)
        numbers += [bot.number_in(event) for event in events if event["room_id"] == room]
    return numbers
