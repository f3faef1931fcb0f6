"""One writer and one reader on one SQLite file, and the nouns they serve."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from commonsbot.domain.ids import RoomId
from commonsbot.domain.own_hours import OwnHours, Whose, is_user
from commonsbot.search.synonyms import Group
from commonsbot.store.adoption import Adoption
from commonsbot.store.announcements import Announcements
from commonsbot.store.blocklist import Blocklist
from commonsbot.store.bulks import Bulks
from commonsbot.store.captures import Captures
from commonsbot.store.connection import Connection
from commonsbot.store.deliveries import Deliveries
from commonsbot.store.duties import Duties
from commonsbot.store.edition_plans import EditionPlans
from commonsbot.store.editions import Editions
from commonsbot.store.erasure import Erasure
from commonsbot.store.failures import Failures
from commonsbot.store.followings import Followings
from commonsbot.store.follows import Follows
from commonsbot.store.governance import Governance
from commonsbot.store.hours import Hours
from commonsbot.store.index import Index, Rebuilding
from commonsbot.store.intake import Intake
from commonsbot.store.journal import Journal
from commonsbot.store.languages import Languages
from commonsbot.store.links import Links
from commonsbot.store.members import Members
from commonsbot.store.merges import Merges
from commonsbot.store.migrate import migrate
from commonsbot.store.news import News
from commonsbot.store.news_agenda import NewsAgenda
from commonsbot.store.news_filters import NewsFilters
from commonsbot.store.news_readings import NewsReadings
from commonsbot.store.notes import Notes
from commonsbot.store.outbox import Outbox
from commonsbot.store.pages import Pages
from commonsbot.store.people import People
from commonsbot.store.prompts import Prompts
from commonsbot.store.proposals import Proposals
from commonsbot.store.questions import Questions
from commonsbot.store.records import Records
from commonsbot.store.refusals import Refusals
from commonsbot.store.resources import Resources
from commonsbot.store.retention import Retention
from commonsbot.store.reviews import Reviews
from commonsbot.store.revisions import Revisions
from commonsbot.store.room_terms import RoomTerms
from commonsbot.store.rooms import Rooms
from commonsbot.store.sending import Sending
from commonsbot.store.signals import Signals
from commonsbot.store.source_readings import SourceReadings
from commonsbot.store.sources import Sources
from commonsbot.store.stats import Stats
from commonsbot.store.sync import Sync
from commonsbot.store.synonyms import Synonyms
from commonsbot.store.thanks import Thanks
from commonsbot.store.themes import Themes
from commonsbot.store.trials import Trials
from commonsbot.store.tryouts import Tryouts
from commonsbot.store.unread import UnreadMessages


class Transaction:
    """The nouns, over one connection. What is written is kept all together or not at all."""

    def __init__(
        self, db: Connection, now: Callable[[], datetime], groups: Iterable[Group] = ()
    ) -> None:
        self.signals = Signals()
        self.sync = Sync(db, now)
        self.rooms = Rooms(db, now)
        self.hours = Hours(db, self.signals)
        self.languages = Languages(db, self.signals)
        self.room_terms = RoomTerms(db)
        self.outbox = Outbox(db, self.signals, now)
        self.sending = Sending(db, now)
        self.index = Index(db, now, groups)
        self.revisions = Revisions(db, now)
        self.themes = Themes(db)
        self.governance = Governance(db)
        self.adoption = Adoption(db, self.governance)
        self.synonyms = Synonyms(db, self.governance, now)
        self.resources = Resources(db, self.index, self.revisions, self.themes, now)
        self.captures = Captures(db, now)
        self.prompts = Prompts(db, now)
        self.proposals = Proposals(db, now)
        self.merges = Merges(db, self.index, now)
        self.reviews = Reviews(db, now)
        self.links = Links(db, now)
        self.duties = Duties(db, now)
        self.thanks = Thanks(db, now)
        self.trials = Trials(db, now)
        self.notes = Notes(db, now)
        self.follows = Follows(db, now)
        self.questions = Questions(db, now)
        self.pages = Pages(db, now)
        self.sources = Sources(db, now)
        self.source_readings = SourceReadings(db, now)
        self.tryouts = Tryouts(db)
        self.followings = Followings(db, self.signals, now)
        self.news = News(db, self.index, self.signals, now)
        self.news_readings = NewsReadings(db, self.signals, now)
        self.news_filters = NewsFilters(db, now)
        self.news_agenda = NewsAgenda(db, now)
        self.deliveries = Deliveries(db, self.signals, now)
        self.editions = Editions(db)
        self.edition_plans = EditionPlans(db, self.signals, now)
        self.journal = Journal(db, now)
        self.members = Members(db, now)
        self.bulks = Bulks(db, now)
        self.blocklist = Blocklist(db, now)
        self.stats = Stats(db)
        self.unread = UnreadMessages(db, now)
        self.refusals = Refusals(db, now)
        self.failures = Failures(db)
        self.announcements = Announcements(db)
        self.retention = Retention(db, now)
        self.erasure = Erasure(db, self.index, self.governance, now)
        self.people = People(db, self.erasure)
        self.records = Records(db, now)
        self.intake = Intake(db, self.index, self.themes, now)


class Store:
    def __init__(
        self,
        writer: Connection,
        reader: Connection,
        now: Callable[[], datetime],
        groups: Iterable[Group],
        path: Path,
    ) -> None:
        self._path = path
        self._writer = writer
        self._reader = reader
        self._writing = asyncio.Lock()
        self._transaction = Transaction(writer, now, groups)
        self.read = Transaction(reader, now, groups)
        """For reading outside a transaction; writing through it is refused by SQLite."""
        self.on_queued: Callable[[], None] = lambda: None
        """Called after a commit that put something into the outbox."""
        self.on_planned: Callable[[], None] = lambda: None
        """Called after a commit that changed when a letter leaves."""
        self.on_delivered: Callable[[], None] = lambda: None
        """Called after a commit that changed which news wait for a room, or until when."""
        self.on_hours: Callable[[Mapping[Whose, OwnHours]], None] = lambda changes: None
        """Called after a commit with the hours that were chosen."""
        self.on_languages: Callable[[Mapping[RoomId, str | None]], None] = lambda changes: None
        """Called after a commit with the languages that were chosen."""

    @classmethod
    async def open(
        cls, path: Path, now: Callable[[], datetime], groups: Sequence[Group] = ()
    ) -> "Store":
        """Opens the database, made or upgraded where needed. Raises StoreError.

        `groups`: what search takes for one another, beside the themes and what moderators add.
        """
        writer = await Connection.open(path)
        try:
            await migrate(writer, path, now())
            await Rebuilding(writer).spare_empty()
            reader = await Connection.open(path)
        except BaseException:
            await writer.close()
            raise
        await reader.execute("PRAGMA query_only = ON")
        return cls(writer, reader, now, groups, path)

    @classmethod
    @asynccontextmanager
    async def reading(cls, path: Path, now: Callable[[], datetime]) -> AsyncIterator[Transaction]:
        """One moment of the database at `path`, read beside a running bot.

        Its version must be ours.
        """
        reader = await Connection.open(path)
        try:
            await reader.execute("PRAGMA query_only = ON")
            await reader.execute("BEGIN")
            yield Transaction(reader, now)
        finally:
            await reader.roll_back()
            await reader.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Everything written in the block, or nothing of it: also on cancellation and kill."""
        async with self._writing:
            self._transaction.signals.clear()
            # Shielded: a cancelled task must not leave a transaction open for the next one.
            try:
                await asyncio.shield(self._writer.execute("BEGIN IMMEDIATE"))
                yield self._transaction
                await asyncio.shield(self._writer.execute("COMMIT"))
            except BaseException:
                await asyncio.shield(self._writer.roll_back())
                raise
        self._tell(self._transaction.signals)  # before any other transaction can begin

    def _tell(self, signals: Signals) -> None:
        moved = any(not is_user(whose) for whose in signals.hours)  # rooms have clocks of their own
        if signals.hours:
            self.on_hours(signals.hours)
        if signals.languages:
            self.on_languages(signals.languages)
        if signals.queued:
            self.on_queued()
        if signals.planned or moved:
            self.on_planned()
        if signals.delivered or moved:
            self.on_delivered()

    @asynccontextmanager
    async def statement(self) -> AsyncIterator[Transaction]:
        """For one statement alone, which is its own transaction: a third of the hops.

        Nobody is told of it.
        """
        async with self._writing:
            yield self._transaction

    async def checkpoint(self) -> None:
        """What was written leaves the write-ahead log, which keeps nothing of it."""
        async with self._writing:
            await self._writer.fetch("PRAGMA wal_checkpoint(TRUNCATE)")

    async def sweep(self) -> float:
        """Writes the file anew, without what was erased; the seconds that it took.

        Nothing can be written meanwhile; reading goes on.
        """
        began = time.monotonic()
        async with self._writing:
            await self._transaction.erasure.swept()
            await self._writer.execute("VACUUM")
        await self.checkpoint()
        return time.monotonic() - began

    def drop_copies(self, before: datetime) -> int:
        """Removes the copies made by upgrades before that moment; how many there were."""
        stem, suffix = self._path.stem, self._path.suffix
        copies = list(self._path.parent.glob(f"{stem}-v*-*{suffix}"))
        old = [copy for copy in copies if copy.stat().st_mtime < before.timestamp()]
        for copy in old:
            copy.unlink()
        return len(old)

    async def close(self) -> None:
        await self._reader.close()
        await self._writer.close()
