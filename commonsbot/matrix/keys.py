"""Upkeep of end-to-end encryption: one-time keys, other people's devices, key messages."""

import asyncio
import logging
from datetime import datetime

import aiohttp
from nio import KeysUploadError
from nio.exceptions import LocalProtocolError

from commonsbot.matrix.client import Client

log = logging.getLogger(__name__)

TIME_LIMIT = 30.0
"""Seconds for one request: a dead remote server must not keep us."""


class KeyUpkeep:
    """What nio's `sync_forever` does after a sync, beside the loop so that it never delays it."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._woken = asyncio.Event()

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        while True:
            await self._woken.wait()
            self._woken.clear()
            try:
                async with asyncio.timeout(TIME_LIMIT):
                    await self.once()
            except (aiohttp.ClientError, TimeoutError, LocalProtocolError) as error:
                # The next sync wakes us again.
                log.warning("key upkeep failed", extra={"error": type(error).__name__})

    async def once(self) -> None:
        client = self._client
        if client.should_upload_keys:
            answer = await client.keys_upload()
            if isinstance(answer, KeysUploadError) and "already exists" in answer.message:
                log.warning("one-time keys refused: others will be made")
                client.olm.give_up_refused_keys()
        if client.should_query_keys:
            await client.keys_query()
        if client.should_claim_keys:
            await client.keys_claim(client.get_users_for_key_claiming())
        await client.tell_left_out()
        await client.send_to_device_messages()

    def prune(self, at: datetime) -> None:
        """To be called daily: old room keys open nothing but old messages."""
        if forgotten := self._client.olm.inbound_group_store.forget_unused(at):
            log.info("room keys out of use forgotten", extra={"keys": forgotten})
