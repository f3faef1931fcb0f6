"""Killed while sources publish, the bot posts each item once. In full size: tests/slow."""

from random import Random

import pytest

from commonsbot.demo.feeds import FeedServer
from tests.rooms.networks import Network
from tests.rooms.news_crashes import publish_through_kills

pytestmark = pytest.mark.rooms


async def test_each_item_is_posted_once_though_the_bot_is_killed(
    news_network: Network, feeds: FeedServer, chance: Random
) -> None:
    await publish_through_kills(news_network, feeds, chance, items=120, kills=4)
