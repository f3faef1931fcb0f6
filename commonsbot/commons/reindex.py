"""The search index looked at when the bot starts, and made anew when it has to be."""

import asyncio
import logging
from collections.abc import Callable

from commonsbot.store import Store
from commonsbot.store.index import Progress

log = logging.getLogger(__name__)

BATCH = 50
"""Documents in one transaction: what members write waits for no more than that."""

EVERY = 5.0
"""Seconds between two looks at whether a rebuilding was asked for."""


async def rebuild(store: Store, told: Callable[[Progress], None] = lambda _: None) -> int:
    """Makes the index anew while others read and write; how many documents it holds."""
    while True:
        async with store.transaction() as tx:
            progress = await tx.index.rebuilding.advance(BATCH)
        told(progress)
        if progress.is_over:
            return progress.done


class Reindexing:
    def __init__(self, store: Store, every: float = EVERY) -> None:
        self._store = store
        self._every = every

    async def run(self) -> None:
        """Runs until cancelled."""
        await self._look()
        while True:
            if await self._store.read.index.rebuilding.is_due():
                log.info("index is made anew")
                log.info("index made", extra={"documents": await rebuild(self._store)})
            await asyncio.sleep(self._every)

    async def _look(self) -> None:
        rebuilding = self._store.read.index.rebuilding
        if not await rebuilding.is_due() and not await rebuilding.is_sound():
            log.warning("index is not in step with the commons")
            async with self._store.transaction() as tx:
                await tx.index.rebuilding.ask()
