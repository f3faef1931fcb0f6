"""What must be asked of the network before a message is handled: no transaction waits for it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.messages import Said
from commonsbot.errors import CommonsBotError, MatrixError, TokenGoneError

log = logging.getLogger(__name__)

PATIENCE = 2.0
"""Seconds for the title of a page: others wait meanwhile."""

REST = 30.0
"""Seconds without such a question after one that took too long."""

Quote = Callable[[RoomId, EventId], Awaitable[Said | None]]
"""Fetches a message that another one is about. Raises MatrixError."""

Title = Callable[[str], Awaitable[str]]
"""Asks for the title of a page, "" when it has none. Raises CommonsBotError."""


class Lookups:
    def __init__(
        self,
        quote: Quote,
        *,
        openly: Sequence[Title] = (),
        discreetly: Sequence[Title] = (),
        clock: Callable[[], float],
    ) -> None:
        """Titles are asked for one way after the other: `openly`, or `discreetly` where the
        homeserver must not learn what an encrypted message links to. `clock`: seconds, rising.
        """
        self._quote = quote
        self._ways = {False: openly, True: discreetly}
        self._clock = clock
        self._resting_until = 0.0

    async def said(self, room: RoomId, event: EventId) -> Said | None:
        """The message `event` as it reads now; None when it can't be had."""
        try:
            return await self._quote(room, event)
        except TokenGoneError:
            raise
        except MatrixError as error:  # whoever asked is told; the others must not wait for it
            log.warning("message not fetched", extra={"room": room, "error": str(error)})
            return None

    async def title(self, link: str, *, encrypted: bool) -> str:
        """The title of the page `link`, "" when nobody can say soon enough."""
        if not link or self._clock() < self._resting_until:
            return ""
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._first(self._ways[encrypted], link)
        except TimeoutError:
            self._resting_until = self._clock() + REST
            log.info("page title too slow", extra={"seconds": REST})
            return ""

    async def _first(self, ways: Sequence[Title], link: str) -> str:
        for way in ways:
            try:
                if title := await way(link):
                    return title
            except TokenGoneError:
                raise
            except CommonsBotError as error:
                log.debug("page title not found", extra={"error": str(error)})
        return ""
