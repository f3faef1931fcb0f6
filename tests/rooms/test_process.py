"""The bot as a process: one for its data, quick to stop, logged in once."""

import time
from copy import copy
from typing import Any

import pytest

from commonsbot.demo.client_api import CLIENT, ClientApi
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import PASSWORD, Network

pytestmark = pytest.mark.rooms

BUSY = 75
"""EX_TEMPFAIL: trying again later may help."""

STOPS_WITHIN = 2.0
"""Seconds."""


async def devices_of(network: Network) -> list[dict[str, Any]]:
    async with ClientApi(network.server.url, network.bot.account.access_token) as api:
        found: list[dict[str, Any]] = (await api.get(f"{CLIENT}/devices"))["devices"]
        return found


async def test_a_second_process_on_the_same_data_is_told_so_and_ends(town: Network) -> None:
    second = copy(town.bot)
    await second.launch()
    assert await second.ended() == BUSY
    [told] = [line["message"] for line in second.log]
    assert str(town.bot.folder / "data") in told
    await town.ask(town.bruno, "!aide")  # the first one is as well as before


async def test_it_stops_at_once_when_told_to(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.start()
    for _ in range(10):
        await network.bruno.send(network.room, "!aide")
    began = time.monotonic()
    assert await network.bot.stop() == 0
    assert time.monotonic() - began < STOPS_WITHIN


async def test_with_a_password_it_logs_in_once(new_network: NewNetwork) -> None:
    network = await new_network()
    network.bot.give_secret(password=PASSWORD)
    before = len(await devices_of(network))
    for _ in range(3):
        await network.bot.start()
        assert await network.bot.stop() == 0
    devices = await devices_of(network)
    assert len(devices) == before + 1
    assert "CommonsBot" in [device.get("display_name") for device in devices]


async def test_a_token_that_was_taken_away_is_told_to_the_operator(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    async with ClientApi(network.server.url, network.bot.account.access_token) as api:
        await api.post(f"{CLIENT}/logout")
    assert await network.bot.ended() not in (0, BUSY)
    assert not any("traceback" in line for line in network.bot.log)
