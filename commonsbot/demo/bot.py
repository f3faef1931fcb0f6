"""The bot as an operator runs it: a process, its configuration file, its log."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from commonsbot.demo.homeserver import Account, last_lines
from commonsbot.demo.homeserver_config import write_private
from commonsbot.errors import CommonsBotError

STOP_DEADLINE = 10.0  # seconds between SIGTERM and SIGKILL
CONFIG = "commonsbot.yaml"
SECRETS = "secrets.yaml"
LOG = "commonsbot.log"


class DemoError(CommonsBotError):
    """The demonstration cannot start or go on; says why."""


class Bot:
    """A running `commonsbot run`: `pid`, `log`."""

    def __init__(self, process: Process, log: Path) -> None:
        self.log = log
        self._process = process

    @classmethod
    async def start(cls, folder: Path) -> Self:
        """Start the bot on the configuration in `folder`; its log goes there too."""
        log = folder / LOG
        with log.open("ab") as output:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "commonsbot.demo.bot_child", "run", "-c", str(folder / CONFIG)),
                stdin=PIPE,  # its closing tells the bot that we are gone
                stdout=output,
                stderr=STDOUT,
                start_new_session=True,  # a Ctrl-C in the terminal is for us; we stop the bot
            )
        return cls(process, log)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def pid(self) -> int:
        return self._process.pid

    async def ended(self) -> int:
        """Its exit code, once it has ended by itself."""
        return await self._process.wait()

    async def stop(self) -> None:
        """SIGTERM, then SIGKILL when it does not obey."""
        if self._process.returncode is not None:
            return
        self._process.terminate()
        try:
            async with asyncio.timeout(STOP_DEADLINE):
                await self._process.wait()
        except TimeoutError:
            self._process.kill()
            await self._process.wait()

    def end_of_log(self) -> str:
        """What it said last."""
        return last_lines(self.log)


def write_config(folder: Path, settings: Mapping[str, Any]) -> None:
    """The configuration file, as JSON, which is YAML."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CONFIG).write_text(json.dumps(settings, indent=1, ensure_ascii=False) + "\n")


def write_secrets(folder: Path, account: Account) -> None:
    """The file beside it, with the way in."""
    folder.mkdir(parents=True, exist_ok=True)
    secrets = {"access_token": account.access_token, "device_id": account.device_id}
    write_private(folder / SECRETS, json.dumps(secrets) + "\n")


async def import_resources(folder: Path, resources: Path) -> str:
    """`commonsbot import`; what it said. Raises DemoError with that when it failed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "commonsbot", "import", str(resources), "-c", str(folder / CONFIG)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=PIPE,
        stderr=STDOUT,
    )
    try:
        said, _ = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    text = said.decode(errors="replace").strip()
    if process.returncode != 0:
        raise DemoError(text)
    return text
