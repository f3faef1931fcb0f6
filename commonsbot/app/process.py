"""The process: opens what the bot is made of, runs it, stops it in order."""

import asyncio
import gc
import logging
import signal
import sys

from commonsbot import logs
from commonsbot.app.bot import Bot
from commonsbot.app.clock import now
from commonsbot.commons.themes import adopt
from commonsbot.config import Config
from commonsbot.config.synonyms import groups
from commonsbot.errors import AccountExpiredError, CommonsBotError
from commonsbot.matrix.client import Client
from commonsbot.matrix.errors import wait_before_retry
from commonsbot.matrix.identity import IdentityUpkeep
from commonsbot.matrix.seeds import SeedFile
from commonsbot.matrix.session import Credentials, open_client
from commonsbot.store import Store
from commonsbot.store.lock import data_directory

log = logging.getLogger("commonsbot")

_TURN = 0.001
"""Seconds that a search, in the database's thread, may keep the event loop from running: a fifth
of Python's default."""


def run(config: Config) -> int:
    """Runs the bot until SIGTERM or SIGINT. Raises CommonsBotError."""
    logs.set_up(config.log.format, config.log.level)
    sys.setswitchinterval(_TURN)
    with data_directory(config.data):
        asyncio.run(_until_told(config))
    return 0


async def _until_told(config: Config) -> None:
    serving = asyncio.ensure_future(_serve(config))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, serving.cancel)
    try:
        await serving
    except asyncio.CancelledError:
        log.info("stopped")
    except BaseExceptionGroup as group:
        raise _first(group) from group


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """One error of ours says what happened; otherwise any will do."""
    ours, _ = group.split(CommonsBotError)
    error: BaseException = ours or group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


async def _serve(config: Config) -> None:
    store = await Store.open(config.database, now, groups(config.vocabulary))
    try:
        await _take_in(config, store)
        client = await _open_client(config)
        try:
            seeds = SeedFile(config.data / "crypto", config.account)
            identity = IdentityUpkeep(client, seeds, config.credentials.password)
            await identity.prepare()
            _settle_memory()
            async with asyncio.TaskGroup() as group:
                group.create_task(identity.run(), name="identity")
                group.create_task(Bot(config, store, client, seeds).run(), name="bot")
        finally:
            await client.close()
    finally:
        await store.close()


def _settle_memory() -> None:
    """What is there now stays: looking through it for garbage would hold everybody for 50 ms."""
    gc.collect()
    gc.freeze()


async def _open_client(config: Config) -> Client:
    """Waits for an expired account to be renewed. Raises MatrixError."""
    credentials, strict = credentials_of(config), config.encryption.strict
    attempt = 0
    while True:
        try:
            return await open_client(credentials, config.data, strict=strict)
        except AccountExpiredError as error:
            await wait_before_retry(error, attempt)
            attempt += 1


async def _take_in(config: Config, store: Store) -> None:
    async with store.transaction() as tx:
        if changed := await adopt(tx, config.vocabulary):
            log.info("vocabulary changed", extra={"resources": changed})
        await tx.blocklist.take_in(config.limits.domains)
        # Made now, not while the first member waits.
        await tx.themes.recogniser()
        await tx.index.prepare()


def credentials_of(config: Config) -> Credentials:
    """The way into the account."""
    return Credentials(
        homeserver=config.homeserver,
        user=config.account,
        password=config.credentials.password,
        access_token=config.credentials.access_token,
    )
