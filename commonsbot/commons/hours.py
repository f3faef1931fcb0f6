"""The one place that knows who may be spoken to now, and rules on all that the bot would say."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from commonsbot.domain.hours import Hours
from commonsbot.domain.messages import Kind
from commonsbot.domain.rooms import Room
from commonsbot.domain.sending import Drop, Facts, Hold, Openings, Send, ruling
from commonsbot.store import Store
from commonsbot.store.outbox import Queued

log = logging.getLogger(__name__)


class Office:
    """`default`: the hours of rooms and people that have none of their own."""

    def __init__(self, store: Store, default: Hours, now: Callable[[], datetime]) -> None:
        self._store = store
        self._default = default
        self._now = now

    def hours_of(self, room: Room) -> Hours:
        """When the bot may start something there."""
        return self._default

    async def release(self, queued: Queued) -> Queued | None:
        """The message as it may be sent now; None when it is held, or not to be sent at all."""
        message = queued.message
        facts = Facts(
            kind=message.kind,
            queued_at=queued.queued_at,
            mentions=message.mentions,
            over=message.kind is Kind.PROMPT and await self._is_over(message.key),
            redacts=message.redacts is not None,
        )
        match ruling(facts, Openings(place=self.hours_of(queued.place)), self._now()):
            case Send(quiet, rings):
                said = replace(message, notice=message.notice or quiet, mentions=rings)
                return replace(queued, message=said)
            case Hold(until):
                await self._hold(queued, until)
            case Drop(why):
                await self._drop(queued, why)
        return None

    async def _is_over(self, key: str) -> bool:
        """Whether the question that the message puts waits for no answer any more."""
        return await self._store.read.prompts.get(key) is None

    async def _hold(self, queued: Queued, until: datetime) -> None:
        async with self._store.statement() as tx:
            await tx.outbox.hold(queued.id, until)
        log.info(
            "message held until the next opening",
            extra={"room": queued.message.room, "kind": queued.message.kind, "until": until},
        )

    async def _drop(self, queued: Queued, why: str) -> None:
        async with self._store.transaction() as tx:
            await tx.outbox.drop(queued.id, why)
            await tx.journal.write(None, "drop", "message", queued.message.key, why)
        log.info(
            "message not sent: no longer worth it",
            extra={"room": queued.message.room, "kind": queued.message.kind, "why": why},
        )
