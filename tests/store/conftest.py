from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commonsbot.store import Store

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await Store.open(tmp_path / "commonsbot.db", lambda: NOW)
    yield store
    await store.close()
