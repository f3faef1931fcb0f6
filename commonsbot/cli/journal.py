"""`commonsbot journal`: who did what, when and why, one JSON object a line."""

import asyncio
import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, date, datetime, time

from commonsbot import config
from commonsbot.cli.paths import add_config
from commonsbot.cli.reporting import OK
from commonsbot.cli.words import language, say
from commonsbot.config import Config
from commonsbot.domain.acts import Act
from commonsbot.errors import ExchangeError
from commonsbot.store import Store
from commonsbot.store.migrate import version_of
from commonsbot.store.schema import VERSION


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--since", type=_day, metavar=say("cli-day"), help=say("journal-help-since")
    )
    add_config(parser)


def _day(typed: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(typed), time(), UTC)
    except ValueError:
        raise ArgumentTypeError(typed) from None


def run(args: Namespace) -> int:
    return asyncio.run(_print(config.load(args.config, language()), args.since))


async def _print(settings: Config, since: datetime | None) -> int:
    """Raises ExchangeError where there is no journal of this version."""
    version = await version_of(settings.database)
    if version != VERSION:
        reason = "export-older-database" if version else "export-no-database"
        raise ExchangeError(reason, path=str(settings.database))
    async with Store.reading(settings.database, lambda: datetime.now(UTC)) as tx:
        async for act in tx.journal.each(since):
            sys.stdout.write(line(act) + "\n")
    return OK


def line(act: Act) -> str:
    """Stable names, moments in UTC (ISO 8601)."""
    fields = {
        "at": act.at.isoformat(),
        "who": act.who,
        "what": act.what,
        "noun": act.noun,
        "id": act.noun_id,
        "why": act.why,
    }
    return json.dumps(fields, ensure_ascii=False)
