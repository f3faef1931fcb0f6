"""What happens in a room is handled once: its effect and the answer in one transaction."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace

from commonsbot.commands import Dispatcher
from commonsbot.commands.reactions import occasion
from commonsbot.commons.remove import take_back
from commonsbot.domain.diagnosis import Diagnosis
from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.messages import (
    Edit,
    Happening,
    Incoming,
    Outgoing,
    Reaction,
    Redaction,
    Said,
)
from commonsbot.errors import MatrixError, TokenGoneError, UserError
from commonsbot.store import Store, Transaction

log = logging.getLogger(__name__)

Quote = Callable[[RoomId, EventId], Awaitable[Said | None]]
"""Fetches a message that another one is about. Raises MatrixError."""

Examine = Callable[[RoomId], Awaitable[Diagnosis]]
"""Asks, of the network too, what can be known of a room."""

Work = Callable[[Transaction], Awaitable[Outgoing | None]]


class Handling:
    def __init__(
        self,
        dispatcher: Dispatcher,
        store: Store,
        quote: Quote,
        examine: Examine,
        deferred: Callable[[], None],
    ) -> None:
        """`deferred`: called when an answer is left to the services that work by themselves."""
        self._dispatcher = dispatcher
        self._store = store
        self._quote = quote
        self._examine = examine
        self._deferred = deferred

    async def happened(self, happening: Happening, outage: str) -> None:
        """`outage` names the sync it came in by."""
        match happening:
            case Incoming():
                await self._message(happening, outage)
            case Reaction():
                await self._reaction(happening)
            case Edit():
                pass
            case Redaction():
                await self._redaction(happening)

    async def _message(self, message: Incoming, outage: str) -> None:
        call = self._dispatcher.call_in(message)
        if call is None:
            return
        if message.answers and self._dispatcher.quotes(call):
            message = replace(message, quoted=await self._said(message.room, message.answers))
        if self._dispatcher.examines(message, call):
            message = replace(message, diagnosis=await self._examine(message.room))

        async def work(tx: Transaction) -> Outgoing | None:
            return await self._dispatcher.handle(tx, message, call, outage)

        if await self._once(message, work):
            self._deferred()

    async def _reaction(self, reaction: Reaction) -> None:
        gestures = self._dispatcher.gestures
        if not gestures.mean(reaction.key):
            return
        if gestures.quotes(reaction.key):
            reaction = replace(reaction, quoted=await self._said(reaction.room, reaction.to))

        async def work(tx: Transaction) -> Outgoing | None:
            return await self._dispatcher.react(tx, reaction)

        await self._once(occasion(reaction), work)

    async def _redaction(self, redaction: Redaction) -> None:
        if not await self._store.read.resources.of_event(redaction.of):
            return  # most are of talk that is none of ours
        async with self._store.transaction() as tx:
            if await tx.sync.first_time(redaction.event):
                await take_back(tx, redaction)

    async def _said(self, room: RoomId, event: EventId) -> Said | None:
        try:
            return await self._quote(room, event)
        except TokenGoneError:
            raise
        except MatrixError as error:  # whoever asked is told; the others must not wait for it
            log.warning("message not fetched", extra={"room": room, "error": str(error)})
            return None

    async def _once(self, occasion: Incoming, work: Work) -> bool:
        """Whether it was handled now, without an answer."""
        said = None
        try:
            async with self._store.transaction() as tx:
                if not await tx.sync.first_time(occasion.event):
                    return False
                said = await work(tx)
                if said:
                    await tx.outbox.add(said)
        except UserError as error:
            await self._settle(occasion, self._dispatcher.excuse(occasion, error))
            return False
        except Exception:
            reference = secrets.token_hex(3)
            log.exception("command failed", extra={"reference": reference, "event": occasion.event})
            await self._settle(occasion, self._dispatcher.failure(occasion, reference))
            return False
        return said is None

    async def _settle(self, occasion: Incoming, said: Outgoing) -> None:
        """What was done was rolled back: only that it was handled is kept."""
        async with self._store.transaction() as tx:
            if await tx.sync.first_time(occasion.event):
                await tx.outbox.add(said)
