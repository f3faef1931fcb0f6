"""Whether the bot's device is signed, as everybody can see it now."""

import asyncio
import logging

from commonsbot.domain.diagnosis import Trust
from commonsbot.errors import IdentityError, MatrixError
from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import MASTER, Published
from commonsbot.matrix.identity import published
from commonsbot.matrix.seeds import SeedFile

log = logging.getLogger(__name__)

TIME_LIMIT = 5.0
"""Seconds. Only our own homeserver is asked, and a member waits."""


async def own_trust(client: Client, seeds: SeedFile) -> Trust:
    """UNKNOWN when the homeserver does not answer in time."""
    try:
        async with asyncio.timeout(TIME_LIMIT):
            found = await published(client)
    except (MatrixError, TimeoutError) as error:
        log.warning("device not looked up", extra={"error": str(error) or "time limit"})
        return Trust.UNKNOWN
    ours = _is_ours(found, seeds)
    if found.is_trusted(client.device_id):
        return Trust.SIGNED if ours else Trust.BORROWED
    return Trust.UNSIGNED if ours else Trust.FOREIGN


def _is_ours(found: Published, seeds: SeedFile) -> bool:
    """Whether the account's identity, if it has one, can be used from here."""
    master = found.public.get(MASTER)
    try:
        kept = seeds.kept()
    except IdentityError as error:
        log.warning("identity not readable", extra={"error": str(error)})
        return master is None
    return master is None or (kept is not None and kept.public[MASTER] == master)
