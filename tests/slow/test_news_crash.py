"""A thousand items published while the bot is killed 25 times: `pytest tests/slow`."""

from collections.abc import AsyncIterator
from random import Random

import pytest

from commonsbot.demo.feeds import FeedServer
from tests.rooms.conftest import NewNetwork
from tests.rooms.news_crashes import publish_through_kills

pytestmark = pytest.mark.rooms


@pytest.fixture
async def feeds() -> AsyncIterator[FeedServer]:
    async with FeedServer() as server:
        yield server


async def test_a_thousand_items_are_posted_once_each_though_the_bot_is_killed_25_times(
    new_network: NewNetwork, feeds: FeedServer, chance: Random
) -> None:
    network = await new_network(
        news={
            "interval": "1 s",
            "allowed_hosts": [f"127.0.0.1:{feeds.port}"],
            "post": "at_once",
        },
        hours="toujours",
    )
    await publish_through_kills(network, feeds, chance, items=1000, kills=25)
