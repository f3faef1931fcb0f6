"""The bot's account and its encryption keys, as the command line works on them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TypeVar

from commonsbot.app import credentials_of
from commonsbot.cli.terminal import Terminal
from commonsbot.cli.words import say
from commonsbot.config import Config
from commonsbot.errors import ApprovalNeededError, IdentityError, UnreachableError
from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import MASTER, Identity, Published
from commonsbot.matrix.identity import State, ensure, published
from commonsbot.matrix.seeds import SeedFile
from commonsbot.matrix.session import Credentials, open_client, open_onlooker

APPROVAL_EVERY = 5.0
APPROVAL_WITHIN = 600.0
"""Seconds: how often we look whether the page was opened, and how long."""

T = TypeVar("T")


def logged_in(settings: Config) -> AbstractAsyncContextManager[Client]:
    """With its keys: whoever opens them holds the data directory."""
    return _opened(open_client, settings)


def looking_on(settings: Config) -> AbstractAsyncContextManager[Client]:
    """Without its keys: the bot may be running."""
    return _opened(open_onlooker, settings)


@asynccontextmanager
async def _opened(
    open: Callable[[Credentials, Path], Awaitable[Client]], settings: Config
) -> AsyncIterator[Client]:
    """Raises MatrixError, in the operator's language when the homeserver does not answer."""
    try:
        client = await open(credentials_of(settings), settings.data)
        try:
            yield client
        finally:
            await client.close()
    except UnreachableError as error:
        words = say("server-unreachable", url=settings.homeserver, reason=str(error))
        raise UnreachableError(words, error.code) from error


async def sign(client: Client, settings: Config, found: Published, password: str | None) -> State:
    """The identity is made where there is none, and the device signed.

    Raises OtherIdentityError, MatrixError.
    """

    async def attempt(session: str) -> State:
        return await ensure(client, seeds(settings), password, found, session)

    return await once_approved(attempt)


async def identity_of(client: Client, settings: Config) -> Identity:
    """The account's, whose seeds are here. Raises IdentityError, MatrixError."""
    master = (await published(client)).public.get(MASTER)
    if master is None:
        raise IdentityError(say("recovery-no-identity"))
    if ours := seeds(settings).of(master):
        return ours
    raise IdentityError(say("identity-elsewhere", folder=str(folder(settings))))


async def once_approved(attempt: Callable[[str], Awaitable[T]]) -> T:
    """What `attempt` gives, when need be after somebody opened the homeserver's page."""
    session = None
    try:
        async with asyncio.timeout(APPROVAL_WITHIN):
            while True:
                try:
                    return await attempt(session or "")
                except ApprovalNeededError as asked:
                    if session is None:
                        Terminal().tell(say("identity-approve", link=asked.link))
                    session = asked.session
                    await asyncio.sleep(APPROVAL_EVERY)
    except TimeoutError:
        raise IdentityError(say("identity-not-approved")) from None


def password_of(settings: Config) -> str:
    """The one of the settings, or the operator's."""
    kept = settings.credentials.password
    return kept or Terminal().ask_hidden(say("identity-password", account=settings.account))


def folder(settings: Config) -> Path:
    return settings.data / "crypto"


def seeds(settings: Config) -> SeedFile:
    return SeedFile(folder(settings), settings.account)
