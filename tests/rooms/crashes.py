"""The two catastrophes: the bot's death and the homeserver's, at random moments of shares."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Any

from commonsbot.demo.people import Person
from tests.rooms.networks import Network, eventually
from tests.rooms.shares import NAMES, prove_each_share_had_one_effect, share_all, titles_of

Action = Coroutine[Any, Any, None]

Sharing = Callable[[float], Action]
"""All share, in about so many seconds."""

Disaster = Callable[[Sharing], Action]


@dataclass(frozen=True)
class Sharers:
    """Who shares in which room; the bot runs and is there."""

    network: Network
    room: str
    people: Sequence[Person]


async def four_members(network: Network) -> Sharers:
    """In the network's room; the bot is started."""
    await network.start()
    david = await network.new_member(f"david{network.bot.user_id[11:].partition(':')[0]}")
    people = [network.anne, network.bruno, network.claire, david]
    return Sharers(network, network.room, people)


async def kill_the_bot_while_sharing(
    sharers: Sharers, chance: Random, *, kills: int, shares: int
) -> None:
    """SIGKILL, `kills` times: at any instant from its start on, and amid a batch of shares."""
    bot = sharers.network.bot
    await bot.stop()
    began = time.monotonic()
    await bot.start()
    start = time.monotonic() - began

    async def at_any_instant(share: Sharing) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(share(start))
            await asyncio.sleep(chance.uniform(0.3, 1.6) * start)
            await bot.kill()
            await bot.launch()

    async def amid_a_batch(share: Sharing) -> None:
        await bot.kill()
        await share(0)
        count = "SELECT count(*) FROM resource"
        before = bot.count(count)
        await bot.launch()
        with suppress(TimeoutError):  # they were taken before it was killed
            await eventually(lambda: bot.count(count) > before, "a resource", deadline=5)
        await asyncio.sleep(chance.uniform(0, 0.02))
        await bot.kill()
        await bot.launch()

    disasters = [at_any_instant if number % 2 else amid_a_batch for number in range(kills)]
    await share_through(sharers, disasters, chance, shares=shares)
    await bot.logged("ready", 30)
    await prove_each_share_had_one_effect(sharers.people[0], sharers.network, sharers.room, shares)


async def kill_the_homeserver_while_sharing(
    sharers: Sharers, chance: Random, *, kills: int, shares: int
) -> None:
    """Every other time in an orderly way."""
    server = sharers.network.server

    async def killed(share: Sharing) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(share(1))
            await asyncio.sleep(chance.uniform(0.1, 1))
            await server.kill()
            await server.restart()

    async def restarted(share: Sharing) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(share(1))
            await asyncio.sleep(chance.uniform(0.1, 1))
            await server.restart()

    disasters = [restarted if number % 2 else killed for number in range(kills)]
    await share_through(sharers, disasters, chance, shares=shares)
    await prove_each_share_had_one_effect(sharers.people[0], sharers.network, sharers.room, shares)


async def share_through(
    sharers: Sharers, disasters: Sequence[Disaster], chance: Random, *, shares: int
) -> None:
    """They share in as many parts as there are disasters, each in one of them."""
    parts = slices(shares // len(sharers.people), len(disasters))
    for disaster, numbers in zip(disasters, parts, strict=True):

        async def share(seconds: float, numbers: range = numbers) -> None:
            async with asyncio.TaskGroup() as group:
                for person, name in zip(sharers.people, NAMES, strict=False):
                    titles = titles_of(name, numbers)
                    pause = seconds / max(1, len(titles))
                    group.create_task(share_all(sharers.room, person, titles, chance, pause))

        await disaster(share)


def slices(total: int, parts: int) -> Iterator[range]:
    """`total` numbers in `parts` ranges of nearly the same size."""
    cuts = [total * part // parts for part in range(parts + 1)]
    return (range(first, last) for first, last in pairwise(cuts))
