"""A homeserver that lies about who sent a command, between the real one and the bot."""

import json
from typing import Any

import pytest
from aiohttp import web

from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import INTRODUCTION
from tests.rooms.roads import Road
from tests.rooms.test_hardening import secret_members

pytestmark = pytest.mark.rooms


class LyingRoad(Road):
    """Says that what `liar` encrypts was sent by `victim`."""

    liar = victim = ""

    async def _forward(self, request: web.Request) -> web.Response:
        response = await super()._forward(request)
        if self.liar and request.path.endswith("/sync"):
            answer = json.loads(response.body)  # type: ignore[arg-type] # it is bytes
            self._lie(answer)
            response.body = json.dumps(answer).encode()
        return response

    def _lie(self, answer: dict[str, Any]) -> None:
        for room in answer.get("rooms", {}).get("join", {}).values():
            for event in room["timeline"]["events"]:
                if event["type"] == "m.room.encrypted" and event["sender"] == self.liar:
                    event["sender"] = self.victim


async def test_a_command_said_to_be_a_moderators_is_refused_when_it_is_not_of_her_device(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    bot = network.bot
    async with (
        LyingRoad(network.server.url) as road,
        secret_members(network, "emile-modere", "fanny-ment") as (emile, fanny),
    ):
        bot.configure(homeserver=road.url)
        await network.start()
        room = await emile.create_room(encrypted=True, invite=(bot.user_id, fanny.user_id))
        await fanny.join(room)
        await emile.wait(INTRODUCTION, room=room)
        await emile.send(room, "!source liste")
        await emile.wait("ne suit aucune source", room=room, sender=bot.user_id)

        road.liar, road.victim = fanny.user_id, emile.user_id
        await fanny.send(room, "!source liste")
        await emile.wait("ne figure pas parmi les vôtres", room=room, sender=bot.user_id)
        line = await bot.logged("command refused: it may not come from its sender", room=room)
        assert line["sender"] == emile.user_id
