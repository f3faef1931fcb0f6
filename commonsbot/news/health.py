"""Telling moderators, once and together, of sources that can't be read any more."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.markup import Bullets, Document
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.sources import TOLD_AFTER, TOLD_AFTER_TIME, Source
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages, Views
from commonsbot.texts.sources import failing


class SourceHealth:
    """`desk` is the moderators' room. Where there is none, who added a source hears of it, and
    `stewards` of those that the configuration made rooms follow."""

    def __init__(
        self,
        store: Store,
        languages: Languages,
        stewards: Collection[UserId],
        desk: Callable[[], RoomId | None],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._languages = languages
        self._stewards = sorted(stewards)
        self._desk = desk
        self._now = now

    async def tell(self) -> None:
        """One line for each source that newly fails: at the desk, else to who added it, in their
        direct chat; where there is neither, in the room."""
        failing = await self._failing(self._store.read)
        if not failing:
            return
        async with self._store.transaction() as tx:
            failing = await self._failing(tx)
            by_place: dict[RoomId, list[Source]] = defaultdict(list)
            for source in failing:
                for place in await self._places(tx, source):
                    by_place[place].append(source)
            for place, sources in by_place.items():
                await self._say(tx, place, sources)
            if failing:
                await tx.source_readings.told([source.id for source in failing])

    async def _failing(self, tx: Transaction) -> list[Source]:
        return await tx.source_readings.untold(TOLD_AFTER, self._now() - TOLD_AFTER_TIME)

    async def _places(self, tx: Transaction, source: Source) -> list[RoomId]:
        if desk := self._desk():
            return [desk]
        places: dict[RoomId, None] = {}
        for room, by in await tx.followings.added_by(source.id):
            people = [by] if by else self._stewards
            chats = [await tx.rooms.direct_with(person) for person in people]
            places |= dict.fromkeys([chat for chat in chats if chat] or [room])
        return list(places)

    async def _say(self, tx: Transaction, place: RoomId, sources: Sequence[Source]) -> None:
        last = max(source.id for source in sources)
        await tx.outbox.add(
            Outgoing(
                key=f"sources-failing:{place}:{last}:{self._now():%Y%m%d%H%M}",
                room=place,
                kind=Kind.NOTE,
                document=self._document(self._languages.views_of(place), sources),
                notice=True,
            )
        )

    def _document(self, views: Views, sources: Sequence[Source]) -> Document:
        rows = [failing(views, source, self._now()) for source in sources]
        return (views.texts.paragraph("sources-failing"), Bullets(tuple(rows)))
