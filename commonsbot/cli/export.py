"""`commonsbot export`: the commons in open formats, beside a running bot."""

import asyncio
import json
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from commonsbot import config
from commonsbot.cli.paths import add_config
from commonsbot.cli.progress import progress
from commonsbot.cli.reporting import OK
from commonsbot.cli.words import language, say
from commonsbot.commons.exchange import FORMATS, Format, format_of
from commonsbot.commons.exchange.jsonlines import schema
from commonsbot.commons.exchange.public import published
from commonsbot.config import Config
from commonsbot.domain.audiences import Audience
from commonsbot.domain.records import Whole
from commonsbot.errors import ExchangeError
from commonsbot.store import Store
from commonsbot.store.migrate import version_of
from commonsbot.store.schema import VERSION

AUDIENCES = {
    "all": tuple(Audience),
    "network": (Audience.NETWORK, Audience.PUBLIC),
    "public": (Audience.PUBLIC,),
}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "destination", type=Path, nargs="?", metavar=say("cli-path"), help=say("export-help-path")
    )
    parser.add_argument("--format", choices=FORMATS, help=say("export-help-format"))
    parser.add_argument(
        "--audience", choices=AUDIENCES, default="all", help=say("export-help-audience")
    )
    parser.add_argument("--force", action="store_true", help=say("export-help-force"))
    parser.add_argument("--schema", action="store_true", help=say("export-help-schema"))
    add_config(parser)


def run(args: Namespace) -> int:
    if args.schema:
        print(json.dumps(schema(), indent=2, ensure_ascii=False))
        return OK
    settings = config.load(args.config, language())
    path: Path = args.destination or settings.data / f"commons-{datetime.now(UTC):%Y-%m-%d}.jsonl"
    chosen = FORMATS[args.format] if args.format else format_of(path)
    if chosen is None:
        raise ExchangeError("exchange-no-format", path=str(path), formats=", ".join(FORMATS))
    _make_way(path, force=args.force)
    done = asyncio.run(_export(settings, path, chosen, args.audience))
    print(f"✓ {say('export-done', count=done, path=str(path))}")
    if args.audience == "all":
        print(f"· {say('export-private')}")
    return OK


def _make_way(path: Path, *, force: bool) -> None:
    """Nothing is overwritten unasked; what is in the way is kept aside. Raises ExchangeError."""
    if not path.parent.is_dir():
        raise ExchangeError("export-no-folder", path=str(path.parent))
    if not path.exists():
        return
    if not force:
        raise ExchangeError("export-exists", path=str(path))
    aside = path.with_name(f"{path.name}.before-{datetime.now(UTC):%Y%m%d-%H%M%S}")
    path.rename(aside)


async def _export(settings: Config, path: Path, chosen: Format, audience: str) -> int:
    """How many resources left. Raises ExchangeError."""
    version = await version_of(settings.database)
    if version != VERSION:
        reason = "export-older-database" if version else "export-no-database"
        raise ExchangeError(reason, path=str(settings.database))
    async with Store.reading(settings.database, lambda: datetime.now(UTC)) as tx:
        total = await tx.records.count(AUDIENCES[audience])
        done = 0
        with progress(say("export-under-way"), total) as advance, chosen.write(path) as add:
            async for item in tx.records.each(AUDIENCES[audience]):
                advance(1)
                leaving = item if audience == "all" else published(item)
                if leaving is not None:
                    add(leaving)
                    done += isinstance(leaving, Whole)
        return done
