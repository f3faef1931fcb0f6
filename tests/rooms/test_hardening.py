"""Encryption when things go wrong, on a real homeserver."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest

from commonsbot.demo.client_api import ClientApi
from commonsbot.demo.secret_people import SecretPerson
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import INTRODUCTION, PASSWORD, Network

pytestmark = pytest.mark.rooms


@asynccontextmanager
async def secret_members(network: Network, *names: str) -> AsyncIterator[list[SecretPerson]]:
    """Members of the space, each with a device for encrypted rooms."""
    async with AsyncExitStack() as stack:
        people = []
        for name in names:
            account = await network.server.register(name, PASSWORD)
            person = await SecretPerson.arrive(network.server.url, account)
            people.append(await stack.enter_async_context(person))
            await network.anne.invite(network.space, person.user_id)
            await person.join(network.space)
        yield people


async def one_time_key(network: Network) -> dict[str, Any]:
    """The next of the bot's keys that the homeserver gives out, and with that uses up."""
    device = network.bot.account.device_id
    wanted = {network.bot.user_id: {device: "signed_curve25519"}}
    api = ClientApi(network.server.url, network.bot.account.access_token)
    try:
        answer = await api.post("/_matrix/client/v3/keys/claim", {"one_time_keys": wanted})
    finally:
        await api.close()
    [key] = answer["one_time_keys"][network.bot.user_id][device].values()
    return dict(key)


async def test_a_member_reaches_the_bot_when_its_one_time_keys_are_used_up(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    bot = network.bot.user_id
    async with secret_members(network, "emile-cles", "fanny-cles") as (emile, fanny):
        room = await emile.create_room(encrypted=True, invite=(bot,))
        await emile.wait(INTRODUCTION, room=room)
        await network.bot.stop()
        while not (await one_time_key(network)).get("fallback"):
            pass
        await emile.invite(room, fanny.user_id)
        await fanny.join(room)
        await fanny.send(room, "!partager Un guide des clés")
        await network.bot.start()
        await fanny.wait("Un guide des clés", room=room, sender=bot)
    assert not (await one_time_key(network)).get("fallback"), "they were not refilled"
