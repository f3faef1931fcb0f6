"""What the bot says arrives: once, in order, and one room's trouble is not another's."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from commonsbot.demo.homeserver import Homeserver
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import HELP, Network, network_on, words
from tests.rooms.roads import Road

pytestmark = pytest.mark.rooms


@pytest.fixture
async def road(server: Homeserver) -> AsyncIterator[Road]:
    async with Road(server.url) as road:
        yield road


async def answered(network: Network, room: str = "") -> list[int]:
    """The numbers of the cards that the bot said it doesn't have, as it said them."""
    said = await network.said(network.anne, room)
    found = [re.search(r"pas de fiche n° (\d+)", text) for text in said]
    return [int(match[1]) for match in found if match]


async def test_a_room_where_it_may_not_speak_does_not_hold_the_others(town: Network) -> None:
    mute = await town.new_room("Muet", power={"events_default": 50})
    await town.bot.logged("message refused by the homeserver", room=mute)
    await town.anne.send(mute, "!aide")
    assert HELP in words(await town.ask(town.anne, "!aide"))
    await town.anne.power(mute, town.bot.user_id, 50)
    assert HELP in words(await town.ask(town.anne, "!aide", mute))


async def test_a_slow_room_does_not_hold_the_others(new_network: NewNetwork, road: Road) -> None:
    network = await new_network()
    network.bot.configure(homeserver=road.url)
    await network.start()
    quick = await network.new_room("Rapide")
    await network.introduced(network.anne, quick)
    road.close(network.room)
    held = await network.anne.send(network.room, "!aide")
    await road.waiting.wait()
    for _ in range(3):
        assert HELP in words(await network.ask(network.anne, "!aide", quick))
    assert len(await network.said(network.anne)) == 1
    road.open(network.room)
    assert HELP in words(await network.answer(network.anne, held))


async def test_an_answer_whose_acknowledgement_is_lost_is_not_said_twice(
    new_network: NewNetwork, road: Road
) -> None:
    network = await new_network()
    network.bot.configure(homeserver=road.url)
    await network.start()
    road.lost = 2
    await network.ask(network.anne, "!fiche 901")
    await network.bot.logged("message put off", room=network.room)
    last = await network.anne.send(network.room, "!fiche 902")
    await network.anne.wait("n°\u00a0902", after=last, sender=network.bot.user_id)
    assert await answered(network) == [901, 902]


async def test_answers_keep_the_order_of_the_questions_in_each_room(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    other = await network.new_room("Deuxième")
    await network.start()
    await network.introduced(network.anne, other)
    numbers = range(900, 930)
    for number in numbers:
        await network.anne.send(network.room, f"!fiche {number}")
        await network.bruno.send(other, f"!fiche {number}")
    for room in (network.room, other):
        await network.anne.wait("n°\u00a0929", room=room, sender=network.bot.user_id)
        assert await answered(network, room) == list(numbers)


async def test_a_homeserver_that_limits_the_rate_is_obeyed_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    async with (
        await Homeserver.start(tmp_path / "homeserver", limits=True) as server,
        network_on(server, tmp_path / "bot") as network,
    ):
        await network.start()
        numbers = range(900, 914)  # over Synapse's burst of ten, whatever comes back meanwhile
        people = (network.anne, network.bruno, network.claire)
        for number in numbers:
            await people[number % 3].send(network.room, f"!fiche {number}")
        bot = network.bot.user_id
        await network.anne.wait("n°\u00a0913", room=network.room, sender=bot, deadline=90)
        assert await answered(network) == list(numbers)
        assert await network.bot.logged("asked to slow down")
