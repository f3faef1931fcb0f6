"""What `check` finds, one thing at a time."""

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from commonsbot.cli.places import Standing, look_at
from commonsbot.cli.server import Server
from commonsbot.cli.words import say
from commonsbot.config import Config
from commonsbot.errors import AccountExpiredError, MatrixError, StoreError
from commonsbot.store.migrate import version_of


@dataclass(frozen=True, slots=True)
class Finding:
    """`key` and `remedy` are for what is not `good`; None is a remark, not a fault."""

    good: bool | None
    words: str
    key: str = ""
    remedy: str = ""


def on_disk(config: Config) -> Iterator[Finding]:
    folder = config.data
    while not folder.exists():
        folder = folder.parent
    if os.access(folder, os.W_OK | os.X_OK) and folder.is_dir():
        yield Finding(True, say("check-data", path=str(config.data)))
    else:
        words = say("check-data-closed", path=str(config.data))
        yield Finding(False, words, "data", say("check-data-remedy", path=str(folder)))
        return
    yield _database(config.database)


def _database(path: Path) -> Finding:
    try:
        version = asyncio.run(version_of(path))
    except StoreError as error:
        return Finding(False, str(error), "data", say("check-database-remedy"))
    if version:
        return Finding(True, say("check-database", version=version))
    return Finding(True, say("check-database-none"))


def on_server(config: Config) -> Iterator[Finding]:
    server = Server(config.homeserver, config.credentials.access_token or "")
    try:
        newest = " ".join(server.versions()[-1:])
    except MatrixError as error:
        yield Finding(False, str(error), "homeserver", say("check-homeserver-remedy"))
        return
    yield Finding(True, say("check-homeserver", url=config.homeserver, version=newest))
    temporary = not server.token
    try:
        account = _account(server, config)
    except AccountExpiredError as error:
        yield Finding(False, str(error), "account", say("check-expired-remedy"))
        return
    except MatrixError as error:
        yield Finding(False, str(error), "secrets", say("check-secrets-remedy"))
        return
    try:
        yield _same(account, config)
        yield from _places(server, config)
        yield from _stewards(server, config)
    finally:
        if temporary:
            server.logout()


def _account(server: Server, config: Config) -> str:
    if not server.token:
        server.login(config.account, config.credentials.password or "")
    return str(server.whoami()["user_id"])


def _same(account: str, config: Config) -> Finding:
    if account == config.account:
        return Finding(True, say("check-account", account=account))
    words = say("check-other-account", account=account)
    return Finding(False, words, "account", say("check-other-account-remedy", account=account))


def _places(server: Server, config: Config) -> Iterator[Finding]:
    named = [("space", config.space)] if config.space else []
    named += [(f"rooms[{place}]", name) for place, name in enumerate(config.rooms)]
    for key, name in named:
        yield _place(server, key, str(name))


def _place(server: Server, key: str, name: str) -> Finding:
    try:
        place = look_at(server, name)
    except MatrixError as error:
        return Finding(False, f"{name} : {error}", key, say("check-place-remedy"))
    if key == "space" and place.space is False:
        words = say("init-not-space", name=name)
        return Finding(False, words, key, say("check-space-remedy"))
    if place.standing is Standing.CLOSED:
        return Finding(False, place.sentence(), key, say("check-closed-remedy"))
    return Finding(True, place.sentence())


def _stewards(server: Server, config: Config) -> Iterator[Finding]:
    if not config.stewards:
        yield Finding(None, say("check-no-steward"))
    for name in sorted(config.stewards):
        if server.known(name):
            yield Finding(True, say("check-steward", name=name))
        else:
            yield Finding(None, say("steward-unknown", name=name), "stewards")
