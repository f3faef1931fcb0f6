"""A real Synapse on loopback, for the demo, the tests and the benchmarks.

    async with await Homeserver.start(folder) as server:
        anne = await server.register("anne", "secret")

The folder holds the database, the secrets and the log; started there again, the server knows
its accounts and their tokens.
"""

import asyncio
import hashlib
import hmac
import importlib.util
import socket
import sys
import time
from asyncio.subprocess import PIPE, STDOUT, Process
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import aiohttp

from commonsbot.demo import homeserver_config as config
from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.errors import CommonsBotError, RefusedError

REGISTER = "/_synapse/admin/v1/register"
START_DEADLINE = 60.0  # seconds; measured: 2 on an empty folder, 1.2 on a kept one
STOP_DEADLINE = 10.0  # seconds between SIGTERM and SIGKILL
POLL_EVERY = 0.05  # seconds
LOG_LINES_QUOTED = 15


class HomeserverError(CommonsBotError):
    """Synapse is not installed, or did not start."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user's way in."""

    user_id: str
    device_id: str
    access_token: str
    password: str


class Homeserver:
    """A running Synapse: `url`, `server_name`, `folder`, `port`."""

    server_name = config.SERVER_NAME

    def __init__(self, folder: Path, identity: config.Identity) -> None:
        self.folder = folder
        self.port = identity.port
        self.url = f"http://127.0.0.1:{identity.port}"
        self._secret = identity.registration_secret
        self._process: Process | None = None

    @classmethod
    async def start(cls, folder: Path, port: int | None = None, limits: bool = False) -> Self:
        """Start Synapse with its data in `folder`, made if need be.

        Without `port`: the one the folder used last if it is free, else any free one.
        `limits` keeps Synapse's default rate limits. Raises HomeserverError.
        """
        if importlib.util.find_spec("synapse") is None:
            raise HomeserverError("Synapse is missing: pip install 'commonsbot[demo]'")
        folder, identity = prepare(folder, port, limits=limits)
        server = cls(folder, identity)
        await server._launch()
        return server

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def pid(self) -> int | None:
        """Synapse's process id; None when stopped."""
        return self._process.pid if self._process is not None else None

    async def register(self, name: str, password: str, *, admin: bool = False) -> Account:
        """The account @name:localhost, logged in; made if it does not exist yet.

        Source: Synapse's shared-secret registration. Raises RefusedError when the account
        exists with another password.
        """
        async with ClientApi(self.url) as api:
            try:
                answer = await self._create_account(api, name, password, admin=admin)
            except RefusedError as error:
                if error.code != "M_USER_IN_USE":
                    raise
                answer = await login(api, name, password)
        return Account(answer["user_id"], answer["device_id"], answer["access_token"], password)

    async def ended(self) -> str:
        """What Synapse said last, once it has ended by itself."""
        assert self._process is not None, "it runs"
        code = await self._process.wait()
        return self._account_of(f"ended with {code}")

    async def restart(self) -> None:
        """Stop, then start again: same port, same data."""
        await self.stop()
        await self._launch()

    async def stop(self) -> None:
        """SIGTERM, and SIGKILL when it has not ended in time. Nothing when already stopped."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_DEADLINE)
        except TimeoutError:
            process.kill()
            await process.wait()

    async def kill(self) -> None:
        """SIGKILL, as a crash would; `restart` brings it back."""
        process, self._process = self._process, None
        if process is not None:
            if process.returncode is None:
                process.kill()
            await process.wait()

    async def _launch(self) -> None:
        with (self.folder / "output.log").open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "commonsbot.demo.synapse_child"),
                *("-c", str(self.folder / config.CONFIG)),
                stdin=PIPE,  # its closing tells Synapse that we are gone
                stdout=output,
                stderr=STDOUT,
                start_new_session=True,  # a Ctrl-C in the terminal is for us; we stop Synapse
            )
        try:
            await self._until_ready(self._process)
        except BaseException:
            await self.kill()
            raise

    async def _until_ready(self, process: Process) -> None:
        give_up = time.monotonic() + START_DEADLINE
        async with aiohttp.ClientSession() as session:
            while not await is_healthy(session, self.url):
                if process.returncode is not None:
                    raise HomeserverError(self._account_of(f"ended with {process.returncode}"))
                if time.monotonic() > give_up:
                    raise HomeserverError(self._account_of(f"not ready in {START_DEADLINE:.0f} s"))
                await asyncio.sleep(POLL_EVERY)

    def _account_of(self, what: str) -> str:
        ends = [last_lines(self.folder / name) for name in (config.LOG, "output.log")]
        return "\n".join([f"Synapse {what} ({self.folder}):", *filter(None, ends)])

    async def _create_account(
        self, api: ClientApi, name: str, password: str, *, admin: bool
    ) -> dict[str, Any]:
        nonce = (await api.get(REGISTER))["nonce"]
        fields = [nonce, name, password, "admin" if admin else "notadmin"]
        mac = hmac.new(self._secret.encode(), "\0".join(fields).encode(), hashlib.sha1)
        return await api.post(
            REGISTER,
            {
                "nonce": nonce,
                "username": name,
                "password": password,
                "admin": admin,
                "mac": mac.hexdigest(),
            },
        )


async def login(api: ClientApi, name: str, password: str) -> dict[str, Any]:
    """Log in by password on a new device (client-server API, "POST /login")."""
    return await api.post(
        f"{CLIENT}/login",
        {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": name},
            "password": password,
        },
    )


async def is_healthy(session: aiohttp.ClientSession, url: str) -> bool:
    """Whether Synapse's health check answers 200."""
    try:
        async with session.get(f"{url}/health") as response:
            return response.status == 200
    except aiohttp.ClientError:
        return False


def prepare(folder: Path, port: int | None, *, limits: bool) -> tuple[Path, config.Identity]:
    """Make the folder and write what Synapse reads; the absolute folder and its identity."""
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    identity = prepare_identity(folder, port)
    config.write_config(folder, identity, limits=limits)
    return folder, identity


def prepare_identity(folder: Path, port: int | None) -> config.Identity:
    """The folder's identity, made if need be, on `port` or on a free one."""
    kept = config.load_identity(folder)
    if kept is None:
        return config.create_identity(folder, port or free_port())
    wanted = port or (kept.port if is_free(kept.port) else free_port())
    if wanted == kept.port:
        return kept
    moved = replace(kept, port=wanted)
    config.save_identity(folder, moved)
    return moved


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_free(port: int) -> bool:
    """Whether `port` can be listened on, on loopback."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def last_lines(path: Path) -> str:
    """The end of a log, to quote in an error; "" when there is none."""
    if not path.exists():
        return ""
    lines = path.read_text(errors="replace").splitlines()
    return "\n".join(lines[-LOG_LINES_QUOTED:])
