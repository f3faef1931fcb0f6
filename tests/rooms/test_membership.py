"""How the bot comes into rooms, follows them and goes."""

import pytest

from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.demo.people import Person
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import HELP, INTRODUCTION, Network, eventually, words

pytestmark = pytest.mark.rooms


async def rooms_of(network: Network) -> set[str]:
    """The rooms the homeserver counts the bot in."""
    async with ClientApi(network.server.url, network.bot.account.access_token) as api:
        return set((await api.get(f"{CLIENT}/joined_rooms"))["joined_rooms"])


async def introductions(network: Network, room: str) -> int:
    return sum(text.startswith(INTRODUCTION) for text in await network.said(network.anne, room))


async def declined(person: Person, room: str, bot: str) -> str:
    """The reason given for declining, once the invite was; "" for none."""
    await person.wait_for_member(room, bot, "leave")
    return str((await person.state(room, "m.room.member", bot)).get("reason", ""))


async def test_it_joins_the_rooms_of_the_space_now_and_later(new_network: NewNetwork) -> None:
    network = await new_network()
    second = await network.new_room("Présent avant lui")
    await network.start()
    await network.introduced(network.anne, second)
    third = await network.new_room("Venu après")
    await network.introduced(network.anne, third)
    assert HELP in words(await network.ask(network.bruno, "!aide", third))


async def test_it_introduces_itself_once_in_a_room(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.start()
    assert await network.bot.stop() == 0
    await network.bot.start()
    await network.ask(network.bruno, "!aide")
    assert await introductions(network, network.room) == 1


async def test_it_comes_where_a_member_of_the_space_invites_it(town: Network) -> None:
    room = await town.bruno.create_room("Atelier", invite=(town.bot.user_id,))
    await town.introduced(town.bruno, room)


async def test_it_declines_strangers_politely_once_then_silently(town: Network) -> None:
    stranger = await town.new_person("zoe-stranger")
    bot = town.bot.user_id
    first = await stranger.create_room("Ailleurs", invite=(bot,))
    assert "Je ne sers que les salons de mon réseau" in await declined(stranger, first, bot)
    second = await stranger.create_room("Encore", invite=(bot,))
    assert await declined(stranger, second, bot) == ""


@pytest.mark.parametrize("allowed", ["servers", "users"])
async def test_it_comes_where_allowed_servers_and_users_invite_it(
    new_network: NewNetwork, allowed: str
) -> None:
    network = await new_network()
    friend = await network.new_person(f"yann-{allowed}")
    stranger = await network.new_person(f"zoe-{allowed}")
    invites = {"servers": ["localhost"]} if allowed == "servers" else {"users": [friend.user_id]}
    network.bot.configure(invites=invites)
    await network.start()
    room = await friend.create_room("Voisinage", invite=(network.bot.user_id,))
    await network.introduced(friend, room)
    other = await stranger.create_room("Ailleurs", invite=(network.bot.user_id,))
    expected = "join" if allowed == "servers" else "leave"
    await stranger.wait_for_member(other, network.bot.user_id, expected)


async def test_an_invite_sent_while_it_was_stopped_is_accepted(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.start()
    await network.bot.stop()
    room = await network.bruno.create_room("Patience", invite=(network.bot.user_id,))
    await network.bot.start()
    await network.introduced(network.bruno, room)


async def test_an_invite_that_it_had_read_but_not_answered_is_accepted(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    await network.bot.stop()
    room = await network.bruno.create_room("Oubli", invite=(network.bot.user_id,))
    async with ClientApi(network.server.url, network.bot.account.access_token) as api:
        token = (await api.get(f"{CLIENT}/sync", timeout=0))["next_batch"]
    network.bot.alter("UPDATE sync SET token = ?", token)
    await network.bot.start()
    await network.introduced(network.bruno, room)


async def test_it_follows_an_upgrade_with_all_the_room_had(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.start()
    number = await network.share(network.bruno, "!partager Une foire aux questions")
    new = await network.anne.upgrade(network.room)
    await network.bruno.join(new)
    await network.anne.wait_for_member(new, network.bot.user_id)
    card = words(await network.ask(network.bruno, f"!fiche {number}", new))
    assert "Une foire aux questions" in card
    assert await introductions(network, new) == 0
    await network.anne.wait_for_member(network.room, network.bot.user_id, "leave")


async def test_after_an_upgrade_to_a_closed_room_it_waits_for_the_invite(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    old = await network.bruno.create_room("Fermé", invite=(network.bot.user_id,), encrypted=False)
    await network.introduced(network.bruno, old)
    number = await network.share(network.bruno, "!partager Un plan de crise", old)
    new = await network.bruno.upgrade(old)
    await network.bot.logged("could not join", room=new)
    await network.bruno.invite(new, network.bot.user_id)
    await network.bruno.wait_for_member(new, network.bot.user_id)
    assert "Un plan de crise" in words(await network.ask(network.bruno, f"!fiche {number}", new))


async def test_an_upgrade_made_while_it_was_stopped_is_followed(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.start()
    await network.bot.stop()
    new = await network.anne.upgrade(network.room)
    await network.bruno.join(new)
    await network.bot.start()
    await network.anne.wait_for_member(new, network.bot.user_id)
    assert HELP in words(await network.ask(network.bruno, "!aide", new))
    assert await introductions(network, new) == 0


async def test_it_leaves_a_room_that_emptied(town: Network) -> None:
    room = await town.bruno.create_room("Passage", invite=(town.bot.user_id,))
    await town.introduced(town.bruno, room)
    assert room in await rooms_of(town)
    await town.bruno.leave(room)
    await town.bot.logged("left", room=room)
    assert room not in await rooms_of(town)


async def test_kicked_it_drops_what_it_had_to_say_and_can_be_invited_again(
    new_network: NewNetwork,
) -> None:
    network = await new_network(pace={"per_second": 0.5, "burst": 1})
    await network.start()
    for _ in range(4):
        last = await network.bruno.send(network.room, "!aide")
    queued = "SELECT count(*) FROM outbox WHERE state = 'queued'"
    await eventually(lambda: network.bot.count(queued) >= 2, "answers wait")
    await network.anne.kick(network.room, network.bot.user_id)
    await network.bot.logged("left", room=network.room)
    assert network.bot.count(queued) == 0
    await network.anne.invite(network.room, network.bot.user_id)
    await network.anne.wait_for_member(network.room, network.bot.user_id)
    before = len(await network.said(network.anne))
    await network.ask(network.bruno, "!récent")
    assert len(await network.said(network.anne)) == before + 1, last
    assert await introductions(network, network.room) == 1
