"""One homeserver for all the tests of this folder; each test brings its own members."""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from commonsbot.demo.homeserver import Account, Homeserver

NewMember = Callable[[], Awaitable[Account]]


@pytest.fixture(scope="session")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Homeserver]:
    async with await Homeserver.start(tmp_path_factory.mktemp("homeserver")) as running:
        yield running


@pytest.fixture
def new_member(server: Homeserver, request: pytest.FixtureRequest) -> NewMember:
    """Registers a member that no other test has."""
    number = itertools.count()

    async def register() -> Account:
        return await server.register(f"{request.node.name.lower()}-{next(number)}", "pw")

    return register
