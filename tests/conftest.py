"""What every folder of tests may use."""

from collections.abc import AsyncIterator

import pytest
from hypothesis import settings

from commonsbot.demo.homeserver import Homeserver

pytest.register_assert_rewrite(*(f"tests.rooms.{name}" for name in ("bots", "networks", "shares")))

# A busy machine is no bug: how long an example takes says nothing here.
settings.register_profile("commonsbot", deadline=None)
settings.load_profile("commonsbot")


SLOW = ("strict", "rooms", "demo")
"""Folders whose tests run processes, the longest first: those of the others fill what is left."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Workers that are done take tests from the end of another's list."""
    order = {folder: place for place, folder in enumerate(SLOW)}
    items.sort(key=lambda item: order.get(item.path.parent.name, len(SLOW)))


@pytest.fixture(scope="session")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Homeserver]:
    """One homeserver for the whole run; each test brings its own people and rooms."""
    async with await Homeserver.start(tmp_path_factory.mktemp("homeserver")) as running:
        yield running
