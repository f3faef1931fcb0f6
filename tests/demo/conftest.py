"""Members for the tests of this folder, on the homeserver of all tests."""

import itertools
from collections.abc import Awaitable, Callable

import pytest

from commonsbot.demo.homeserver import Account, Homeserver

NewMember = Callable[[], Awaitable[Account]]


@pytest.fixture
def new_member(server: Homeserver, request: pytest.FixtureRequest) -> NewMember:
    """Registers a member that no other test has."""
    number = itertools.count()

    async def register() -> Account:
        return await server.register(f"{request.node.name.lower()}-{next(number)}", "pw")

    return register
