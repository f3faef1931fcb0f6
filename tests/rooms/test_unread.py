"""A message the bot can't read is not met with silence, and nobody is told twice."""

from typing import Any

import pytest

from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.demo.secret_people import SecretPerson
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import INTRODUCTION, Network, eventually, is_message, words
from tests.rooms.test_hardening import Withheld, secret_members

pytestmark = pytest.mark.rooms

NOTICE = "Je n'ai pas pu lire votre message"


async def tell(network: Network, person: SecretPerson, event: str, code: str) -> None:
    """What a client does that gives the bot no key for the message `event`."""
    room = str((await person.wait(predicate=lambda e: e["event_id"] == event))["room_id"])
    kept = (await person.as_kept(room, event))["content"]
    content = {
        "algorithm": kept["algorithm"],
        "code": code,
        "room_id": room,
        "sender_key": kept["sender_key"],
        "session_id": kept["session_id"],
    }
    bot = network.bot.account
    messages = {"messages": {bot.user_id: {bot.device_id: content}}}
    async with ClientApi(network.server.url, person.account.access_token) as api:
        await api.put(f"{CLIENT}/sendToDevice/m.room_key.withheld/{event[1:9]}", messages)


async def a_minute_later(network: Network) -> None:
    """The bot is restarted, and finds what it could not read a minute older."""
    await network.bot.stop()
    network.bot.alter("UPDATE unread SET at = at - 60000")
    await network.bot.start()


async def notices(network: Network, person: SecretPerson, room: str) -> list[dict[str, Any]]:
    """What the bot said of unreadable messages, once it has answered a later question."""
    await network.ask(person, "!aide", room)
    seen = [event for event in person.seen.events if event.get("room_id") == room]
    return [e for e in seen if is_message(e) and words(e).startswith(NOTICE)]


async def test_a_message_whose_key_does_not_come_is_answered_once_then_when_it_comes(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    bot = network.bot.user_id
    async with secret_members(network, "emile-muet") as (emile,):
        room = await emile.create_room(encrypted=True, invite=(bot,))
        await emile.wait(INTRODUCTION, room=room)
        withheld = Withheld(emile)
        shared = await emile.send(room, "!partager Un guide muet")
        await network.bot.logged("messages without their key", room=room)
        await a_minute_later(network)
        notice = await emile.wait(NOTICE, room=room, sender=bot)
        assert notice["content"]["msgtype"] == "m.notice"
        assert notice["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == shared
        assert notice["content"]["m.mentions"] == {}
        await emile.send(room, "!aide")
        await network.bot.logged("messages without their key", room=room)
        await a_minute_later(network)
        await withheld.release()
        await emile.wait("Un guide muet", room=room, sender=bot)
        assert len(await notices(network, emile, room)) == 1
    assert network.bot.count("SELECT count(*) FROM unread") == 0


async def test_a_client_that_refuses_is_answered_at_once_in_a_direct_chat(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    bot = network.bot.user_id
    async with secret_members(network, "emile-seul") as (emile,):
        chat = await emile.create_room(encrypted=True, invite=(bot,), direct=True)
        await emile.wait(INTRODUCTION, room=chat)
        withheld = Withheld(emile)
        asked = await emile.send(chat, "aide")
        await tell(network, emile, asked, "m.blacklisted")
        notice = await emile.wait(NOTICE, room=chat, sender=bot)
        assert "débloquez-le" in words(notice)
        await emile.send(chat, "aide")
        await withheld.release()
        assert len(await notices(network, emile, chat)) == 1
    told = await network.bot.logged("a member's device gives us no key", sender=emile.user_id)
    assert told["code"] == "m.blacklisted"


async def test_what_was_said_before_the_bot_came_is_not_its_business(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    async with secret_members(network, "emile-avant") as (emile,):
        room = await emile.create_room(encrypted=True)
        await emile.send(room, "entre nous")
        await emile.invite(room, network.bot.user_id)
        await emile.wait(INTRODUCTION, room=room)
        assert await notices(network, emile, room) == []
    assert network.bot.count("SELECT count(*) FROM unread") == 0


async def test_nothing_is_said_in_a_room_the_bot_has_left(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.start()
    bot = network.bot.user_id
    async with secret_members(network, "emile-parti") as (emile,):
        room = await emile.create_room(encrypted=True, invite=(bot,))
        await emile.wait(INTRODUCTION, room=room)
        Withheld(emile)
        await emile.send(room, "!aide")
        await network.bot.logged("messages without their key", room=room)
        await emile.kick(room, bot)
        await network.bot.logged("left", room=room)
        await a_minute_later(network)
        await network.ask(network.anne, "!aide")
        gone = "SELECT count(*) FROM outbox WHERE key LIKE 'unread:%'"
        await eventually(lambda: network.bot.count(gone) == 0, "no notice is queued")
