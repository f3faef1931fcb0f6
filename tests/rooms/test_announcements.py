"""The commands in the state of real rooms: where the bot may write it, and only there."""

import pytest

from commonsbot.commands import COMMANDS, announce
from commonsbot.demo.seen import Event
from commonsbot.domain.ids import UserId
from commonsbot.texts import Translator
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import HELP, Network, eventually, words

pytestmark = pytest.mark.rooms

ALL = "org.matrix.msc4332.commands"
EACH = "org.matrix.msc4391.command_description"

DEADLINE = 90.0
"""Seconds for all of them to be written."""


async def told(network: Network, room: str = "") -> list[Event]:
    """Every event about commands that the room ever had, oldest first."""
    history = await network.anne.messages(room or network.room)
    return [event for event in history if event["type"] in (ALL, EACH)]


async def run_until(network: Network, announced: set[str]) -> None:
    """Lets the bot live until it has announced just this, by state key."""

    def is_done() -> bool:
        kept = network.bot.rows("SELECT state_key FROM announcement")
        return {key for (key,) in kept} == announced

    await network.bot.start()
    await eventually(is_done, f"{len(announced)} announcements", DEADLINE)
    assert await network.bot.stop() == 0


async def test_commands_are_announced_where_the_bot_may_as_they_are_and_while_it_is_asked_for(
    new_network: NewNetwork,
) -> None:
    network = await new_network(commands={"announce": ["msc4332"]})
    bot, powerless = network.bot, await network.new_room("Sans droit")
    await network.anne.power(network.room, bot.user_id, 50)
    for _ in range(2):
        await run_until(network, {bot.user_id})
    [french] = await told(network)
    assert french["state_key"] == french["sender"] == bot.user_id

    bot.configure(commands={"announce": []})
    await run_until(network, set())
    assert [each["content"] for each in await told(network)] == [french["content"], {}]
    await network.introduced(network.anne, powerless)
    assert await told(network, powerless) == [], "nobody gave it power there"


async def test_each_command_has_its_own_event_in_the_other_form(new_network: NewNetwork) -> None:
    network = await new_network(commands={"announce": ["msc4391"]})
    owner = UserId(network.bot.user_id)
    wanted = {each.key for each in announce(COMMANDS, Translator("fr"), owner, ["msc4391"])}
    await network.anne.power(network.room, network.bot.user_id, 50)
    await run_until(network, wanted)
    assert {each["state_key"] for each in await told(network)} == wanted


async def test_a_command_that_a_client_composed_is_understood(town: Network) -> None:
    content = {
        "msgtype": "m.text",
        "body": "/aide",
        "m.mentions": {"user_ids": [town.bot.user_id]},
        "org.matrix.msc4391.command": {"command": "aide", "arguments": {}},
    }
    asked = await town.bruno.send_event(town.room, "m.room.message", content)
    assert HELP in words(await town.answer(town.bruno, asked))


async def test_they_are_announced_in_the_language_of_the_room(new_network: NewNetwork) -> None:
    network = await new_network(commands={"announce": ["msc4332"]})
    bot = network.bot
    await network.anne.power(network.room, bot.user_id, 50)
    await network.start()
    await eventually(
        lambda: bot.count("SELECT count(*) FROM announcement") == 1, "French", DEADLINE
    )
    digest = bot.rows("SELECT digest FROM announcement")
    await network.ask(network.anne, "!salon langue anglais")
    await eventually(lambda: bot.rows("SELECT digest FROM announcement") != digest, "English")
    french, english = [event["content"]["commands"] for event in await told(network)]
    assert french[0]["syntax"] == "aide" and english[0]["syntax"] == "help"
