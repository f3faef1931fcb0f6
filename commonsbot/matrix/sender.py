"""Sends what waits in the outbox: in order within a room, rooms beside one another."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.domain.messages import Outgoing
from commonsbot.errors import RateLimitedError, RefusedError, TokenGoneError, UnreachableError
from commonsbot.matrix.client import Client
from commonsbot.matrix.pace import Pace
from commonsbot.matrix.render import content_of
from commonsbot.store import Store
from commonsbot.store.sending import Queued

log = logging.getLogger(__name__)

AT_ONCE = 10
"""Requests under way: enough to keep slow rooms from holding the others."""

A_MOMENT = 0.05
"""Seconds: what a homeserver at ease takes for a message, and some."""

TIME_LIMIT = 60.0
"""Seconds for one message, key sharing included."""

LOOK_AGAIN = 60.0
"""Seconds between two looks at the clock, which may have been set, for what is due later."""

_LONGEST_WAIT = timedelta(minutes=15)

Release = Callable[[Queued], Awaitable[Queued | None]]
"""Gives a message as it may be sent now; None when it has to wait, or is not to be sent at all."""


class Sender:
    def __init__(
        self,
        store: Store,
        client: Client,
        pace: Pace,
        release: Release,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._client = client
        self._pace = pace
        self._release = release
        self._now = now
        self._busy: set[RoomId] = set()
        self._free = asyncio.Semaphore(AT_ONCE)
        self._woken = asyncio.Event()
        self._quiet = asyncio.Event()
        self._some_put_off = True
        """Whether the outbox may hold messages that are due later; it does not say so itself."""

    def wake(self) -> None:
        """Something was queued."""
        self._quiet.clear()
        self._woken.set()

    async def settled(self) -> None:
        """Until what was queued has left, or a moment passed.

        The homeserver then answers our question for news after it took our answers, not beside.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(A_MOMENT):
                await self._quiet.wait()

    async def run(self) -> None:
        """Runs until cancelled. Raises TokenGoneError when the account is locked out."""
        async with self._store.statement() as tx:
            await tx.outbox.reconsider()  # hours may have been changed meanwhile
        async with asyncio.TaskGroup() as group:
            while True:
                self._woken.clear()
                for queued in await self._store.read.sending.heads(self._busy):
                    self._busy.add(queued.message.room)
                    group.create_task(self._deliver(queued))
                if not self._busy and not self._woken.is_set():
                    self._quiet.set()
                await self._sleep()

    async def _sleep(self) -> None:
        """Until something is queued, a room is free again, or a message put off is due."""
        due = None
        if self._some_put_off:
            self._some_put_off = False  # before asking: a message may be put off meanwhile
            due = await self._store.read.sending.next_due()
            self._some_put_off |= due is not None
        wait = None
        if due is not None:
            wait = min(max(0.05, (due - self._now()).total_seconds()), LOOK_AGAIN)
        with suppress(TimeoutError):  # a message put off may be due
            async with asyncio.timeout(wait):
                await self._woken.wait()

    async def _deliver(self, queued: Queued) -> None:
        try:
            async with self._free:
                if ready := await self._released(queued):
                    await self._pace.turn()
                    if ready := await self._released(ready):  # its turn may have been long
                        await self._attempt(ready)
        finally:
            self._busy.discard(queued.message.room)
            self._woken.set()

    async def _released(self, queued: Queued) -> Queued | None:
        ready = await self._release(queued)
        self._some_put_off |= ready is None
        return ready

    async def _attempt(self, queued: Queued) -> None:
        message = queued.message
        try:
            async with asyncio.timeout(TIME_LIMIT):
                event = await self._send(message, queued.txn_id)
        except RateLimitedError as error:
            self._pace.hold(error.retry_after)
            log.info("asked to slow down", extra={"seconds": error.retry_after})
            return
        except RefusedError as error:
            await self._refuse(queued, str(error))
            return
        except (UnreachableError, TimeoutError) as error:
            await self._put_off(queued, str(error) or "time limit")
            return
        except TokenGoneError:
            raise
        except Exception:
            # Whatever nio raises for one room must not silence the others.
            log.exception("message not sent", extra={"room": message.room})
            await self._put_off(queued, "unexpected error")
            return
        async with self._store.statement() as tx:
            await tx.sending.sent(queued.id, event)

    async def _send(self, message: Outgoing, txn_id: str) -> EventId:
        if message.redacts:
            return await self._client.redact(message.room, message.redacts, txn_id)
        if message.pins:
            return await self._client.pin(message.room, message.pins)
        if message.sign:
            return await self._client.react(message.room, message.sign, txn_id)
        return await self._client.say(message.room, content_of(message), txn_id)

    async def _refuse(self, queued: Queued, error: str) -> None:
        log.warning(
            "message refused by the homeserver",
            extra={"room": queued.message.room, "kind": queued.message.kind, "error": error},
        )
        async with self._store.statement() as tx:
            await tx.sending.refuse(queued.id, error)

    async def _put_off(self, queued: Queued, error: str) -> None:
        """2, 4, 8 … seconds, for this room alone."""
        wait = min(timedelta(seconds=2.0 ** min(queued.attempts + 1, 12)), _LONGEST_WAIT)
        log.info(
            "message put off",
            extra={"room": queued.message.room, "seconds": wait.total_seconds(), "error": error},
        )
        async with self._store.statement() as tx:
            await tx.sending.put_off(queued.id, self._now() + wait, error)
        self._some_put_off = True
