"""`commonsbot identity restore` and `recovery-key`; `init` and `reset` make a recovery key too."""

import asyncio
from argparse import Namespace

from commonsbot.app import now
from commonsbot.cli import account
from commonsbot.cli.recovery_key import Give, given_back, hand_over
from commonsbot.cli.reporting import FAILED, OK
from commonsbot.cli.terminal import Terminal
from commonsbot.cli.words import say
from commonsbot.config import Config
from commonsbot.errors import IdentityError, MatrixError, RecoveryError, RecoveryKeyError
from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import MASTER, Identity, Published
from commonsbot.matrix.identity import publish_device
from commonsbot.matrix.recovery import Standing, Stored, keep, stored
from commonsbot.store.lock import data_directory


def restore(settings: Config, args: Namespace) -> int:
    """Nobody is asked anything while an event loop runs: it would hold back Ctrl-C."""
    with data_directory(settings.data):
        found, storage = asyncio.run(_look(settings))
        if not storage.keys:
            raise RecoveryError("recovery-without")

        def use(words: str) -> Identity:
            return _opened(settings, found, storage, words)

        identity = given_back(args.recovery_key_file, use)
        asyncio.run(_take(settings, identity))
    return OK


async def _look(settings: Config) -> tuple[Published, Stored]:
    async with account.logged_in(settings) as client:
        return await publish_device(client), await stored(client)


def _opened(settings: Config, found: Published, storage: Stored, words: str) -> Identity:
    """The identity that this key gives back. Raises RecoveryError when it isn't the account's."""
    identity = Identity(settings.account, storage.unlocked(words))
    if found.public and identity.public != found.public:
        raise RecoveryKeyError("recovery-other-identity")
    return identity


async def _take(settings: Config, identity: Identity) -> None:
    known = _is_here(settings, identity)
    if not known:
        account.seeds(settings).take(identity.seeds, now())
    async with account.logged_in(settings) as client:
        found = await publish_device(client)
        state = await account.sign(client, settings, found, settings.credentials.password)
        Terminal().tell(f"✓ {_restored(settings, known=known)}")
        Terminal().tell(f"✓ {say(f'identity-done-{state}', device=client.device_id)}")


def _is_here(settings: Config, identity: Identity) -> bool:
    try:
        return account.seeds(settings).of(identity.public[MASTER]) is not None
    except IdentityError:  # a damaged file: that is why we are asked
        return False


def _restored(settings: Config, *, known: bool) -> str:
    if known:
        return say("recovery-known", account=settings.account)
    folder = str(account.folder(settings))
    return say("recovery-restored", account=settings.account, folder=folder)


def renew(settings: Config, args: Namespace) -> int:
    """`recovery-key`: the bot may be running, only account data change."""
    identity, standing = asyncio.run(_standing(settings))
    if standing is Standing.ELSEWHERE:
        raise RecoveryError("recovery-not-replaced")
    if standing is Standing.READY and not (args.yes or Terminal().confirm(say("recovery-sure"))):
        Terminal().tell(say("identity-reset-kept"))
        return FAILED
    with hand_over(args.recovery_key_file) as give:
        asyncio.run(_renew(settings, identity, give))
    return OK


async def _standing(settings: Config) -> tuple[Identity, Standing]:
    async with account.looking_on(settings) as client:
        identity = await account.identity_of(client, settings)
        return identity, await standing_of(client, settings, identity)


async def standing_of(client: Client, settings: Config, identity: Identity) -> Standing:
    """What the account keeps on the homeserver is to this identity. Raises MatrixError."""
    return (await stored(client)).standing(identity, account.seeds(settings).former())


async def _renew(settings: Config, identity: Identity, give: Give) -> None:
    async with account.looking_on(settings) as client:
        await make(client, identity, give)


async def make(client: Client, identity: Identity, give: Give) -> None:
    """Makes a recovery key and hands it over. Raises RecoveryError, with how to try again."""
    try:
        words = await keep(client, identity)
    except MatrixError as error:
        raise RecoveryError("recovery-later", detail=str(error)) from error
    give(words)
