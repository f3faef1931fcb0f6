"""`reindex`: the search index made anew, whether the bot runs or not."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

from commonsbot.commons.reindex import Reindexing
from commonsbot.domain.audiences import Reader
from commonsbot.store import Store
from commonsbot.store.lock import data_directory
from tests.cli.conftest import Run
from tests.cli.test_export import config, files

__all__ = ["config", "files"]


async def opened(data: Path) -> Store:
    return await Store.open(data / "commonsbot.db", lambda: datetime.now(UTC))


async def harm(data: Path) -> None:
    """The index forgets a resource, as a damaged one would."""
    store = await opened(data)
    async with store.transaction() as tx:
        await tx.index.drop((await tx.index.search("ouvert", Reader(frozenset()), 1)).ids[0])
    await store.close()


async def finds(data: Path, query: str) -> int:
    store = await opened(data)
    try:
        return (await store.read.index.search(query, Reader(frozenset()), 5)).total
    finally:
        await store.close()


def test_without_a_bot_the_command_makes_it(run: Run, config: Path, tmp_path: Path) -> None:
    asyncio.run(harm(tmp_path / "data"))
    assert not asyncio.run(finds(tmp_path / "data", "ouvert"))
    code, out, _ = run("reindex", "-c", config)
    assert code == 0 and "2 cards and news items" in out
    assert asyncio.run(finds(tmp_path / "data", "ouvert")) == 1


def test_a_running_bot_makes_it_itself(run: Run, config: Path, tmp_path: Path) -> None:
    asyncio.run(harm(tmp_path / "data"))
    stop = Event()
    bot = Thread(target=asyncio.run, args=[running(tmp_path / "data", stop)])
    with data_directory(tmp_path / "data"):
        bot.start()
        code, out, _ = run("reindex", "-c", config)
        stop.set()
        bot.join()
    assert code == 0 and "The bot is running" in out and "2 cards" in out
    assert asyncio.run(finds(tmp_path / "data", "ouvert")) == 1


async def running(data: Path, stop: Event) -> None:
    """The bot's own upkeep of its index."""
    store = await opened(data)
    task = asyncio.create_task(Reindexing(store, every=0.05).run())
    await asyncio.to_thread(stop.wait)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await store.close()


def test_there_must_be_a_database(run: Run, config: Path) -> None:
    config.write_text(config.read_text() + "data: other\n")
    code, _, err = run("reindex", "-c", config)
    assert code == 1 and "There is no database" in err
