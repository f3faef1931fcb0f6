"""`commonsbot identity`: the bot's cryptographic identity, shown, mended or made anew."""

import asyncio
import os
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from commonsbot import config
from commonsbot.app import credentials_of, now
from commonsbot.cli.paths import add_config
from commonsbot.cli.reporting import FAILED, OK
from commonsbot.cli.terminal import Terminal
from commonsbot.cli.words import language, say
from commonsbot.cli.written import write_secrets
from commonsbot.config import Config, credentials
from commonsbot.errors import ApprovalNeededError, IdentityError, OtherIdentityError, RefusedError
from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import MASTER
from commonsbot.matrix.identity import ensure, publish_device, published, reset
from commonsbot.matrix.new_device import new_device
from commonsbot.matrix.seeds import SeedFile
from commonsbot.matrix.session import (
    Login,
    keep_session,
    open_client,
    open_onlooker,
)
from commonsbot.store.lock import data_directory

APPROVAL_EVERY = 5.0
APPROVAL_WITHIN = 600.0
"""Seconds: how often we look whether the page was opened, and how long."""

T = TypeVar("T")


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=tuple(_ACTIONS), help=say("identity-help-action"))
    add_config(parser)
    parser.add_argument("--yes", action="store_true", help=say("identity-help-yes"))


def run(args: Namespace) -> int:
    settings = config.load(args.config, language())
    if args.action == "reset" and not (args.yes or _is_sure(settings)):
        Terminal().tell(say("identity-reset-kept"))
        return FAILED
    return asyncio.run(_ACTIONS[args.action](settings))


async def _show(settings: Config) -> int:
    client = await open_onlooker(credentials_of(settings), settings.data)
    try:
        found = await published(client)
    finally:
        await client.close()
    fingerprint, trusted = found.fingerprint(client.device_id), found.is_trusted(client.device_id)
    if fingerprint:
        _tell("identity-device", device=client.device_id, fingerprint=fingerprint)
        _tell("identity-trusted" if trusted else "identity-untrusted")
    else:
        _tell("identity-no-keys", device=client.device_id)
    master = found.public.get(MASTER)
    if master is None:
        _tell("identity-none")
        return OK
    ours = _seeds(settings).kept()
    here = ours is not None and ours.public[MASTER] == master
    _tell("identity-master", key=master)
    _tell("identity-here" if here else "identity-elsewhere", folder=str(_folder(settings)))
    return OK if trusted and here else FAILED


async def _sign(settings: Config) -> int:
    password = settings.credentials.password
    async with _stopped_bot(settings) as client:
        found = await publish_device(client)

        async def attempt(session: str) -> str:
            try:
                return await ensure(client, _seeds(settings), password, found, session)
            except OtherIdentityError as error:
                folder = str(_folder(settings))
                raise IdentityError(say("identity-elsewhere", folder=folder)) from error

        _tell(f"identity-done-{await _once_approved(attempt)}", device=client.device_id)
    return OK


async def _reset(settings: Config) -> int:
    password = _password(settings)
    async with _stopped_bot(settings) as client:

        async def attempt(session: str) -> None:
            await reset(client, _seeds(settings), password, now(), session)

        await _once_approved(attempt)
        _tell("identity-reset-done", account=settings.account, device=client.device_id)
    return OK


async def _new_device(settings: Config) -> int:
    if os.environ.get(credentials.ACCESS_TOKEN):
        raise IdentityError(say("identity-password-env"))
    way_in = replace(credentials_of(settings), password=_password(settings))

    def keep(login: Login) -> None:
        _keep(settings, login)

    with data_directory(settings.data):
        try:
            login = await new_device(way_in, settings.data, now(), keep)
        except RefusedError as error:
            if error.code == "M_FORBIDDEN":
                raise RefusedError(say("init-wrong-password"), error.code) from error
            raise
    _tell("identity-new", device=login.device, folder=str(_folder(settings)))
    return OK


_ACTIONS: dict[str, Callable[[Config], Coroutine[Any, Any, int]]] = {
    "show": _show,
    "sign": _sign,
    "new-device": _new_device,
    "reset": _reset,
}


@asynccontextmanager
async def _stopped_bot(settings: Config) -> AsyncIterator[Client]:
    """Its account and keys, while nobody else uses them. Raises DataDirectoryBusyError."""
    with data_directory(settings.data):
        client = await open_client(credentials_of(settings), settings.data)
        try:
            yield client
        finally:
            await client.close()


async def _once_approved(attempt: Callable[[str], Awaitable[T]]) -> T:
    """What `attempt` gives, when need be after somebody opened the homeserver's page."""
    session = None
    try:
        async with asyncio.timeout(APPROVAL_WITHIN):
            while True:
                try:
                    return await attempt(session or "")
                except ApprovalNeededError as asked:
                    if session is None:
                        _tell("identity-approve", link=asked.link)
                    session = asked.session
                    await asyncio.sleep(APPROVAL_EVERY)
    except TimeoutError:
        raise IdentityError(say("identity-not-approved")) from None


def _keep(settings: Config, login: Login) -> None:
    """The new token goes where the old one came from."""
    if settings.credentials.access_token:
        password = settings.credentials.password or ""
        if os.environ.get(credentials.PASSWORD):
            password = ""
        write_secrets(settings.secrets, login.token, login.device, password)
    else:
        keep_session(settings.data / "session.json", login)


def _is_sure(settings: Config) -> bool:
    return Terminal().confirm(say("identity-reset-sure", account=settings.account))


def _password(settings: Config) -> str:
    """The one of the settings, or the operator's."""
    kept = settings.credentials.password
    return kept or Terminal().ask_hidden(say("identity-password", account=settings.account))


def _folder(settings: Config) -> Path:
    return settings.data / "crypto"


def _seeds(settings: Config) -> SeedFile:
    return SeedFile(_folder(settings), settings.account)


def _tell(sentence: str, **values: str) -> None:
    Terminal().tell(say(sentence, **values))
