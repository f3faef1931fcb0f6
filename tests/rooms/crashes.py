"""The two catastrophes: the bot's death and the homeserver's, at random moments of shares."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator
from itertools import pairwise
from random import Random
from typing import Any

from tests.rooms.networks import Network
from tests.rooms.shares import prove_each_share_had_one_effect, share_all, titles_of

Disaster = Callable[[], Coroutine[Any, Any, None]]


async def kill_the_bot_while_sharing(
    network: Network, chance: Random, *, kills: int, shares: int
) -> None:
    """SIGKILL from its first instant on to some time after it caught up, `kills` times."""
    began = time.monotonic()
    await network.start()
    start = time.monotonic() - began

    async def disaster() -> None:
        await asyncio.sleep(chance.uniform(0.3, 1.6) * start)
        await network.bot.kill()
        await network.bot.launch()

    await share_during(network, disaster, chance, times=kills, shares=shares, lasting=start)
    await network.bot.logged("ready", 30)
    await prove_each_share_had_one_effect(network, shares)


async def kill_the_homeserver_while_sharing(
    network: Network, chance: Random, *, kills: int, shares: int
) -> None:
    """Every other time in an orderly way."""
    await network.start()
    orderly = iter([False, True] * kills)

    async def disaster() -> None:
        await asyncio.sleep(chance.uniform(0.1, 1.0))
        await (network.server.stop() if next(orderly) else network.server.kill())
        await network.server.restart()

    await share_during(network, disaster, chance, times=kills, shares=shares, lasting=1.0)
    await prove_each_share_had_one_effect(network, shares)


async def share_during(
    network: Network,
    disaster: Disaster,
    chance: Random,
    *,
    times: int,
    shares: int,
    lasting: float,
) -> None:
    """Four members share beside each of the disasters, which last some `lasting` seconds."""
    david = await network.new_member(f"david{network.bot.user_id[11:].partition(':')[0]}")
    people = [network.anne, network.bruno, network.claire, david]
    each = shares // len(people)
    for numbers in slices(each, times):
        async with asyncio.TaskGroup() as group:
            group.create_task(disaster())
            for person in people:
                titles = titles_of(person, numbers)
                pause = lasting / max(1, len(titles))
                group.create_task(share_all(network.room, person, titles, chance, pause))


def slices(total: int, parts: int) -> Iterator[range]:
    """`total` numbers in `parts` ranges of nearly the same size."""
    cuts = [total * part // parts for part in range(parts + 1)]
    return (range(first, last) for first, last in pairwise(cuts))
