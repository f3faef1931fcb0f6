"""`commonsbot import`: resources of a file or folder, added to the commons."""

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from commonsbot import config
from commonsbot.cli import starter
from commonsbot.cli.paths import add_config
from commonsbot.cli.progress import Advance, progress
from commonsbot.cli.reporting import FAILED, OK
from commonsbot.cli.words import language, say
from commonsbot.commons.exchange import FORMATS, Fault, Format, Item, format_of
from commonsbot.commons.exchange.preparing import Prepared, prepared
from commonsbot.commons.themes import adopt
from commonsbot.domain.licences import Licence
from commonsbot.domain.records import Gone, Record, Whole
from commonsbot.errors import ExchangeError
from commonsbot.store import Store, Transaction
from commonsbot.store.intake import Taken
from commonsbot.store.lock import data_directory

SHOWN = 50
"""Faults shown one by one."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("resources", type=Path, metavar=say("cli-path"), help=say("import-file"))
    parser.add_argument("--format", choices=[*FORMATS, "yaml"], help=say("export-help-format"))
    add_config(parser)


def run(args: Namespace) -> int:
    settings = config.load(args.config, language())
    path: Path = args.resources
    items, total = _items(path, args.format)
    with data_directory(settings.data), progress(say("import-under-way"), total) as advance:
        tally = asyncio.run(_import(settings, items, advance))
    tally.report()
    return FAILED if tally.faults else OK


def _items(path: Path, asked: str | None) -> tuple[Iterator[Item], int | None]:
    """What the file holds, and how many where that is known. Raises ConfigError, ExchangeError."""
    if asked == "yaml" or (asked is None and path.suffix.lower() in (".yaml", ".yml")):
        good, bad = starter.read(path)
        return _written(good, bad, path), len(good) + len(bad)
    chosen = FORMATS[asked] if asked else format_of(path)
    if chosen is None:
        formats = ", ".join([*FORMATS, "yaml"])
        raise ExchangeError("exchange-no-format", path=str(path), formats=formats)
    if not path.exists():
        raise ExchangeError("import-no-file", path=str(path))
    return _guarded(path, chosen), None


def _guarded(path: Path, chosen: Format) -> Iterator[Item]:
    try:
        yield from chosen.read(path)
    except (OSError, UnicodeDecodeError) as error:
        raise ExchangeError("import-not-read", path=str(path), detail=str(error)) from error


def _written(good: list[starter.Entry], bad: list[starter.BadEntry], path: Path) -> Iterator[Item]:
    for entry in good:
        draft = entry.draft
        yield Whole(
            Record(
                title=draft.title,
                text=draft.text,
                links=draft.links,
                themes=draft.themes,
                kind=draft.kind,
                licence=draft.licence or Licence.NETWORK,
                origin=entry.origin,
            )
        )
    for fault in bad:
        values = {"problem": fault.problem, "remedy": fault.remedy}
        yield Fault(f"{path}: {fault.key}", "import-bad-entry", values)


class Tally:
    """What became of everything in the file."""

    def __init__(self) -> None:
        self.taken = Taken()
        self.forgotten = 0
        self.faults = 0

    def fault(self, fault: Fault) -> None:
        self.faults += 1
        if self.faults <= SHOWN:
            print(f"✗ {fault.place}: {say(fault.sentence, **fault.values)}")

    def report(self) -> None:
        if self.faults > SHOWN:
            print(f"✗ {say('import-more-faults', count=self.faults - SHOWN)}")
        print(f"✓ {say('import-added', count=self.taken.added)}")
        if self.taken.known:
            print(f"· {say('import-known', count=self.taken.known)}")
        if self.forgotten:
            print(f"· {say('import-forgotten', count=self.forgotten)}")
        for before, now in self.taken.moved[:SHOWN]:
            print(f"· {say('import-moved', before=str(before), now=str(now))}")
        if len(self.taken.moved) > SHOWN:
            print(f"· {say('import-more-moved', count=len(self.taken.moved) - SHOWN)}")


async def _import(settings: config.Config, items: Iterator[Item], advance: Advance) -> Tally:
    tally = Tally()
    store = await Store.open(settings.database, lambda: datetime.now(UTC))
    try:
        async with store.transaction() as tx:
            await adopt(tx, settings.vocabulary)
            recogniser = await tx.themes.recogniser()
        async for batch in prepared(items, recogniser):
            async with store.transaction() as tx:
                await _take(tx, batch, tally)
            advance(len(batch))
        async with store.transaction() as tx:
            await tx.intake.settle()
    finally:
        await store.close()
    return tally


async def _take(tx: Transaction, batch: Sequence[Prepared], tally: Tally) -> None:
    """In one transaction: a kill loses no more, and the import goes on where it was."""
    wholes = [(item, words) for item, words in batch if isinstance(item, Whole)]
    tally.taken += await tx.intake.take([item for item, _ in wholes], [w for _, w in wholes])
    for item, _ in batch:
        if isinstance(item, Gone):
            tally.forgotten += await tx.intake.forget(item)
        elif isinstance(item, Fault):
            tally.fault(item)
