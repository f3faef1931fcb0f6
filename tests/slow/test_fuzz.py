"""Half a million events at random, an hour or less: `pytest tests/slow/test_fuzz.py -s`."""

from pathlib import Path
from random import Random

import pytest

from commonsbot.matrix.client import Client
from tests.matrix.machines import Eve
from tests.matrix.test_hardening_fuzz import test_no_content_ends_the_bot

ROUNDS = 25
"""Of 20,400 events."""


@pytest.mark.parametrize("number", range(ROUNDS))
async def test_another_round_of_contents(
    client: Client,
    eve: Eve,
    tmp_path: Path,
    chance: Random,
    caplog: pytest.LogCaptureFixture,
    number: int,
) -> None:
    seed = chance.randrange(2**32)
    print(f"round {number}: seed {seed}")
    await test_no_content_ends_the_bot(client, eve, tmp_path, seed, caplog)
