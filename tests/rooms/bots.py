"""The bot as its operator runs it: two files, a process, its log and its data."""

import asyncio
import json
import signal
import sqlite3
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from weakref import WeakSet

import yaml

from commonsbot.demo.homeserver import Account

START_DEADLINE = 30.0
STOP_DEADLINE = 15.0

NO_PACE = {"per_second": 1000, "burst": 1000}

Line = dict[str, Any]


TAIL = 25
"""Lines of a bot's log that a failed test shows."""

_running: "WeakSet[Bot]" = WeakSet()


def last_words() -> Iterator[tuple[str, str]]:
    """Of each bot that runs: its name, and the end of its log."""
    for bot in _running:
        yield bot.user_id, "\n".join(json.dumps(line) for line in bot.log[-TAIL:])


class Bot:
    """`python -m commonsbot run` with its files in `folder`. `log` holds this start's lines."""

    def __init__(self, folder: Path, homeserver: str, account: Account, **settings: Any) -> None:
        self.folder = folder
        self.user_id = account.user_id
        self.account = account
        self.log: list[Line] = []
        self._settings = {
            "homeserver": homeserver,
            "account": account.user_id,
            "pace": NO_PACE,
            "hours": "toujours",
            "limits": {"member": 1_000_000, "room": 1_000_000},
            "log": {"format": "json"},
        }
        self._process: Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._grown = asyncio.Event()
        folder.mkdir(parents=True)
        self.give_secret(access_token=account.access_token)
        self.configure(**settings)

    def give_secret(self, **secret: str) -> None:
        """What it logs in with, instead of the account's token."""
        path = self.folder / "secrets.yaml"
        path.touch(mode=0o600)
        path.write_text(yaml.safe_dump(secret))

    def configure(self, **settings: Any) -> None:
        """Changes its settings; they count from the next start."""
        self._settings |= settings
        (self.folder / "commonsbot.yaml").write_text(yaml.safe_dump(self._settings))

    # Its life

    async def start(self) -> None:
        """Starts it and returns once it serves."""
        await self.launch()
        await self.logged("ready", START_DEADLINE)

    async def launch(self) -> None:
        """Starts the process, and does not wait for it."""
        self.log = []
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "commonsbot", "run"),
            *("-c", str(self.folder / "commonsbot.yaml")),
            stderr=PIPE,
        )
        self._reading = asyncio.create_task(self._read(self._process))
        _running.add(self)

    async def stop(self) -> int:
        """SIGTERM; the exit code."""
        return await self._end(signal.SIGTERM)

    async def kill(self) -> None:
        """SIGKILL, whatever it is doing; nothing when it has ended."""
        if self._process is not None:
            await self._end(signal.SIGKILL)

    async def ended(self, deadline: float = STOP_DEADLINE) -> int:
        """The exit code, once it has ended by itself or by a signal."""
        assert self._process and self._reading, "it was never started"
        async with asyncio.timeout(deadline):
            code = await self._process.wait()
            await self._reading
        self._process = None
        _running.discard(self)
        return code

    async def _end(self, number: signal.Signals) -> int:
        assert self._process, "it does not run"
        if self._process.returncode is None:
            self._process.send_signal(number)
        return await self.ended()

    async def operate(self, *words: str, typed: Sequence[str] = ()) -> tuple[int, str]:
        """`commonsbot WORDS` on its files, these lines typed; the exit code and all it said."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "commonsbot", *words, "--lang", "en"),
            *("-c", str(self.folder / "commonsbot.yaml")),
            stdin=PIPE,
            stdout=PIPE,
            stderr=STDOUT,
        )
        said, _ = await process.communicate("".join(f"{line}\n" for line in typed).encode())
        assert process.returncode is not None
        return process.returncode, said.decode()

    # What can be seen of it

    async def logged(self, message: str, deadline: float = 10.0, **fields: Any) -> Line:
        """The first line of this start that says `message` with `fields`, read or to come."""
        wanted = {"message": message, **fields}
        try:
            async with asyncio.timeout(deadline):
                while True:
                    grown = self._grown
                    for line in self.log:
                        if wanted.items() <= line.items():
                            return line
                    assert not self._has_ended(), f"it ended:\n{self.log}"
                    await grown.wait()
        except TimeoutError:
            raise TimeoutError(f"{wanted} was not logged:\n{self.log}") from None

    def rows(self, sql: str, *values: object) -> list[Any]:
        """What its database holds now."""
        with closing(self._database()) as database:
            return database.execute(sql, values).fetchall()

    def count(self, sql: str, *values: object) -> int:
        return int(self.rows(sql, *values)[0][0])

    def alter(self, sql: str, *values: object) -> None:
        """Makes its data as old as a test needs, while it is stopped."""
        assert self._process is None, "not under a running bot"
        with closing(self._database()) as database, database:
            database.execute(sql, values)

    def _database(self) -> sqlite3.Connection:
        return sqlite3.connect(self.folder / "data" / "commonsbot.db", timeout=10)

    def _has_ended(self) -> bool:
        return self._reading is None or self._reading.done()

    async def _read(self, process: Process) -> None:
        assert process.stderr
        async for line in process.stderr:
            self.log.append(parsed(line.decode(errors="replace").rstrip()))
            self._wake()
        await process.wait()
        asyncio.get_running_loop().call_soon(self._wake)  # once this task is done

    def _wake(self) -> None:
        self._grown.set()
        self._grown = asyncio.Event()


def parsed(line: str) -> Line:
    """A line of the JSON log; anything else is only a message."""
    try:
        read: Mapping[str, Any] = json.loads(line)
    except ValueError:
        return {"message": line}
    return dict(read)
