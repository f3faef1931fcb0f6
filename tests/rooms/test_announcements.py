"""The commands in the state of real rooms: where the bot may write it, and only there."""

from collections.abc import Collection

import pytest

from commonsbot.commands import COMMANDS
from commonsbot.demo.seen import Event
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import HELP, Network, eventually, words

pytestmark = pytest.mark.rooms

ALL = "org.matrix.msc4332.commands"
EACH = "org.matrix.msc4391.command_description"

DEADLINE = 30.0
"""Seconds for all of them to be written."""


async def told(network: Network, room: str = "") -> list[Event]:
    """Every event about commands that the room ever had, oldest first."""
    history = await network.anne.messages(room or network.room)
    return [event for event in history if event["type"] in (ALL, EACH)]


async def run_until(network: Network, announced: int, besides: Collection[str] = ()) -> None:
    """Lets the bot live until it knows of so many announcements, none of them of `besides`."""

    def is_done() -> bool:
        kept = {key for (key,) in network.bot.rows("SELECT state_key FROM announcement")}
        return len(kept) == announced and kept.isdisjoint(besides)

    await network.bot.start()
    await eventually(is_done, f"{announced} announcements", DEADLINE)
    assert await network.bot.stop() == 0


async def test_commands_are_announced_once_where_the_bot_may_and_taken_back_when_that_is_off(
    new_network: NewNetwork,
) -> None:
    network = await new_network(commands={"announce": ["msc4332"]})
    bot, powerless = network.bot, await network.new_room("Sans droit")
    await network.anne.power(network.room, bot.user_id, 50)
    for _ in range(2):
        await run_until(network, 1)
    [event] = await told(network)
    assert event["state_key"] == event["sender"] == bot.user_id

    bot.configure(commands={"announce": []})
    await run_until(network, 0)
    assert [each["content"] for each in await told(network)] == [event["content"], {}]
    await network.introduced(network.anne, powerless)
    assert await told(network, powerless) == [], "nobody gave it power there"


async def test_what_changes_in_the_table_changes_in_the_room(new_network: NewNetwork) -> None:
    network = await new_network(commands={"announce": ["msc4391"]})
    await network.anne.power(network.room, network.bot.user_id, 50)
    number = len(COMMANDS)
    await run_until(network, number)
    french = {each["state_key"] for each in await told(network)}
    network.bot.configure(language="en")
    await run_until(network, number, besides=french)
    now = {each["state_key"]: each["content"] for each in await told(network)}
    assert {key for key, content in now.items() if not content} == french
    assert "card" in {content.get("command") for content in now.values()}


async def test_a_command_that_a_client_composed_is_understood(town: Network) -> None:
    content = {
        "msgtype": "m.text",
        "body": "/aide",
        "m.mentions": {"user_ids": [town.bot.user_id]},
        "org.matrix.msc4391.command": {"command": "aide", "arguments": {}},
    }
    asked = await town.bruno.send_event(town.room, "m.room.message", content)
    assert HELP in words(await town.answer(town.bruno, asked))
