"""A thousand items published while the bot is killed 25 times: `pytest tests/slow`."""

from random import Random

import pytest

from commonsbot.demo.feeds import FeedServer
from tests.rooms.networks import Network
from tests.rooms.news_crashes import publish_through_kills

pytestmark = pytest.mark.rooms


async def test_a_thousand_items_are_posted_once_each_though_the_bot_is_killed_25_times(
    news_network: Network, feeds: FeedServer, chance: Random
) -> None:
    await publish_through_kills(news_network, feeds, chance, items=1000, kills=25)
