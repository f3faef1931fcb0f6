"""The two bots as processes: started, waited for, measured, stopped."""

import asyncio
import json
import os
import re
import shutil
import sys
from asyncio.subprocess import DEVNULL, STDOUT, Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import process
from benchmarks.resources import fill
from benchmarks.stage import Stage
from commonsbot.demo.homeserver import Account, last_lines
from commonsbot.demo.seen import Event, body_of

START_DEADLINE = 30.0
STOP_DEADLINE = 15.0
LOOK_AGAIN = 0.05  # seconds between two looks at a log


class BotError(Exception):
    """A bot did not start, or stopped answering."""


@dataclass(slots=True)
class Bot:
    """A bot that answers `!fiche N` in `rooms`."""

    name: str
    account: Account
    rooms: list[str]
    folder: Path
    command: list[str]
    card: re.Pattern[str]
    """Finds the number in its answer to `!fiche N`."""
    running: Process | None = None

    @property
    def user_id(self) -> str:
        return self.account.user_id

    @property
    def pid(self) -> int:
        assert self.running, f"{self.name} is not running"
        return self.running.pid

    def number_in(self, event: Event) -> int | None:
        """The number of the resource that `event` answers for; None for anything else."""
        if event["type"] != "m.room.message" or event["sender"] != self.user_id:
            return None
        found = self.card.search(body_of(event))
        return int(found[1]) if found else None

    def answers(self, number: int, event: Event) -> bool:
        return self.number_in(event) == number

    def processor_seconds(self) -> float:
        return process.processor_seconds(self.pid)

    def memory(self) -> process.Memory:
        return process.memory(self.pid)

    async def logged(self, message: str, times: int = 1) -> dict[str, Any]:
        """The fields of the line that says so for the `times`th time, in a JSON log."""
        async with asyncio.timeout(START_DEADLINE):
            while True:
                lines = [line for line in self._log() if line.get("message") == message]
                if len(lines) >= times:
                    return lines[times - 1]
                await asyncio.sleep(LOOK_AGAIN)

    def _log(self) -> Iterator[dict[str, Any]]:
        for line in (self.folder / "log").read_text().splitlines():
            with suppress(ValueError):  # not written to its end
                yield json.loads(line)

    async def start(self) -> None:
        """Start the process; it may not listen yet."""
        with (self.folder / "log").open("ab") as log:
            self.running = await asyncio.create_subprocess_exec(
                *self.command, stdin=DEVNULL, stdout=log, stderr=STDOUT, env=environment()
            )

    async def stop(self) -> None:
        """SIGTERM, and SIGKILL when that is not enough."""
        running, self.running = self.running, None
        if running is None:
            return
        if running.returncode is None:
            running.terminate()
        try:
            await asyncio.wait_for(running.wait(), STOP_DEADLINE)
        except TimeoutError:
            running.kill()
            await running.wait()


def environment() -> dict[str, str]:
    """Ours, without settings that would change what is measured."""
    return {name: value for name, value in os.environ.items() if "COMMONSBOT" not in name}


@asynccontextmanager
async def echo(stage: Stage, rooms: int, card_size: int, encrypted: int = 0) -> AsyncIterator[Bot]:
    """The bare nio echo, running, its answers as long as a card."""
    account = await stage.account("echo")
    folder = stage.folder / account.user_id.partition(":")[0].removeprefix("@")
    folder.mkdir()
    login = {
        "homeserver": stage.server.url,
        "user_id": account.user_id,
        "device_id": account.device_id,
        "access_token": account.access_token,
        "size": card_size,
    }
    (folder / "account.json").write_text(json.dumps(login))
    bot = Bot(
        name="nio echo",
        account=account,
        rooms=await _rooms(stage, account, rooms, encrypted),
        folder=folder,
        command=[sys.executable, "-m", "benchmarks.echo", str(folder)],
        card=re.compile(r"^!fiche (\d+)"),
    )
    async with _running(stage, bot):
        yield bot


@asynccontextmanager
async def commonsbot(
    stage: Stage, rooms: int, resources: int, encrypted: int = 0, **settings: object
) -> AsyncIterator[Bot]:
    """CommonsBot as an operator runs it, its pace lifted, running, `resources` in its store."""
    account = await stage.account("commonsbot")
    bot = commonsbot_of(
        account,
        stage.server.url,
        stage.folder / account.user_id.partition(":")[0].removeprefix("@"),
        rooms=await _rooms(stage, account, rooms, encrypted),
        **settings,
    )
    shutil.copy(await _filled_database(stage.folder, resources), bot.folder / "data/commonsbot.db")
    async with _running(stage, bot):
        yield bot


def commonsbot_of(account: Account, homeserver: str, folder: Path, **settings: Any) -> Bot:
    """CommonsBot with its files in `folder`, which is made; not running."""
    settings = {
        "homeserver": homeserver,
        "account": account.user_id,
        "stewards": [],
        "pace": {"per_second": 1000, "burst": 1000},
        "hours": "toujours",
        "limits": {"member": 1_000_000, "room": 1_000_000},
        **settings,
    }
    (folder / "data").mkdir(parents=True)
    (folder / "data").chmod(0o700)
    (folder / "config.yaml").write_text(json.dumps(settings))  # JSON is YAML
    secret = folder / "secrets.yaml"
    secret.touch(mode=0o600)
    secret.write_text(f"access_token: {account.access_token}\n")
    return Bot(
        name="CommonsBot",
        account=account,
        rooms=settings["rooms"],
        folder=folder,
        command=[sys.executable, "-m", "commonsbot", "run", "-c", str(folder / "config.yaml")],
        card=re.compile(r"^n°\s*(\d+)"),
    )


@asynccontextmanager
async def _running(stage: Stage, bot: Bot) -> AsyncIterator[None]:
    """From its first words in every room on. Raises BotError with the end of its log."""
    await bot.start()
    try:
        for room in bot.rooms:
            await stage.members[0].wait(
                room=room, sender=bot.user_id, deadline=START_DEADLINE, predicate=speaks
            )
        yield
    except TimeoutError as error:
        raise BotError(f"{bot.name}: {error}\n{last_lines(bot.folder / 'log')}") from error
    finally:
        await bot.stop()


def speaks(event: Event) -> bool:
    """Also in an encrypted room, to a member who can't read it."""
    return event["type"] in ("m.room.message", "m.room.encrypted")


async def _filled_database(folder: Path, resources: int) -> Path:
    """Made once a run: filling takes longer than most measures."""
    database = folder / f"resources-{resources}.db"
    if not database.exists():
        await fill(database, resources)
    return database


async def _rooms(stage: Stage, bot: Account, count: int, encrypted: int) -> list[str]:
    """`count` rooms, the last `encrypted` of them encrypted."""
    return [await stage.room(bot, encrypted=number >= count - encrypted) for number in range(count)]
