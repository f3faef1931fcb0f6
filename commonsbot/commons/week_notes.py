"""What waits for moderators, told in their room once a week, when something does."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from commonsbot.commons.hours import Office
from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import ResourceId, RoomId
from commonsbot.domain.markup import Block, Bullets, Document, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.reviews import MONTH
from commonsbot.domain.roles import Suspension
from commonsbot.domain.sources import TOLD_AFTER, TOLD_AFTER_TIME, Source
from commonsbot.domain.week_notes import week_due
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages, Views
from commonsbot.texts.sources import failing

UNANSWERED = timedelta(weeks=2)

SHOWN = 5
"""Of each kind, by name."""

COUNTED = 200

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class WeekNotes:
    """`desk` is the moderators' room: its members may all read what is said there."""

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
        self._settled = ""
        """The week that nothing more is to be said of."""

    async def tell(self) -> None:
        """The week's note, when it is due and something waits."""
        place = await self._office.open_room(self._desk())
        if place is None:
            return
        week = week_due(self._office.hours_of(place), self._now())
        if week is None or week == self._settled:
            return
        async with self._store.transaction() as tx:
            key = f"week-note:{week}"
            document = () if await tx.outbox.knows(key) else await self._written(tx, place.id)
            if document:
                note = Outgoing(key=key, room=place.id, kind=Kind.NOTE, document=document)
                await tx.outbox.add(note)
        self._settled = week

    async def _written(self, tx: Transaction, desk: RoomId) -> Document:
        return await _Note(self._languages.views_of(desk), self._now()).document(tx, desk)


@dataclass(frozen=True, slots=True)
class _Note:
    views: Views
    """Of the room it goes to."""
    now: datetime

    async def document(self, tx: Transaction, desk: RoomId) -> Document:
        """Empty when nothing waits."""
        reader = Reader(frozenset({desk}))
        waits = [
            *await self._shares(tx),
            *await self._cards(
                tx, "week-proposals", await tx.proposals.undecided(reader, COUNTED), reader
            ),
            *await self._cards(tx, "week-questions", await self._questions(tx, reader), reader),
            *await self._cards(tx, "week-links", await tx.links.dead(reader, COUNTED), reader),
            *await self._sources(tx),
            *self._suspended(await tx.members.suspended()),
        ]
        if not waits:
            return ()
        title = self.views.texts.paragraph("week-note")
        return (title, *waits, await self._figures(tx, reader))

    async def _shares(self, tx: Transaction) -> list[Block]:
        found = await tx.resources.pending(None, COUNTED)
        if not found:
            return []
        since = self.views.date(found[0].created_at)
        return [self.views.texts.paragraph("week-shares", count=len(found), since=since)]

    async def _questions(self, tx: Transaction, reader: Reader) -> list[ResourceId]:
        until = self.now - UNANSWERED
        return await tx.questions.waiting(reader, _LONG_AGO, until, COUNTED)

    async def _cards(
        self, tx: Transaction, name: str, ids: Sequence[ResourceId], reader: Reader
    ) -> list[Block]:
        shown = await tx.resources.several(ids[:SHOWN], reader)
        return self._section(name, len(ids), [self.views.title(one) for one in shown])

    async def _sources(self, tx: Transaction) -> list[Block]:
        found: list[Source] = await tx.source_readings.troubled(
            TOLD_AFTER, self.now - TOLD_AFTER_TIME
        )
        rows = [failing(self.views, one, self.now) for one in found[:SHOWN]]
        return self._section("week-sources", len(found), rows)

    def _suspended(self, found: Sequence[Suspension]) -> list[Block]:
        return self._section("week-suspended", len(found), map(self._suspension, found[:SHOWN]))

    def _suspension(self, one: Suspension) -> tuple[Inline, ...]:
        texts, views = self.views.texts, self.views
        until = (
            texts.plain("member-until", date=views.date(one.until))
            if one.until
            else texts.plain("member-without-end")
        )
        return (*views.person(one.user), Text(f" · {until}"))

    def _section(self, name: str, count: int, rows: Iterable[Sequence[Inline]]) -> list[Block]:
        """A heading and its first items; nothing when there is none."""
        if not count:
            return []
        texts, items = self.views.texts, [lines(row) for row in rows]
        if count > len(items):
            items.append(texts.inline("week-more", count=count - len(items)))
        return [texts.paragraph(name, count=count), Bullets(tuple(items))]

    async def _figures(self, tx: Transaction, reader: Reader) -> Paragraph:
        counts, texts = await tx.stats.of(reader, self.now - MONTH), self.views.texts
        return Paragraph(
            lines(
                texts.inline("stats-cards", count=counts.resources, fresh=counts.fresh),
                texts.inline("stats-life", trials=counts.trials, thanks=counts.thanks),
                texts.inline("stats-questions", count=counts.questions, open=counts.open_questions),
            )
        )
