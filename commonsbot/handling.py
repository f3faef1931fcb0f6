"""What happens in a room is handled once: its effect and the answer in one transaction."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace

from commonsbot.commands import Dispatcher
from commonsbot.commands.reactions import occasion
from commonsbot.commons.erase import take_back
from commonsbot.domain.diagnosis import Diagnosis
from commonsbot.domain.ids import RoomId
from commonsbot.domain.messages import Edit, Happening, Incoming, Outgoing, Reaction, Redaction
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Resource, Status
from commonsbot.errors import UserError
from commonsbot.lookups import Lookups
from commonsbot.store import Store, Transaction

log = logging.getLogger(__name__)

Examine = Callable[[RoomId], Awaitable[Diagnosis]]
"""Asks, of the network too, what can be known of a room."""

Work = Callable[[Transaction], Awaitable[Outgoing | None]]


class Handling:
    def __init__(
        self,
        dispatcher: Dispatcher,
        store: Store,
        lookups: Lookups,
        examine: Examine,
        deferred: Callable[[], None],
    ) -> None:
        """`deferred`: called when an answer is left to the services that work by themselves."""
        self._dispatcher = dispatcher
        self._store = store
        self._lookups = lookups
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
                await self._edit(happening, outage)
            case Redaction():
                await self._redaction(happening)

    async def _message(self, message: Incoming, outage: str) -> None:
        call = self._dispatcher.call_in(message)
        if call is None:
            return
        if about := await self._dispatcher.about(self._store.read, message, call):
            message = replace(message, quoted=await self._lookups.said(message.room, about))
        if await self._dispatcher.examines(self._store.read, message, call):
            message = replace(message, diagnosis=await self._examine(message.room))
        message = await self._with_page(message, self._dispatcher.page(message, call))

        async def work(tx: Transaction) -> Outgoing | None:
            if message.edits:
                await _start_again(tx, message)
            return await self._dispatcher.handle(tx, message, call, outage)

        if await self._once(message, work):
            self._deferred()

    async def _with_page(self, message: Incoming, link: str) -> Incoming:
        title = await self._lookups.title(link, encrypted=message.encrypted)
        return replace(message, page=title)

    async def _reaction(self, reaction: Reaction) -> None:
        gestures = self._dispatcher.gestures
        if not gestures.mean(reaction.key):
            return
        if about := await gestures.about(self._store.read, reaction):
            reaction = replace(reaction, quoted=await self._lookups.said(reaction.room, about))
        link = gestures.page(reaction)
        title = await self._lookups.title(link, encrypted=reaction.encrypted)
        reaction = replace(reaction, page=title)

        async def work(tx: Transaction) -> Outgoing | None:
            return await self._dispatcher.react(tx, reaction)

        await self._once(occasion(reaction), work)

    async def _edit(self, edit: Edit, outage: str) -> None:
        """Only by who said it first: a homeserver lets others edit too (spec, "Validity of
        replacement events")."""
        made, message = await self._store.read.resources.of_event(edit.of), edit.message
        if made:
            own = (made.author, made.room) == (message.sender, message.room)
            if own and made.status in (Status.PUBLISHED, Status.PENDING):
                await self._reread(edit, made)
        elif again := await self._tried_again(edit):
            await self._message(again, outage)

    async def _reread(self, edit: Edit, made: Resource) -> None:
        original = await self._lookups.said(edit.message.room, edit.of)
        message = replace(
            edit.message,
            edits=edit.of,
            thread=original.thread if original else None,
            overtaken=True,
        )
        if edit.of == made.made_by and made.event:
            message = replace(message, quoted=await self._lookups.said(message.room, made.event))
        message = await self._with_page(message, self._dispatcher.page_of_edit(message, made))

        async def work(tx: Transaction) -> Outgoing | None:
            return await self._dispatcher.reread(tx, message, made)

        await self._once(message, work)

    async def _tried_again(self, edit: Edit) -> Incoming | None:
        """The edited command, if it had no effect so far."""
        message = replace(edit.message, edits=edit.of, overtaken=True)
        read = self._store.read
        if failed := await read.sync.failed(edit.of, message.sender):
            return replace(message, thread=failed.thread, answers=failed.answers)
        for prompt in await read.prompts.about(edit.of):
            if prompt.ask in (Ask.DUPLICATE, Ask.CONTACTS) and prompt.to == message.sender:
                return replace(message, thread=prompt.thread)
        return None

    async def _redaction(self, redaction: Redaction) -> None:
        if not await self._store.read.erasure.knows(redaction.of):
            return  # most are of talk that is none of ours
        async with self._store.transaction() as tx:
            if await tx.sync.first_time(redaction.event):
                await take_back(tx, redaction)

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
                if not occasion.reacted:
                    await tx.sync.fail(occasion)


async def _start_again(tx: Transaction, message: Incoming) -> None:
    """A command said otherwise: what its first wording left open is over."""
    await tx.sync.succeed(message.origin)
    for prompt in await tx.prompts.about(message.origin):
        await tx.prompts.close(prompt.id)
