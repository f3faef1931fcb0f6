"""What the bot does by itself for the commons, now and then: prompts, reminders, checks."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from commonsbot.errors import TokenGoneError

log = logging.getLogger(__name__)

EVERY = 10.0
"""Seconds between two rounds."""

Chore = Callable[[], Awaitable[None]]
"""Does what is due, in transactions of its own; soon over, and harmless when done twice."""


class Chores:
    def __init__(self, chores: Mapping[str, Chore], every: float = EVERY) -> None:
        self._chores = chores
        self._every = every

    async def run(self) -> None:
        """Runs until cancelled. One chore that fails does not hold the others."""
        while True:
            for name, chore in self._chores.items():
                try:
                    await chore()
                except TokenGoneError:
                    raise
                except Exception:
                    log.exception("chore failed", extra={"chore": name})
            await asyncio.sleep(self._every)
