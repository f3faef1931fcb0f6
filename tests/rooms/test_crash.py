"""Killed at any moment, or left alone by its homeserver, the bot loses and repeats nothing.

The same in full size: `pytest tests/slow`.
"""

from pathlib import Path
from random import Random

import pytest

from commonsbot.demo.homeserver import Homeserver
from tests.rooms.conftest import NewNetwork
from tests.rooms.crashes import (
    four_members,
    kill_the_bot_while_sharing,
    kill_the_homeserver_while_sharing,
)
from tests.rooms.networks import network_on

pytestmark = pytest.mark.rooms


async def test_every_share_counts_once_though_the_bot_is_killed_again_and_again(
    new_network: NewNetwork, chance: Random
) -> None:
    network = await new_network()
    await kill_the_bot_while_sharing(await four_members(network), chance, kills=5, shares=40)


async def test_every_share_counts_once_though_the_homeserver_is_killed(
    tmp_path: Path, chance: Random
) -> None:
    async with (
        await Homeserver.start(tmp_path / "homeserver") as server,
        network_on(server, tmp_path / "bot") as network,
    ):
        await kill_the_homeserver_while_sharing(
            await four_members(network), chance, kills=2, shares=24
        )
