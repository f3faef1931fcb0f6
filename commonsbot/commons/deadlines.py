"""Reminding rooms of the calls that close soon: once for each step, in their hours."""

from collections.abc import Callable, Sequence
from datetime import datetime

from commonsbot.domain.agenda import Step, each_once, is_news_still, is_over, steps
from commonsbot.domain.hours import Hours
from commonsbot.domain.ids import RoomId
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.news import NewsItem
from commonsbot.domain.rooms import Room
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages
from commonsbot.texts.agenda import deadline_list


class Reminding:
    """`hours_of` gives a room's hours: no room is reminded of anything outside them."""

    def __init__(
        self,
        store: Store,
        languages: Languages,
        hours_of: Callable[[Room], Hours],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._languages = languages
        self._hours_of = hours_of
        self._now = now

    async def remind(self) -> None:
        """Each room that follows a source, of what its sources' calls ask for."""
        for id in await self._store.read.news_agenda.followers():
            room = await self._store.read.rooms.get(id)
            if room and self._hours_of(room).is_open(self._now()):
                await self._remind(id)

    async def _remind(self, room: RoomId) -> None:
        now = self._now()
        today = now.astimezone(self._languages.zone).date()
        for step in steps(today):
            if await self._due(self._store.read, room, step, now):
                async with self._store.transaction() as tx:
                    if due := await self._due(tx, room, step, now):
                        await self._say(tx, room, step, due)

    async def _due(
        self, tx: Transaction, room: RoomId, step: Step, now: datetime
    ) -> list[NewsItem]:
        """What the room follows and is not over."""
        found = await tx.news_agenda.to_remind(room, step.first, step.until, step.days)
        return [
            item
            for item in found
            if not is_over(item, now, self._languages.zone)
            and not is_news_still(item, step, now)
            and await tx.news_filters.lets_through(room, item.source, item)
        ]

    async def _say(
        self, tx: Transaction, room: RoomId, step: Step, due: Sequence[NewsItem]
    ) -> None:
        await tx.news_agenda.reminded(room, [item.id for item in due], step.days)
        items = each_once(due)
        views = self._languages.views_of(room)
        title = views.texts.paragraph("deadlines-reminder", count=len(items))
        closing = views.texts.paragraph("deadlines-closing")
        listed = deadline_list(views, items, self._now())
        await tx.outbox.add(
            Outgoing(
                key=f"deadlines:{room}:{step.days}:{due[0].id}",
                room=room,
                kind=Kind.NEWS,
                document=(title, listed, closing),
            )
        )
