"""A letter whose time comes while the bot runs: it takes up to a minute."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import words
from tests.rooms.test_letters import LETTER, letters, schedule

pytestmark = pytest.mark.rooms


async def test_a_letter_leaves_at_its_minute(new_network: NewNetwork) -> None:
    network = await new_network()
    at = (datetime.now(UTC) + timedelta(seconds=75)).replace(second=0, microsecond=0)
    network.bot.configure(digest=schedule(at))
    await network.start()
    await network.share(network.bruno, "!partager Un guide des aidants")
    left = await network.anne.wait(
        LETTER, room=network.room, sender=network.bot.user_id, deadline=90
    )
    assert "Un guide des aidants" in words(left)
    assert 0 <= left["origin_server_ts"] / 1000 - at.timestamp() < 2
    await network.ask(network.anne, "!aide")
    assert await letters(network) == 1
