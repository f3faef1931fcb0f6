"""Killed while sources publish, the bot posts each item once. In full size: tests/slow."""

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


async def test_each_item_is_posted_once_though_the_bot_is_killed(
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
    await publish_through_kills(network, feeds, chance, items=120, kills=4)
