"""Telling the moderators' room what did not reach anybody: grouped, at most once a day."""

from collections.abc import Callable
from datetime import datetime, timedelta

from commonsbot.commons.hours import Office
from commonsbot.domain.failures import Refused
from commonsbot.domain.ids import RoomId
from commonsbot.domain.markup import Bullets, Inline
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages, Views
from commonsbot.texts.sources import failing

APART = timedelta(hours=20)
"""Between two of them: at most one a day."""

OLDEST = timedelta(days=7)
"""What is older is no news."""

SHOWN = 8
"""Of each kind."""

LONGEST = 120
"""Characters of what the homeserver answered."""


class FailureNews:
    """`desk` is the moderators' room; where there is none, the log alone knows."""

    def __init__(
        self,
        store: Store,
        languages: Languages,
        office: Office,
        desk: Callable[[], RoomId | None],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._languages = languages
        self._office = office
        self._desk = desk
        self._now = now

    async def tell(self) -> None:
        place = await self._office.open_room(self._desk())
        if place is None:
            return
        told_at = await self._store.read.failures.told_at()
        if told_at and self._now() - told_at < APART:
            return
        since = max(told_at or self._now() - OLDEST, self._now() - OLDEST)
        read = self._store.read
        if await read.failures.refused(since, place.id) or await read.source_readings.gone():
            async with self._store.transaction() as tx:
                await self._tell(tx, place.id, since)

    async def _tell(self, tx: Transaction, desk: RoomId, since: datetime) -> None:
        refused, gone = await tx.failures.refused(since, desk), await tx.source_readings.gone()
        views = self._languages.views_of(desk)
        rows = [await _refused(tx, views, one) for one in refused[:SHOWN]]
        rows += [failing(views, one, self._now()) for one in gone[:SHOWN]]
        if not rows:
            return
        if more := len(refused) + len(gone) - len(rows):
            rows.append(views.texts.inline("week-more", count=more))
        await tx.source_readings.told([source.id for source in gone])
        await tx.outbox.add(
            Outgoing(
                key=f"failures:{self._now().isoformat()}",
                room=desk,
                kind=Kind.NOTE,
                document=(views.texts.paragraph("failures"), Bullets(tuple(rows))),
                notice=True,
            )
        )


async def _refused(tx: Transaction, views: Views, one: Refused) -> tuple[Inline, ...]:
    """The room and why."""
    texts, where = views.texts, views.room(await tx.rooms.get(one.room))
    if one.forbidden:
        return texts.inline("failures-forbidden", room=where, count=one.count)
    error = one.error[:LONGEST]
    return texts.inline("failures-refused", room=where, count=one.count, error=error)
