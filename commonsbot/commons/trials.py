"""Reporting a trial, and asking what came of one that was announced."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

from commonsbot.domain.ids import EventId, UserId
from commonsbot.domain.messages import Kind as Speech
from commonsbot.domain.messages import Outgoing
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Kind, Resource, Status
from commonsbot.domain.trials import OUTCOME, Report
from commonsbot.store import Store, Transaction
from commonsbot.store.notes import News
from commonsbot.texts import Views

ANSWERED_WITHIN = timedelta(weeks=4)


async def report_trial(
    tx: Transaction, resource: Resource, user: UserId, report: Report, event: EventId
) -> None:
    """Keeps the report; the author will be told, unless it is their own."""
    await tx.trials.put(resource.id, user, report, event)
    await tx.duties.done(resource.id, OUTCOME)
    if resource.author and resource.author != user:
        await tx.notes.add(resource.author, News.TRIED, resource.id, user)


class Outcomes:
    """Asks the authors of tests what came of them, once, when their time has come."""

    def __init__(self, store: Store, views: Views, now: Callable[[], datetime]):
        self._store = store
        self._views = views
        self._now = now

    async def ask(self) -> None:
        for id in await self._store.read.duties.due(OUTCOME):
            async with self._store.transaction() as tx:
                await tx.duties.done(id, OUTCOME)
                resource = await tx.resources.at(id)
                if resource and resource.status is Status.PUBLISHED and resource.kind is Kind.TEST:
                    await self._ask(tx, resource)

    async def _ask(self, tx: Transaction, resource: Resource) -> None:
        if not (resource.author and resource.room):
            return
        room = await tx.rooms.get(resource.room)
        key = f"outcome:{resource.id}:{resource.created_at:%Y%m%d}"
        asked = await tx.prompts.add(
            Ask.OUTCOME,
            key,
            resource.author,
            resource.room,
            thread=resource.event,
            subject=json.dumps({"resource": resource.id}),
            expires_at=self._now() + ANSWERED_WITHIN,
        )
        if asked is None or room is None:
            return
        said = self._views.texts.paragraph(
            "outcome-ask", link=self._views.title(resource), number=str(resource.id)
        )
        await tx.outbox.add(
            Outgoing(
                key=key,
                room=resource.room,
                kind=Speech.PROMPT,
                document=(said,),
                mentions=() if room.direct else (resource.author,),
                thread=resource.event,
            )
        )
