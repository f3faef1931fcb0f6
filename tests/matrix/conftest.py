"""The bot's client and machine, and somebody who writes to it; there is no homeserver."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from commonsbot.matrix.client import Client
from commonsbot.matrix.machine import Machine
from tests.matrix.machines import Eve, new_client


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    client = new_client(tmp_path)
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
