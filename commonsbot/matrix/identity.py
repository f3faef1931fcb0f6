"""The bot's cryptographic identity: made once, then checked at every start.

Order matters. The device's keys are compared with the homeserver's before any upload: under a
device id that others know, new keys are never accepted. The identity's secrets are kept before
the homeserver hears of it. An identity made elsewhere is never replaced unasked.
"""

import asyncio
import logging
import time
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import aiohttp
from nio import KeysUploadResponse

from commonsbot.errors import (
    ApprovalNeededError,
    ConfirmationNeededError,
    DeviceClashError,
    IdentityError,
    MatrixError,
    OtherIdentityError,
    RateLimitedError,
    RefusedError,
    TokenGoneError,
    UnreachableError,
)
from commonsbot.matrix.client import Client
from commonsbot.matrix.confirmation import confirmation
from commonsbot.matrix.cross_signing import MASTER, Identity, Json, Published, part
from commonsbot.matrix.errors import response_error, wait_before_retry
from commonsbot.matrix.seeds import SeedFile

log = logging.getLogger(__name__)

QUERY_TIMEOUT = 10_000
"""Milliseconds the homeserver may take to answer `POST /keys/query`."""


class State(StrEnum):
    """What `ensure` found or did."""

    CREATED = "created"
    """The account had no identity; its device is signed too."""
    SIGNED = "signed"
    """The device was not signed, and is now."""
    KNOWN = "known"
    """All was as it should be."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often, and how many times, what could not be done at the start is tried again."""

    every: float = 20.0
    """Seconds. An approval on a web page counts for ten minutes (Synapse)."""
    attempts: int = 180


async def published(client: Client) -> Published:
    """What everybody sees of our account. Raises MatrixError."""
    user = str(client.user_id)
    asked = {"timeout": QUERY_TIMEOUT, "device_keys": {user: []}}
    return Published.read(user, await client.call("POST", "/v3/keys/query", asked))


async def publish_device(client: Client) -> Published:
    """Has our device's keys on the homeserver; what everybody sees then.

    Raises DeviceClashError when it has others under our device id, MatrixError.
    """
    found = await published(client)
    if not found.device(client.device_id):
        await _upload_device(client)
        return await published(client)
    if found.fingerprint(client.device_id) != client.olm.account.identity_keys["ed25519"]:
        raise DeviceClashError(client.device_id)
    return found


async def ensure(
    client: Client, seeds: SeedFile, password: str | None, found: Published, session: str = ""
) -> State:
    """Makes the identity where the account has none, and signs our device where it isn't.

    `found` is what `publish_device` gave, `session` that of an earlier ApprovalNeededError.
    Raises OtherIdentityError, ApprovalNeededError, MatrixError.
    """
    identity = _identity(seeds, found)
    state = State.SIGNED
    if identity.public != found.public:
        await announce(client, identity, password, session)
        state = State.CREATED
    device = found.device(client.device_id)
    if not device:
        raise IdentityError(f"the keys of the device {client.device_id} are not published")
    if identity.vouches_for(device):
        return State.CREATED if state is State.CREATED else State.KNOWN
    await _upload_signature(client, identity, device)
    return state


async def announce(
    client: Client, identity: Identity, password: str | None, session: str = ""
) -> None:
    """Uploads the identity's public keys, our device vouching for the master key.

    Unconfirmed at first: an account without an identity needs no confirmation (MSC3967, spec
    v1.11). Raises ApprovalNeededError, MatrixError.
    """
    path = "/v3/keys/device_signing/upload"
    content: Json = identity.announcement()
    by_device = client.olm.sign_json(content["master_key"])
    content["master_key"]["signatures"] = {
        identity.user: {f"ed25519:{client.device_id}": by_device}
    }
    if session:
        content["auth"] = {"session": session}
    try:
        await client.call("POST", path, content)
    except ConfirmationNeededError as asked:
        content["auth"] = confirmation(asked, identity.user, password)
        await client.call("POST", path, content)


async def reset(
    client: Client, seeds: SeedFile, password: str | None, at: datetime, session: str = ""
) -> None:
    """Gives the account a new identity, which everybody will be told of, and signs our device.

    Called again after an ApprovalNeededError, it goes on with the same one. Raises MatrixError.
    """
    await publish_device(client)
    identity = seeds.next() or seeds.make_next()
    await announce(client, identity, password, session)
    seeds.adopt(at)
    await ensure(client, seeds, password, await published(client))


def _identity(seeds: SeedFile, found: Published) -> Identity:
    """Ours, if it is the account's or can become it. Raises OtherIdentityError."""
    master = found.public.get(MASTER)
    if master is None:
        return seeds.made()
    if ours := seeds.of(master):
        return ours
    raise OtherIdentityError("the account has an identity whose secrets are not here")


async def _upload_device(client: Client) -> None:
    try:
        response = await client.keys_upload()
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise UnreachableError(f"no answer: {type(error).__name__}") from error
    if not isinstance(response, KeysUploadResponse):
        raise response_error(response)


async def _upload_signature(client: Client, identity: Identity, device: Json) -> None:
    """Raises MatrixError, also when the homeserver refused the signature in a 200."""
    content = {identity.user: {client.device_id: identity.vouched(device)}}
    answer = await client.call("POST", "/v3/keys/signatures/upload", content)
    if failures := answer.get("failures"):
        refused = part(failures, identity.user, client.device_id)
        raise RefusedError(f"the signature was refused: {refused or failures}")


class IdentityUpkeep:
    """The identity in the running bot, which lives on without one rather than stop."""

    def __init__(
        self,
        client: Client,
        seeds: SeedFile,
        password: str | None,
        patience: Patience = Patience(),
    ) -> None:
        self._client = client
        self._seeds = seeds
        self._password = password
        self._patience = patience
        self._session: str | None = None
        self._settled = False

    async def prepare(self) -> None:
        """Before anything is encrypted. Waits for a homeserver that does not answer.

        Raises DeviceClashError and TokenGoneError: only a person can help then.
        """
        began = time.monotonic()
        failures = 0
        while True:
            try:
                found = await publish_device(self._client)
                break
            except (DeviceClashError, TokenGoneError):
                raise
            except MatrixError as error:
                log.warning("device keys not published", extra={"error": str(error)})
                await wait_before_retry(error, failures)
                failures += 1
        await self._try(found)
        spent = round((time.monotonic() - began) * 1000)
        log.debug("identity looked after", extra={"milliseconds": spent})

    async def run(self) -> None:
        """Goes on with what `prepare` could not do. Raises TokenGoneError."""
        for _ in range(self._patience.attempts):
            if self._settled:
                return
            await asyncio.sleep(self._patience.every)
            try:
                found = await publish_device(self._client)
            except (DeviceClashError, TokenGoneError):
                raise
            except MatrixError as error:
                log.warning("identity not looked after", extra={"error": str(error)})
            else:
                await self._try(found)
        if not self._settled:
            log.warning("identity left until the next start")

    async def _try(self, found: Published) -> None:
        try:
            session = self._session or ""
            state = await ensure(self._client, self._seeds, self._password, found, session)
        except TokenGoneError:
            raise
        except ApprovalNeededError as asked:
            if asked.session != self._session:
                log.warning(
                    "identity to be approved: open the link as the bot's account",
                    extra={"link": asked.link},
                )
            self._session = asked.session
        except (UnreachableError, RateLimitedError) as error:
            log.warning("identity not looked after", extra={"error": str(error)})
        except OtherIdentityError:
            self._settled = True
            log.warning(
                "device not signed: the account's identity was made elsewhere, and its secrets"
                " are not here. Run `commonsbot identity restore` with its recovery key, put"
                " identity.json back from a backup, or run `commonsbot identity reset`."
                " Until then some members can't read the bot.",
                extra={"account": self._client.user_id},
            )
        except MatrixError as error:
            self._settled = True
            log.warning("device not signed", extra={"error": str(error)})
        else:
            self._settled = True
            self._report(state)

    def _report(self, state: State) -> None:
        log.info("identity", extra={"state": str(state), "device": self._client.device_id})
        if state is State.CREATED:
            log.info("no recovery key yet: make one with `commonsbot identity recovery-key`")
