"""Networks for the tests: one that the conversations share, and new ones."""

from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from contextlib import AsyncExitStack
from itertools import count
from pathlib import Path
from random import Random, SystemRandom

import pytest

from commonsbot.demo.feeds import FeedServer
from commonsbot.demo.homeserver import Homeserver
from tests.rooms.bots import last_words
from tests.rooms.networks import Network, network_on


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed conversation shows what its bots logged."""
    report = yield
    if report.failed:
        report.sections += [(f"log of {name}", lines) for name, lines in last_words()]
    return report


NewNetwork = Callable[..., Awaitable[Network]]


@pytest.fixture(scope="session")
async def town(
    server: Homeserver, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Network]:
    """A network whose bot runs as long as the tests: for those that leave it as it was."""
    async with network_on(server, tmp_path_factory.mktemp("town") / "bot") as network:
        await network.start()
        yield network


@pytest.fixture
async def new_network(server: Homeserver, tmp_path: Path) -> AsyncIterator[NewNetwork]:
    """Makes networks of a test's own, from the settings of their bot; it is not started."""
    numbers = count(1)
    async with AsyncExitStack() as stack:

        async def make(**settings: object) -> Network:
            folder = tmp_path / f"bot{next(numbers)}"
            return await stack.enter_async_context(network_on(server, folder, **settings))

        yield make


@pytest.fixture
async def feeds() -> AsyncIterator[FeedServer]:
    async with FeedServer() as server:
        yield server


@pytest.fixture
async def news_network(new_network: NewNetwork, feeds: FeedServer) -> Network:
    """A network whose bot reads the feeds every second, and posts what is new at any hour."""
    allowed = [f"127.0.0.1:{feeds.port}"]
    return await new_network(
        news={"interval": "1 s", "allowed_hosts": allowed, "post": "at_once"}, hours="toujours"
    )


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> Random:
    """Random moments; the seed is shown when the test fails."""
    seed = SystemRandom().randrange(1_000_000)
    print(f"seed of {request.node.name}: {seed}")
    return Random(seed)
