"""Left alone by its homeserver, the bot loses and repeats nothing.

The same in full size, and the bot killed in open rooms: `pytest tests/slow`; in encrypted ones:
tests/strict.
"""

from pathlib import Path
from random import Random

import pytest

from commonsbot.demo.homeserver import Homeserver
from tests.rooms.crashes import four_members, kill_the_homeserver_while_sharing
from tests.rooms.networks import network_on

pytestmark = pytest.mark.rooms


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
