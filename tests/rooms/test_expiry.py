"""An account that its homeserver suspends until it is renewed, as on Tchap."""

import pytest
from aiohttp import web

from commonsbot.matrix.errors import EXPIRED
from tests.rooms.bots import START_DEADLINE
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import CARD_MADE, words
from tests.rooms.roads import Road

pytestmark = pytest.mark.rooms

ANSWER = {"errcode": "ORG_MATRIX_EXPIRED_ACCOUNT", "error": "User account has expired"}


class Tollgate(Road):
    """Lets nothing through while the account is `expired`, as Synapse does."""

    expired = False

    async def _forward(self, request: web.Request) -> web.Response:
        if self.expired:
            return web.json_response(ANSWER, status=403)
        return await super()._forward(request)


async def test_the_bot_waits_for_its_account_to_be_renewed_and_loses_nothing(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    bot = network.bot
    async with Tollgate(network.server.url) as road:
        road.expired = True
        bot.configure(homeserver=road.url)
        await bot.launch()
        await bot.logged(EXPIRED, level="error")
        road.expired = False
        await bot.logged("ready", START_DEADLINE)
        await network.introduced(network.anne, network.room)

        road.close(network.room)
        shared = await network.anne.send(network.room, "!partager Un guide")
        await road.waiting.wait()
        road.expired = True
        road.open(network.room)
        await bot.logged("message put off")
        road.expired = False
        assert CARD_MADE in words(await network.answer(network.anne, shared))
        assert await bot.stop() == 0
    assert bot.count("SELECT count(*) FROM outbox WHERE state = 'refused'") == 0
