"""`commonsbot sources`: those that come with the bot, and OPML in and out."""

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from commonsbot import config
from commonsbot.cli.paths import add_config
from commonsbot.cli.reporting import FAILED, OK
from commonsbot.cli.words import language, say
from commonsbot.config import Config, ready_sources
from commonsbot.domain.sources import Source
from commonsbot.errors import FetchError
from commonsbot.news import opml
from commonsbot.store import Store
from commonsbot.store.lock import data_directory


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=("list", "import", "export"), help=say("sources-action"))
    parser.add_argument("--file", type=Path, metavar=say("cli-file"), help=say("sources-file"))
    parser.add_argument("--room", metavar=say("sources-room-name"), help=say("sources-room"))
    add_config(parser)


def run(args: Namespace) -> int:
    if args.action == "list":
        return _list()
    if args.file is None:
        print(f"✗ {say('sources-no-file')}")
        return FAILED
    settings = config.load(args.config, language())
    if args.action == "export":
        return _export(settings, args.file)
    if args.room is None:
        print(f"✗ {say('sources-no-room')}")
        return FAILED
    return _take_in(settings, args.file, args.room)


def _list() -> int:
    for one in ready_sources.load():
        state = say("sources-checked", day=one.checked) if one.checked else say("sources-off")
        print(f"{one.name} · {one.url}\n  {state}")
    return OK


def _export(settings: Config, path: Path) -> int:
    sources = asyncio.run(_followed(settings))
    path.write_text(opml.written(sources, settings.name or "CommonsBot"), "utf-8")
    print(f"✓ {say('sources-exported', count=len(sources), path=str(path))}")
    return OK


async def _followed(settings: Config) -> list[Source]:
    async with Store.reading(settings.database, lambda: datetime.now(UTC)) as tx:
        return await tx.sources.every()


def _take_in(settings: Config, path: Path, room: str) -> int:
    try:
        urls = opml.read(path.read_bytes())
    except (OSError, FetchError) as error:
        print(f"✗ {say('sources-unreadable', path=str(path), reason=str(error))}")
        return FAILED
    with data_directory(settings.data):
        return asyncio.run(_follow(settings, urls, room))


async def _follow(settings: Config, urls: Sequence[str], name: str) -> int:
    store = await Store.open(settings.database, lambda: datetime.now(UTC))
    try:
        rooms = [room for room in await store.read.rooms.joined() if not room.direct]
        named = [room.id for room in rooms if name in (room.id, room.alias, room.name)]
        if len(named) != 1:
            known = "".join(f"\n  {room.name} · {room.id}" for room in rooms)
            print(f"✗ {say('sources-room-unknown', room=name)}{known}")
            return FAILED
        (room,) = named
        async with store.transaction() as tx:
            fresh = 0
            for url in urls:
                source = await tx.sources.add(url, None)
                fresh += await tx.followings.add(source.id, room, None, settings.news.posting)
    finally:
        await store.close()
    print(f"✓ {say('sources-imported', count=fresh, known=len(urls) - fresh)}")
    return OK
