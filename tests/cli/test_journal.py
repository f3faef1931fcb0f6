"""The journal leaves as open lines, beside a running bot."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

from commonsbot import config as configuration
from commonsbot.domain.ids import UserId
from commonsbot.store import Store
from tests.cli.conftest import Run
from tests.cli.test_import import files

__all__ = ["files"]

ANNE = UserId("@anne:example.org")


async def _fill(database: Path) -> None:
    moments = iter([datetime(2026, 11, 1, 12, tzinfo=UTC), datetime(2026, 11, 3, 12, tzinfo=UTC)])
    clock = [next(moments)]
    store = await Store.open(database, lambda: clock[0])
    try:
        async with store.transaction() as tx:
            await tx.journal.write(ANNE, "hide", "resource", 42, "à revoir")
        clock[0] = next(moments)
        async with store.transaction() as tx:
            await tx.journal.write(None, "stop", "source", 3)
    finally:
        await store.close()


def test_every_act_is_a_line(run: Run, files: tuple[Path, Path]) -> None:
    settings = configuration.load(files[0])
    settings.data.mkdir(mode=0o700)
    asyncio.run(_fill(settings.database))
    code, out, err = run("journal", "-c", files[0])
    assert code == 0, err
    first, second = map(json.loads, out.splitlines())
    assert first == {
        "at": "2026-11-01T12:00:00+00:00",
        "who": ANNE,
        "what": "hide",
        "noun": "resource",
        "id": "42",
        "why": "à revoir",
    }
    assert second["who"] is None
    code, out, _ = run("journal", "-c", files[0], "--since", "2026-11-02")
    assert [json.loads(line) for line in out.splitlines()] == [second]


def test_a_day_that_is_none_is_told(run: Run, files: tuple[Path, Path]) -> None:
    code, _, err = run("journal", "-c", files[0], "--since", "hier")
    assert code == 2 and "hier" in err
