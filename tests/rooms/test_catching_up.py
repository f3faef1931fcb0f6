"""What was said while the bot was away, and before it came."""

import pytest

from commonsbot.demo.people import Person
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import INTRODUCTION, Network, words

pytestmark = pytest.mark.rooms

MESSAGES = 130
"""More than two timelines of a sync (50) and than one page read back (100)."""

SHARES = {4: "Un livret d'accueil", 60: "Une grille tarifaire", 118: "Une charte des marchés"}
COMMANDS = {20: "!récent", 90: "!aide"}
AWAY = "J'étais absent quand vous m'avez écrit."


async def talk(person: Person, room: str) -> None:
    """A long conversation, with what is for the bot scattered in it."""
    for number in range(MESSAGES):
        share = f"!partager {SHARES[number]}" if number in SHARES else ""
        await person.send(room, share or COMMANDS.get(number) or f"message {number}")


async def caught_up(network: Network) -> list[str]:
    """All the bot said, once it has answered a question asked after its return."""
    asked = await network.anne.send(network.room, "!fiche 999")
    await network.anne.wait("n°\u00a0999", sender=network.bot.user_id, after=asked)
    return await network.said(network.anne)


async def test_a_long_absence_is_caught_up_shares_taken_commands_not_executed(
    new_network: NewNetwork,
) -> None:
    network = await new_network(commands={"max_age": "1 s"})
    await network.start()
    await network.bot.stop()
    await talk(network.bruno, network.room)
    await network.bot.start()
    said = await caught_up(network)
    for title in SHARES.values():
        assert sum(title in text for text in said) == 1, title
    assert network.bot.count("SELECT count(*) FROM resource") == len(SHARES)
    assert sum(AWAY in text for text in said) == 1
    assert not any("Ce que je sais faire" in text or "dernières" in text for text in said)


async def test_a_short_absence_is_caught_up_with_its_commands(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.start()
    await network.bot.stop()
    asked = await network.bruno.send(network.room, "!aide")
    await network.bot.start()
    assert "Ce que je sais faire" in words(await network.answer(network.bruno, asked))


async def test_a_batch_read_twice_is_done_once(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.start()
    await network.bot.stop()
    [[token]] = network.bot.rows("SELECT token FROM sync")
    for text in ("!partager Un gabarit d'invitation", "!aide", "!récent"):
        await network.bruno.send(network.room, text)
    await network.bot.start()
    before = len(await caught_up(network))
    await network.bot.stop()
    network.bot.alter("UPDATE sync SET token = ?", token)
    await network.bot.start()
    assert len(await caught_up(network)) == before + 1
    assert network.bot.count("SELECT count(*) FROM resource") == 1


async def test_what_was_said_before_the_bot_came_is_not_for_it(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.bruno.send(network.room, "!partager Dit avant son arrivée")
    await network.start()
    room = await network.bruno.create_room("Ancien")
    await network.bruno.send(room, "!partager Dit avant son arrivée")
    await network.bruno.send(room, "!aide")
    await network.bruno.invite(room, network.bot.user_id)
    await network.introduced(network.bruno, room)
    await network.ask(network.bruno, "!récent", room)
    assert len(await network.said(network.bruno, room)) == 2
    assert network.bot.count("SELECT count(*) FROM resource") == 0


async def test_what_was_said_while_the_bot_was_kicked_is_not_for_it(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    await network.bot.stop()
    await network.anne.kick(network.room, network.bot.user_id)
    await network.bruno.send(network.room, "!partager Dit en son absence")
    await network.anne.invite(network.room, network.bot.user_id)
    await network.bot.start()
    await network.anne.wait_for_member(network.room, network.bot.user_id)
    await network.ask(network.bruno, "!récent")
    assert network.bot.count("SELECT count(*) FROM resource") == 0


async def test_a_long_absence_from_an_encrypted_room_is_caught_up(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    async with network.secret_member("emile-secret") as emile:
        room = await emile.create_room(encrypted=True, invite=(network.bot.user_id,))
        await emile.wait(INTRODUCTION, room=room)
        await network.bot.stop()
        await talk(emile, room)
        await network.bot.start()
        for title in SHARES.values():
            await emile.wait(title, room=room, sender=network.bot.user_id)
    assert network.bot.count("SELECT count(*) FROM resource") == len(SHARES)
