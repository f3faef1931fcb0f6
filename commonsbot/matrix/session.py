"""Logging in once: the device and its token are kept, and used again at every start."""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from nio import LoginResponse

from commonsbot.domain.ids import UserId
from commonsbot.errors import MatrixError
from commonsbot.matrix.client import Client
from commonsbot.matrix.errors import response_error

DEVICE_NAME = "CommonsBot"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the operator gave: an access token, or a password to get one."""

    homeserver: str
    user: UserId
    password: str | None = None
    access_token: str | None = None

    def __repr__(self) -> str:
        return f"Credentials({self.user})"


@dataclass(frozen=True, slots=True)
class Login:
    """One device of the account `user`, and the token that speaks for it."""

    user: str
    device: str
    token: str

    def __repr__(self) -> str:
        return f"Login({self.user}, {self.device})"


async def open_client(credentials: Credentials, data: Path, *, strict: bool = False) -> Client:
    """A client with its token and its encryption keys loaded. Raises MatrixError.

    The token the operator gives wins over the one kept: that is how a lost one is replaced.
    `strict`: devices that their owners have not signed get no room keys.
    """
    folder = data / "crypto"
    folder.mkdir(mode=0o700, exist_ok=True)
    pickle_key = _pickle_key(folder)
    client = Client(credentials.homeserver, credentials.user, folder, pickle_key, strict=strict)
    try:
        token, device = await _log_in(client, credentials, data / "session.json")
        client.restore_login(credentials.user, device, token)
    except BaseException:
        await client.close()
        raise
    return client


async def open_onlooker(credentials: Credentials, data: Path) -> Client:
    """A client that asks in the bot's name and touches no encryption key: the bot may be running.

    Raises MatrixError, also when the bot never logged in.
    """
    kept = kept_session(data / "session.json", credentials.user)
    token = credentials.access_token or (kept.token if kept else "")
    if not token:
        raise MatrixError("the bot has not logged in yet")
    client = Client(credentials.homeserver, credentials.user, data, "")
    client.user_id = credentials.user
    client.access_token = token
    try:
        client.device_id = await _device(client, credentials.user)
    except BaseException:
        await client.close()
        raise
    return client


async def _log_in(client: Client, credentials: Credentials, kept: Path) -> tuple[str, str]:
    if credentials.access_token:
        client.access_token = credentials.access_token
        return credentials.access_token, await _device(client, credentials.user)
    if login := kept_session(kept, credentials.user):
        return login.token, login.device
    if not credentials.password:
        raise MatrixError("neither a password nor an access token to log in with")
    response = await client.login(credentials.password, device_name=DEVICE_NAME)
    if not isinstance(response, LoginResponse):
        raise response_error(response)
    keep_session(kept, Login(response.user_id, response.device_id, response.access_token))
    return response.access_token, response.device_id


def keep_session(path: Path, login: Login) -> None:
    """For the next starts."""
    session = {
        "user_id": login.user,
        "device_id": login.device,
        "access_token": login.token,
    }
    write_private(path, json.dumps(session))


def kept_session(path: Path, user: UserId) -> Login | None:
    """The token and device of an earlier login of the same account."""
    if not path.exists():
        return None
    session = json.loads(path.read_text())
    if session["user_id"] != user:
        return None
    return Login(user, session["device_id"], session["access_token"])


async def _device(client: Client, user: UserId) -> str:
    """The device a token belongs to (spec, "GET /account/whoami")."""
    answer = await client.call("GET", "/v3/account/whoami")
    if answer.get("user_id") != user:
        raise MatrixError(f"the access token belongs to {answer.get('user_id')}, not to {user}")
    device = answer.get("device_id")
    if not isinstance(device, str):
        raise MatrixError("the access token has no device, so it can't be used for encryption")
    return device


def _pickle_key(folder: Path) -> str:
    """What the encryption keys are locked with on disk."""
    path = folder / "pickle.key"
    if not path.exists():
        write_private(path, secrets.token_urlsafe(32))
    return path.read_text()


def write_private(path: Path, text: str) -> None:
    """Writes a secret, readable by its owner only, whole or not at all."""
    temporary = path.with_suffix(".new")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
