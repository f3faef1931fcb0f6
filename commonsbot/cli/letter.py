"""`commonsbot letter`: a letter that was sent, for the network's own newsletter."""

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from commonsbot import config
from commonsbot.cli.paths import add_config
from commonsbot.cli.reporting import OK
from commonsbot.cli.words import language, say
from commonsbot.config import Config
from commonsbot.digest.email import email
from commonsbot.digest.markdown import markdown
from commonsbot.digest.memory import remembered
from commonsbot.digest.outline import Outline, outline
from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.editions import read_week
from commonsbot.domain.ids import RoomId
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.rooms import Room
from commonsbot.errors import ExchangeError
from commonsbot.store import Store, Transaction
from commonsbot.store.editions import Edition
from commonsbot.store.migrate import version_of
from commonsbot.store.schema import VERSION
from commonsbot.texts import Translator, Views

FORMATS: dict[str, Callable[[Outline], str]] = {"html": email, "md": markdown}

_ENDINGS = {"htm": "html", "markdown": "md"}

AUDIENCES = {
    "room": tuple(Audience),
    "network": (Audience.NETWORK, Audience.PUBLIC),
    "public": (Audience.PUBLIC,),
}

_WEEKS = 5
"""Past letters that are named when one is asked for that isn't there."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("week", nargs="?", metavar=say("letter-week"), help=say("letter-help-week"))
    parser.add_argument("--room", metavar=say("letter-room"), help=say("letter-help-room"))
    parser.add_argument("--format", choices=FORMATS, help=say("letter-help-format"))
    parser.add_argument(
        "--audience", choices=AUDIENCES, default="network", help=say("letter-help-audience")
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar=say("cli-path"), help=say("letter-help-output")
    )
    add_config(parser)


def run(args: Namespace) -> int:
    """Raises ExchangeError."""
    settings = config.load(args.config, language())
    output: Path | None = args.output
    write = _format(args.format, output)
    if output and output.exists():
        raise ExchangeError("letter-exists", path=str(output))
    letter = write(asyncio.run(_letter(settings, args)))
    if output is None:
        print(letter, end="")
        return OK
    output.write_text(letter, encoding="utf-8")
    print(f"✓ {say('letter-done', path=str(output))}")
    return OK


def _format(name: str | None, output: Path | None) -> Callable[[Outline], str]:
    """The one asked for, else that of the file's ending. Raises ExchangeError."""
    ending = output.suffix.lstrip(".").lower() if output else ""
    found = name or _ENDINGS.get(ending, ending) or "html"
    if found not in FORMATS:
        raise ExchangeError("exchange-no-format", path=str(output), formats=", ".join(FORMATS))
    return FORMATS[found]


async def _letter(settings: Config, args: Namespace) -> Outline:
    version = await version_of(settings.database)
    if version != VERSION:
        reason = "export-older-database" if version else "export-no-database"
        raise ExchangeError(reason, path=str(settings.database))
    async with Store.reading(settings.database, lambda: datetime.now(UTC)) as tx:
        room = await _room(tx, args.room)
        schedule = settings.schedule(room.id)
        zone = schedule.zone if schedule else ZoneInfo("Europe/Paris")
        edition = await _edition(tx, room.id, args.week, datetime.now(zone))
        contents = await remembered(tx, edition, Reader(frozenset({room.id})))
        chosen = await tx.languages.of(room.id)
    links = Permalinks(settings.permalink_prefix)
    spoken = chosen or settings.language_of(room.id) or settings.language
    views = Views(Translator(spoken), links, zone, settings.name)
    return outline(views, contents.within(AUDIENCES[args.audience]))


async def _room(tx: Transaction, named: str | None) -> Room:
    """The room of that id or name, or the only one that ever had a letter."""
    rooms = [room for room in await tx.rooms.joined() if not room.direct]
    with_letters = [room for room in rooms if await tx.editions.weeks(room.id, 1)]
    found = [room for room in rooms if named in (room.id, room.name)] if named else with_letters
    if len(found) == 1:
        return found[0]
    known = " ; ".join(f"{room.name} ({room.id})" for room in with_letters)
    if not known:
        raise ExchangeError("letter-none-sent")
    raise ExchangeError("letter-which-room", rooms=known)


async def _edition(tx: Transaction, room: RoomId, typed: str | None, today: datetime) -> Edition:
    """Of the week that was asked for, else the last one. Raises ExchangeError."""
    weeks = await tx.editions.weeks(room, _WEEKS)
    week = read_week(typed, today) if typed else next(iter(weeks), None)
    edition = await tx.editions.of_week(room, week) if week else None
    if edition is None:
        known = ", ".join(weeks) or "-"
        raise ExchangeError("letter-no-week", week=typed or "-", weeks=known)
    return edition
