"""`commonsbot backup`: everything the bot knows, in one file, while it runs."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from commonsbot import __version__, config
from commonsbot.cli.paths import add_config
from commonsbot.cli.reporting import OK
from commonsbot.cli.words import language, say
from commonsbot.domain.backups import Manifest
from commonsbot.store import archive
from commonsbot.store.backup import Backup, back_up, prune


def add_arguments(parser: ArgumentParser) -> None:
    folder = say("backup-folder")
    parser.add_argument(
        "destination", type=Path, nargs="?", metavar=folder, help=say("backup-help-folder")
    )
    add_config(parser)
    parser.add_argument("--keep", type=_count, metavar="N", help=say("backup-help-keep"))


def run(args: Namespace) -> int:
    settings = config.load(args.config, language())
    destination = args.destination or settings.data / "backups"
    moment = datetime.now(UTC)
    made = back_up(settings.data, destination, settings.account, __version__, moment)
    _report(made)
    if args.keep:
        for old in prune(destination, settings.account, args.keep):
            print(f"· {say('backup-pruned', path=str(old))}")
    return OK


def _count(word: str) -> int:
    number = int(word)
    if number < 1:
        raise ValueError
    return number


def _report(made: Backup) -> None:
    size = -(-made.size // 1000)
    print(f"✓ {say('backup-made', path=str(made.path), size=size)}")
    for words in _contents(made.manifest):
        print(f"  - {words}")
    print(f"· {say('backup-settings')}")


def _contents(manifest: Manifest) -> Iterator[str]:
    yield say("backup-database", version=manifest.schema)
    if manifest.devices:
        yield say("backup-device", device=manifest.devices[0])
    if any(archive.IDENTITY.fullmatch(name) for name in manifest.files):
        yield say("backup-identity")
    if archive.SESSION in manifest.files:
        yield say("backup-session")
