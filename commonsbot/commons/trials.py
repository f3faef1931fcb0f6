"""Reporting a trial, and asking what came of one that was announced."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

from commonsbot.commons.asking import Question, place_beside, put
from commonsbot.domain.ids import EventId, UserId
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Kind, Resource, Status
from commonsbot.domain.trials import OUTCOME, Report
from commonsbot.store import Store, Transaction
from commonsbot.store.notes import News
from commonsbot.texts import Languages

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

    def __init__(self, store: Store, languages: Languages, now: Callable[[], datetime]):
        self._store = store
        self._languages = languages
        self._now = now

    async def ask(self) -> None:
        for id in await self._store.read.duties.due(OUTCOME):
            async with self._store.transaction() as tx:
                await tx.duties.done(id, OUTCOME)
                resource = await tx.resources.at(id)
                if resource and resource.status is Status.PUBLISHED and resource.kind is Kind.TEST:
                    await self._ask(tx, resource)

    async def _ask(self, tx: Transaction, resource: Resource) -> None:
        place = await place_beside(tx, resource)
        if place is None or resource.author is None:
            return
        views = self._languages.views_of(place.room)
        said = views.texts.paragraph(
            "outcome-ask", link=views.title(resource), number=str(resource.id)
        )
        question = Question(
            ask=Ask.OUTCOME,
            key=f"outcome:{resource.id}:{resource.created_at:%Y%m%d}",
            to=resource.author,
            document=(said,),
            subject=json.dumps({"resource": resource.id}),
            expires_at=self._now() + ANSWERED_WITHIN,
        )
        await put(tx, question, place)
