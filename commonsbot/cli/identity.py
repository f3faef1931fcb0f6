"""`commonsbot identity`: the bot's cryptographic identity, shown, mended or made anew."""

import asyncio
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from commonsbot import config
from commonsbot.app import credentials_of, now
from commonsbot.cli import account
from commonsbot.cli.paths import add_config
from commonsbot.cli.recovery import make, renew, restore
from commonsbot.cli.recovery_key import Give, hand_over
from commonsbot.cli.reporting import FAILED, OK
from commonsbot.cli.terminal import Terminal
from commonsbot.cli.words import language, say
from commonsbot.cli.written import write_secrets
from commonsbot.config import Config, credentials
from commonsbot.errors import IdentityError, OtherIdentityError, RefusedError
from commonsbot.matrix.cross_signing import MASTER, Published
from commonsbot.matrix.identity import State, publish_device, published, reset
from commonsbot.matrix.new_device import new_device
from commonsbot.matrix.recovery import Stored, stored
from commonsbot.matrix.session import Login, keep_session
from commonsbot.store.lock import data_directory


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=tuple(_ACTIONS), help=say("identity-help-action"))
    add_config(parser)
    parser.add_argument("--yes", action="store_true", help=say("identity-help-yes"))
    parser.add_argument(
        "--recovery-key-file",
        type=Path,
        metavar=say("cli-file"),
        help=say("identity-help-recovery-key-file"),
    )


def run(args: Namespace) -> int:
    if args.recovery_key_file and args.action not in _WITH_RECOVERY_KEY:
        raise IdentityError(say("identity-no-recovery-key-file"))
    settings = config.load(args.config, language())
    return _ACTIONS[args.action](settings, args)


def _show(settings: Config, args: Namespace) -> int:
    return asyncio.run(_look(settings))


async def _look(settings: Config) -> int:
    async with account.looking_on(settings) as client:
        found, storage = await published(client), await stored(client)
        trusted = _show_device(found, client.device_id)
    here = _show_identity(settings, found, storage)
    return OK if here and (trusted or MASTER not in found.public) else FAILED


def _show_device(found: Published, device: str) -> bool:
    """Whether it is trusted."""
    fingerprint, trusted = found.fingerprint(device), found.is_trusted(device)
    if fingerprint:
        _tell("identity-device", device=device, fingerprint=fingerprint)
        _tell("identity-trusted" if trusted else "identity-untrusted")
    else:
        _tell("identity-no-keys", device=device)
    return trusted


def _show_identity(settings: Config, found: Published, storage: Stored) -> bool:
    """Whether its seeds are here, or nowhere yet."""
    master = found.public.get(MASTER)
    if master is None:
        _tell("identity-none")
        return True
    _tell("identity-master", key=master)
    seeds, folder = account.seeds(settings), str(account.folder(settings))
    ours = seeds.of(master)
    _tell("identity-here" if ours else "identity-elsewhere", folder=folder)
    if ours:
        _tell(f"recovery-{storage.standing(ours, seeds.former())}")
    else:
        _tell("recovery-to-try" if storage.keys else "recovery-nothing-to-try")
    return ours is not None


def _sign(settings: Config, args: Namespace) -> int:
    with data_directory(settings.data):
        asyncio.run(_sign_now(settings))
    return OK


async def _sign_now(settings: Config) -> None:
    async with account.logged_in(settings) as client:
        found = await publish_device(client)
        try:
            state = await account.sign(client, settings, found, settings.credentials.password)
        except OtherIdentityError as error:
            folder = str(account.folder(settings))
            raise IdentityError(say("identity-elsewhere", folder=folder)) from error
        _tell(f"identity-done-{state}", device=client.device_id)
    if state is State.CREATED:
        _tell("recovery-none")


def _reset(settings: Config, args: Namespace) -> int:
    sure = say("identity-reset-sure", account=settings.account)
    if not (args.yes or Terminal().confirm(sure)):
        _tell("identity-reset-kept")
        return FAILED
    password = account.password_of(settings)
    with hand_over(args.recovery_key_file) as give, data_directory(settings.data):
        asyncio.run(_reset_now(settings, password, give))
    return OK


async def _reset_now(settings: Config, password: str, give: Give) -> None:
    seeds = account.seeds(settings)
    async with account.logged_in(settings) as client:

        async def attempt(session: str) -> None:
            await reset(client, seeds, password, now(), session)

        await account.once_approved(attempt)
        _tell("identity-reset-done", account=settings.account, device=client.device_id)
        await make(client, seeds.made(), give)


def _new_device(settings: Config, args: Namespace) -> int:
    if os.environ.get(credentials.ACCESS_TOKEN):
        raise IdentityError(say("identity-password-env"))
    way_in = replace(credentials_of(settings), password=account.password_of(settings))

    def keep(login: Login) -> None:
        _keep(settings, login)

    with data_directory(settings.data):
        try:
            login = asyncio.run(new_device(way_in, settings.data, now(), keep))
        except RefusedError as error:
            if error.code == "M_FORBIDDEN":
                raise RefusedError(say("init-wrong-password"), error.code) from error
            raise
    _tell("identity-new", device=login.device, folder=str(account.folder(settings)))
    return OK


_ACTIONS: dict[str, Callable[[Config, Namespace], int]] = {
    "show": _show,
    "sign": _sign,
    "restore": restore,
    "recovery-key": renew,
    "new-device": _new_device,
    "reset": _reset,
}
_WITH_RECOVERY_KEY = ("restore", "recovery-key", "reset")


def _keep(settings: Config, login: Login) -> None:
    """The new token goes where the old one came from."""
    if settings.credentials.access_token:
        password = settings.credentials.password or ""
        if os.environ.get(credentials.PASSWORD):
            password = ""
        write_secrets(settings.secrets, login.token, login.device, password)
    else:
        keep_session(settings.data / "session.json", login)


def _tell(sentence: str, **values: str) -> None:
    Terminal().tell(say(sentence, **values))
