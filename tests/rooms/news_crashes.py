"""The bot's death at random moments while sources publish: each item is posted exactly once."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from random import Random

from commonsbot.demo.feeds import FeedServer
from tests.rooms.networks import Network, eventually

FEEDS = ("actualites", "palmares")


async def publish_through_kills(
    network: Network, feeds: FeedServer, chance: Random, *, items: int, kills: int
) -> None:
    """The room follows both feeds; they publish in as many parts as there are kills."""
    await network.start()
    for name in FEEDS:
        await network.ask(network.anne, f"!source ajouter {feeds.url(name)}")
    bot = network.bot
    numbers = range(items)
    for part in range(kills):
        await asyncio.gather(
            _publish(feeds, numbers[part::kills], chance),
            _kill_once(network, chance),
        )
    await bot.logged("ready", 60)
    await eventually(lambda: _posted(network) >= items, f"{items} items posted", deadline=120)
    await prove_each_was_posted_once(network, numbers)


async def _publish(feeds: FeedServer, numbers: Sequence[int], chance: Random) -> None:
    for number in numbers:
        name = chance.choice(FEEDS)
        link = f"https://www.example.org/{name}/{number}"
        feeds.publish(name, title_of(number), link, "Un résumé.")
        await asyncio.sleep(chance.uniform(0, 0.02))


async def _kill_once(network: Network, chance: Random) -> None:
    """At any instant: while it starts, reads, keeps, posts."""
    await asyncio.sleep(chance.uniform(0, 2.5))
    await network.bot.kill()
    await asyncio.sleep(chance.uniform(0, 0.5))
    await network.bot.launch()


def title_of(number: int) -> str:
    return f"La nouvelle numéro {number} du journal."


def _posted(network: Network) -> int:
    return network.bot.count(
        "SELECT count(*) FROM delivery JOIN outbox USING (key) WHERE state = 'sent'"
    )


async def prove_each_was_posted_once(network: Network, numbers: Sequence[int]) -> None:
    """In what the room holds, whatever the bot believes."""
    said = "\n".join(await network.said(network.anne))
    times = Counter({number: said.count(title_of(number)) for number in numbers})
    assert {number: count for number, count in times.items() if count != 1} == {}
