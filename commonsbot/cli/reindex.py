"""`commonsbot reindex`: the search index made anew, by the running bot or here."""

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from commonsbot import config
from commonsbot.cli.paths import add_config
from commonsbot.cli.progress import progress
from commonsbot.cli.reporting import OK
from commonsbot.cli.words import language, say
from commonsbot.commons.reindex import rebuild
from commonsbot.config import Config
from commonsbot.errors import DataDirectoryBusyError, ExchangeError
from commonsbot.store import Store
from commonsbot.store.index import Progress
from commonsbot.store.lock import data_directory
from commonsbot.store.migrate import version_of
from commonsbot.store.schema import VERSION

_EVERY = 0.5
"""Seconds between two looks at how far the bot is."""

Told = Callable[[Progress], None]


def add_arguments(parser: ArgumentParser) -> None:
    add_config(parser)


def run(args: Namespace) -> int:
    settings = config.load(args.config, language())
    print(f"✓ {say('reindex-done', count=asyncio.run(_reindex(settings)))}")
    return OK


async def _reindex(settings: Config) -> int:
    """How many documents the new index holds. Raises ExchangeError."""
    version = await version_of(settings.database)
    if version != VERSION:
        reason = "export-older-database" if version else "export-no-database"
        raise ExchangeError(reason, path=str(settings.database))
    store = await Store.open(settings.database, lambda: datetime.now(UTC))
    try:
        async with store.transaction() as tx:
            await tx.index.rebuilding.ask()
        total = (await store.read.index.rebuilding.progress()).total
        with progress(say("reindex-under-way"), total) as advance:
            return await _made(store, settings.data, _counted(advance))
    finally:
        await store.close()


async def _made(store: Store, folder: Path, told: Told) -> int:
    """By the running bot; here where none runs, also when it stops before the end."""
    is_told = False
    while not (state := await store.read.index.rebuilding.progress()).is_over:
        told(state)
        try:
            with data_directory(folder):
                return await rebuild(store, told)
        except DataDirectoryBusyError:
            if not is_told:
                print(f"· {say('reindex-by-bot')}")
                is_told = True
            await asyncio.sleep(_EVERY)
    return state.done


def _counted(advance: Callable[[int], None]) -> Told:
    last = 0

    def told(state: Progress) -> None:
        nonlocal last
        advance(state.done - last)
        last = state.done

    return told
