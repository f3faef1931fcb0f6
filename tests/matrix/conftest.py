"""The bot's client and machine, and somebody who writes to it; there is no homeserver."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from nio import MatrixRoom

from commonsbot.domain.ids import RoomId
from commonsbot.matrix.client import Client
from commonsbot.matrix.machine import Machine
from tests.matrix.machines import BOT, EVE, ROOM, Eve, Homeserver, new_client


@pytest.fixture
def strict() -> bool:
    """Whether the bot leaves unsigned devices out; parametrize it to have it so."""
    return False


@pytest.fixture
async def client(tmp_path: Path, strict: bool) -> AsyncIterator[Client]:
    client = new_client(tmp_path, strict=strict)
    yield client
    await client.close()
    assert client.store
    client.store.database.close()


@pytest.fixture
def machine(client: Client) -> Machine:
    assert isinstance(client.olm, Machine)
    return client.olm


@pytest.fixture
def eve(machine: Machine) -> Eve:
    return Eve(machine)


@pytest.fixture
def homeserver(client: Client) -> Homeserver:
    return Homeserver(client)


@pytest.fixture
def room(client: Client, eve: Eve) -> RoomId:
    """An encrypted room with Eve, to whose device the bot has no session."""
    room = MatrixRoom(ROOM, BOT, encrypted=True)
    for user in (BOT, EVE):
        room.add_member(user, user, None)
    room.members_synced = True
    client.rooms[ROOM] = room
    return RoomId(ROOM)


@pytest.fixture
def session(machine: Machine, eve: Eve) -> None:
    """The bot has a session with Eve's device, by the first thing she sent."""
    machine.handle_to_device_event(eve.says("m.dummy", {}))
