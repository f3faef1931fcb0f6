"""Encryption when things go wrong, on a real homeserver."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest

from commonsbot.demo.client_api import ClientApi
from commonsbot.demo.secret_people import SecretPerson
from tests.matrix.machines import Answer
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import INTRODUCTION, Network

pytestmark = pytest.mark.rooms


@asynccontextmanager
async def secret_members(network: Network, *names: str) -> AsyncIterator[list[SecretPerson]]:
    """Members of the space, each with a device for encrypted rooms."""
    async with AsyncExitStack() as stack:
        people = []
        for name in names:
            people.append(await stack.enter_async_context(network.secret_member(name)))
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


class Withheld:
    """What `person` sends to devices is said to have arrived, and only does when released."""

    def __init__(self, person: SecretPerson) -> None:
        self._client = person._client
        self._send = self._client.send
        self._held: list[tuple[Any, ...]] = []
        self._client.send = self._hold

    async def _hold(self, method: str, path: str, *rest: Any, **more: Any) -> Any:
        if "/sendToDevice/" not in path:
            return await self._send(method, path, *rest, **more)
        self._held.append((method, path, *rest))
        return Answer({})

    async def release(self) -> None:
        assert self._held, "it sent no key"
        self._client.send = self._send
        for request in self._held:
            (await self._send(*request)).raise_for_status()


@pytest.mark.parametrize("restart", [False, True], ids=["running", "restarted"])
async def test_a_share_is_answered_once_when_its_key_comes_late(
    new_network: NewNetwork, restart: bool
) -> None:
    network = await new_network()
    await network.start()
    bot = network.bot.user_id
    async with secret_members(network, f"emile-tard-{restart}") as (emile,):
        room = await emile.create_room(encrypted=True, invite=(bot,))
        await emile.wait(INTRODUCTION, room=room)
        withheld = Withheld(emile)
        await emile.send(room, "!partager Un guide tardif")
        await network.bot.logged("messages without their key", room=room)
        if restart:
            await network.bot.stop()
            await network.bot.start()
        await withheld.release()
        await emile.wait("Un guide tardif", room=room, sender=bot)
        await network.ask(emile, "!aide", room)
    assert network.bot.count("SELECT count(*) FROM resource") == 1
    assert network.bot.count("SELECT count(*) FROM unread") == 0
