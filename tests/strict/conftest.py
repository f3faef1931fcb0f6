"""Strict members, on the homeserver of all tests."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from functools import partial
from itertools import count

import pytest

from commonsbot.demo.homeserver import Account, Homeserver
from tests.rooms.conftest import chance
from tests.strict import installed
from tests.strict.people import StrictPerson

__all__ = ["chance"]

NewStrict = Callable[..., Awaitable[StrictPerson]]

PASSWORD = "correct-horse"

_numbers = count(1)


@pytest.fixture(scope="session")
async def strict_client() -> None:
    """matrix-js-sdk is installed. Skips where Node is missing, fails there under CI."""
    if missing := await installed.what_is_missing():
        if installed.may_skip():
            pytest.skip(missing)
        pytest.fail(missing)
    await installed.install()


@pytest.fixture
async def new_strict(server: Homeserver, strict_client: None) -> AsyncIterator[NewStrict]:
    """Makes strict members: new ones, or another device of an account."""
    async with AsyncExitStack() as stack:
        yield partial(strict_person, stack, server)


async def strict_person(
    stack: AsyncExitStack,
    server: Homeserver,
    account: Account | None = None,
    *,
    signs: bool = True,
    recovery_key: str = "",
) -> StrictPerson:
    """A new member, or `account` on a new device, until `stack` ends."""
    name = account.user_id[1:].partition(":")[0] if account else f"strict-{next(_numbers)}"
    device = await server.register(name, PASSWORD)
    person = await StrictPerson.arrive(server.url, device, signs=signs, recovery_key=recovery_key)
    return await stack.enter_async_context(person)
