"""A homeserver of others that is down."""

import json
from typing import Any

import pytest

from commonsbot.domain.ids import RoomId
from commonsbot.matrix.client import Client
from commonsbot.matrix.machine import Machine
from commonsbot.matrix.remote_servers import LONGEST, SOONEST, RemoteServers
from tests.matrix.machines import EVE, Answer, Eve, Homeserver

DEAD = "@karl:dead.example"
NOBODY = "@nobody:example.org"


async def test_a_dead_server_is_not_asked_at_every_sync(
    client: Client, machine: Machine, eve: Eve, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    body = {
        "device_keys": {EVE: {"EVEDEVICE": eve.device_keys()}},
        "failures": {"dead.example": {}},
    }

    async def send(_method: str, _path: str, data: str, *_: Any, **__: Any) -> Answer:
        asked.append(json.loads(data))
        return Answer(body)

    monkeypatch.setattr(client, "send", send)
    machine.users_for_key_query = {EVE, DEAD, NOBODY}
    await client.keys_query()
    assert asked[0]["timeout"] <= 5000
    assert not client.should_query_keys  # plain nio: at every sync, ten seconds each
    assert machine.users_for_key_query == {DEAD}, "to be asked again, later"

    machine.users_for_key_query.add(EVE)
    await client.keys_query()
    assert asked[1]["device_keys"].keys() == {EVE}


def test_a_dead_server_is_asked_ever_more_rarely_and_at_once_when_it_is_back() -> None:
    now = 0.0
    servers = RemoteServers(lambda: now)
    waits = []
    for _ in range(10):
        servers.heard({DEAD}, {"dead.example"})
        start = now
        while not servers.due({DEAD}):
            now += SOONEST / 2
        waits.append(now - start)
    assert waits[:3] == [SOONEST, 2 * SOONEST, 4 * SOONEST]
    assert waits[-1] == LONGEST
    servers.heard({DEAD}, {})
    assert servers.due({DEAD, EVE}) == {DEAD, EVE}


async def test_a_dead_server_is_not_waited_for_with_a_room_key(
    client: Client, homeserver: Homeserver, room: RoomId
) -> None:
    homeserver.answers["claim"] = Answer({"one_time_keys": {}, "failures": {"example.org": {}}})
    await client.say(room, {"msgtype": "m.text", "body": "bonjour"}, "txn")
    assert homeserver.bodies[homeserver.asked.index("claim")]["timeout"] <= 5000
    assert homeserver.asked == ["claim", "send"]
