"""The crashes of `tests/rooms/test_crash.py` in full size, some minutes: `pytest tests/slow`."""

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


async def test_200_shares_count_once_each_though_the_bot_is_killed_25_times(
    new_network: NewNetwork, chance: Random
) -> None:
    network = await new_network()
    await kill_the_bot_while_sharing(await four_members(network), chance, kills=25, shares=200)


@pytest.mark.parametrize("number", range(20))
async def test_another_round_of_kills(new_network: NewNetwork, chance: Random, number: int) -> None:
    network = await new_network()
    await kill_the_bot_while_sharing(await four_members(network), chance, kills=4, shares=40)


async def test_200_shares_count_once_each_though_the_homeserver_is_killed_8_times(
    tmp_path: Path, chance: Random
) -> None:
    async with (
        await Homeserver.start(tmp_path / "homeserver") as server,
        network_on(server, tmp_path / "bot") as network,
    ):
        await kill_the_homeserver_while_sharing(
            await four_members(network), chance, kills=8, shares=200
        )
