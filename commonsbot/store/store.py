"""One writer and one reader on one SQLite file."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from commonsbot.domain.ids import RoomId
from commonsbot.domain.own_hours import OwnHours, Whose, is_user
from commonsbot.search.synonyms import Group
from commonsbot.store.connection import Connection
from commonsbot.store.index import Rebuilding
from commonsbot.store.migrate import migrate
from commonsbot.store.signals import Signals
from commonsbot.store.transaction import Transaction


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
