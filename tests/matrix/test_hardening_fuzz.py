"""Contents at random: whatever members and strangers send, the bot serves on.

Through the bot as it runs: nio, the inbox, the commands, the outbox. More: `pytest tests/slow`.
"""

from pathlib import Path

import pytest

from commonsbot.matrix.client import Client
from tests.matrix.fuzz import AT_ONCE
from tests.matrix.fuzzing import serve_through
from tests.matrix.machines import Eve

EVENTS = 20_400


@pytest.mark.parametrize("seed", [2026])
async def test_no_content_ends_the_bot(
    client: Client, eve: Eve, tmp_path: Path, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    await serve_through(client, eve, tmp_path, seed, EVENTS // AT_ONCE)
    assert "no sync" not in caplog.messages
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
