"""`commonsbot import`: resources of a file, added to the commons."""

import asyncio
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from commonsbot import config
from commonsbot.cli.paths import add_config
from commonsbot.cli.reporting import FAILED, OK
from commonsbot.cli.starter import BadEntry, Entry, read
from commonsbot.cli.words import language, say
from commonsbot.domain.audiences import Audience
from commonsbot.store import Store, Transaction
from commonsbot.store.lock import data_directory


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("resources", type=Path, metavar=say("cli-file"), help=say("import-file"))
    add_config(parser)


def run(args: Namespace) -> int:
    settings = config.load(args.config, language())
    good, bad = read(args.resources)
    with data_directory(settings.data):
        added = asyncio.run(_import(settings.database, good))
    _report(args.resources, added, len(good) - added, bad)
    return FAILED if bad else OK


async def _import(database: Path, entries: list[Entry]) -> int:
    """How many were new."""
    store = await Store.open(database, lambda: datetime.now(UTC))
    try:
        async with store.transaction() as transaction:
            return await add_missing(transaction, entries)
    finally:
        await store.close()


async def add_missing(transaction: Transaction, entries: list[Entry]) -> int:
    """Adds the entries whose origin the commons don't have yet; how many."""
    added = 0
    for entry in entries:
        if await transaction.resources.imported(entry.origin):
            continue
        await transaction.resources.add(entry.draft, audience=Audience.NETWORK, origin=entry.origin)
        added += 1
    return added


def _report(file: Path, added: int, known: int, bad: list[BadEntry]) -> None:
    print(f"✓ {say('import-added', count=added)}")
    if known:
        print(f"· {say('import-known', count=known)}")
    for entry in bad:
        print(f"✗ {file}: {entry.key}: {entry.problem} {entry.remedy}")
