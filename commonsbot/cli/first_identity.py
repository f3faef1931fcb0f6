"""What `init` does last: the account's encrypted identity, and a recovery key for it."""

import asyncio

from commonsbot.cli import account
from commonsbot.cli.recovery import make, standing_of
from commonsbot.cli.recovery_key import Give
from commonsbot.cli.terminal import Terminal
from commonsbot.cli.words import say
from commonsbot.config import Config
from commonsbot.errors import (
    DeviceClashError,
    IdentityError,
    MatrixError,
    OtherIdentityError,
    RecoveryError,
    TokenGoneError,
)
from commonsbot.matrix.client import Client
from commonsbot.matrix.identity import publish_device
from commonsbot.matrix.recovery import Standing
from commonsbot.store.lock import data_directory


def make_identity(settings: Config, password: str, give: Give | None) -> None:
    """Nothing that was made elsewhere is replaced. Without `give` no recovery key is made.

    Raises MatrixError with what is left to do: the configuration is written.
    """
    with data_directory(settings.data):
        try:
            asyncio.run(_make_identity(settings, password, give))
        except OtherIdentityError:
            raise IdentityError(_elsewhere(settings)) from None
        except (DeviceClashError, TokenGoneError, RecoveryError):
            raise
        except MatrixError as error:
            detail, config = str(error), str(settings.file)
            words = say("init-identity-later", detail=detail, config=config)
            raise IdentityError(words) from error


async def _make_identity(settings: Config, password: str, give: Give | None) -> None:
    async with account.logged_in(settings) as client:
        found = await publish_device(client)
        state = await account.sign(client, settings, found, password or None)
        Terminal().tell(f"✓ {say(f'identity-done-{state}', device=client.device_id)}")
        await _make_recovery_key(client, settings, give)


async def _make_recovery_key(client: Client, settings: Config, give: Give | None) -> None:
    identity = await account.identity_of(client, settings)
    standing = await standing_of(client, settings, identity)
    if standing in (Standing.READY, Standing.ELSEWHERE):
        Terminal().tell(f"· {say(f'recovery-{standing}')}")
    elif give is None:
        Terminal().tell(f"· {say('recovery-none')}")
    else:
        await make(client, identity, give)


def _elsewhere(settings: Config) -> str:
    config = str(settings.file)
    return say("init-identity-elsewhere", account=settings.account, config=config)
