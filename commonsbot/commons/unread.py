"""Saying that a message could not be read, instead of leaving its sender without an answer."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from commonsbot.domain.markup import Paragraph, lines
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.refusals import Reason
from commonsbot.domain.unread import Remedy, Unread, remedy
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages

log = logging.getLogger(__name__)


class UnreadNotices:
    """`is_signed` asks whether the bot's device is signed, as its clients see it."""

    def __init__(
        self,
        store: Store,
        languages: Languages,
        is_signed: Callable[[], Awaitable[bool]],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._languages = languages
        self._is_signed = is_signed
        self._now = now

    async def round(self) -> bool:
        """Tells the senders of what is overdue; whether other messages are still given time."""
        unread = await self._store.read.unread.unsettled()
        overdue = [message for message in unread if message.overdue(self._now())]
        if not overdue:
            return bool(unread)
        refused = any(message.reason is Reason.UNVERIFIED for message in overdue)
        signed = await self._is_signed() if refused else True
        async with self._store.transaction() as tx:
            for message in overdue:
                await self._settle(tx, message, remedy(message.reason, signed))
        return len(unread) > len(overdue)

    async def _settle(self, tx: Transaction, message: Unread, cure: Remedy) -> None:
        """Tells the sender, unless they or the room were told lately."""
        await tx.unread.settle(message.event)
        # Where the bot must be mended, the members can do nothing: one word is for them all.
        whom = None if cure is Remedy.SIGN else message.sender
        if await tx.unread.tell(message.room, whom, message.pause):
            await tx.outbox.add(self._notice(message, cure))
            log.info(
                "sender told that a message is unreadable",
                extra={"room": message.room, "sender": message.sender, "remedy": str(cure)},
            )

    def _notice(self, message: Unread, cure: Remedy) -> Outgoing:
        texts = self._languages.views_of(message.room).texts
        rows = [texts.inline("unread"), texts.inline(f"unread-{cure}")]
        if not message.addressed:
            rows.append(texts.inline("unread-not-for-me"))
        return Outgoing(
            key=f"unread:{message.event}",
            room=message.room,
            kind=Kind.ANSWER,
            document=(Paragraph(lines(*rows)),),
            notice=True,
            thread=message.thread,
            reply_to=message.event,
        )
