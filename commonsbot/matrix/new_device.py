"""A fresh device for the account, when the keys of the old one are lost or in doubt."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from commonsbot.errors import MatrixError
from commonsbot.matrix.client import Client
from commonsbot.matrix.session import DEVICE_NAME, Credentials, Login, kept_session

STAY = ("pickle.key", "identity")
"""How the names begin of what does not belong to one device."""


async def new_device(
    credentials: Credentials, data: Path, at: datetime, keep: Callable[[Login], None]
) -> Login:
    """Logs in with the password; the old device's keys go to a folder named after `at`.

    `keep` stores the new token. Killed in between, it can simply be run again. Raises
    MatrixError.
    """
    folder = data / "crypto"
    folder.mkdir(mode=0o700, exist_ok=True)
    client = Client(credentials.homeserver, credentials.user, folder, "")
    try:
        login = await _log_in(client, credentials)
        old = credentials.access_token or _kept_token(data, credentials)
        keep(login)
        set_aside(folder, at)
        if old:
            await _log_out(client, old)
    finally:
        await client.close()
    return login


def set_aside(folder: Path, at: datetime) -> None:
    """Moves the keys of one device out of the way; nothing is deleted."""
    device = [p for p in folder.iterdir() if p.is_file() and not p.name.startswith(STAY)]
    if not device:
        return
    aside = folder / f"device-{at:%Y%m%dT%H%M%S}"
    aside.mkdir(mode=0o700)
    for path in device:
        path.rename(aside / path.name)


async def _log_in(client: Client, credentials: Credentials) -> Login:
    answer = await client.call(
        "POST",
        "/v3/login",
        {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": credentials.user},
            "password": credentials.password,
            "initial_device_display_name": DEVICE_NAME,
        },
    )
    login = Login(str(answer["user_id"]), str(answer["device_id"]), str(answer["access_token"]))
    if login.user != credentials.user:
        raise MatrixError(f"the password belongs to {login.user}, not to {credentials.user}")
    return login


def _kept_token(data: Path, credentials: Credentials) -> str | None:
    kept = kept_session(data / "session.json", credentials.user)
    return kept.token if kept else None


async def _log_out(client: Client, token: str) -> None:
    """The old device would go on receiving keys that nobody reads."""
    client.access_token = token
    with suppress(MatrixError):  # often it is gone already; the new one is kept all the same
        await client.call("POST", "/v3/logout", {})
