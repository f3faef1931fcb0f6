"""What a reading changes, in one transaction: items, their keys, and the messages about them.

Nothing is sent from here: a message waits in the outbox, kept together with the items it names,
so a crash can neither lose it nor say it twice.
"""

import hashlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from commonsbot.domain import urls
from commonsbot.domain.ids import NewsId, SourceId
from commonsbot.domain.markup import Document
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.news import ANNOUNCED_AT_ONCE, Decision, Sighting, decide, sightings
from commonsbot.domain.sources import Request, Source, SourceStatus, Validators
from commonsbot.errors import FetchError
from commonsbot.news import wording
from commonsbot.news.feed import Feed
from commonsbot.news.reading import NewsReader
from commonsbot.store import Store, Transaction
from commonsbot.texts.translator import Translator

log = logging.getLogger(__name__)

LATEST = 3
"""Titles shown when a room starts to follow a source."""


class Relay:
    def __init__(
        self,
        store: Store,
        texts: Translator,
        now: Callable[[], datetime],
        reader: NewsReader | None = None,
    ) -> None:
        self._store = store
        self._texts = texts
        self._now = now
        self._reader = reader or NewsReader()

    async def read(
        self, id: SourceId, feed: Feed, validators: Validators, body_hash: str
    ) -> Decision | None:
        """Keeps what is new in `feed` and announces it. None when nobody follows it any more."""
        async with self._store.transaction() as tx:
            source = await _live(tx, id)
            if source is None:
                return None
            decision = await self._decide(tx, source, feed)
            await tx.sources.succeeded(
                id,
                title=feed.title or source.title or urls.host(source.url),
                validators=validators,
                body_hash=body_hash,
                filled=source.filled or bool(feed.entries),
            )
            await self._apply(tx, id, decision)
            await self._welcome(tx, id)
        return decision

    async def unchanged(self, source: Source, validators: Validators) -> None:
        """The server, or the same body as last time, says that nothing is new."""
        async with self._store.transaction() as tx:
            await tx.sources.succeeded(
                source.id,
                title=source.title,
                validators=validators,
                body_hash=source.body_hash,
                filled=source.filled,
            )
            await self._welcome(tx, source.id)

    async def failed(
        self, id: SourceId, error: FetchError, wait: Callable[[int], timedelta]
    ) -> None:
        """Notes a failure; `wait` gives the time to the next reading after so many in a row.

        Who asked for a source is told at once that it can't be read, and it is not followed.
        """
        async with self._store.transaction() as tx:
            source = await _live(tx, id)
            if source is None:
                return
            first = source.status is SourceStatus.NEW
            requests = await tx.sources.take_requests(id) if first else []
            over = error.reason == "fetch-gone" or bool(requests)
            await tx.sources.failed(id, str(error)[:300], stop=over)
            await tx.sources.schedule(id, self._now() + wait(source.failures + 1))
            if requests:
                await self._answer(tx, requests, wording.refused(self._texts, source, error))
                await tx.sources.unfollow_everywhere(id)
            elif over:
                await self._say_gone(tx, source)
            if over:
                await tx.journal.write(None, "stop", "source", id, str(error)[:300])

    async def welcome_known(self) -> None:
        """Answers who asked for a source that other rooms already follow: it needs no reading."""
        for source in await self._store.read.sources.awaited():
            async with self._store.transaction() as tx:
                await self._welcome(tx, source.id)

    async def _decide(self, tx: Transaction, source: Source, feed: Feed) -> Decision:
        keys = {key for one in sightings(feed.entries) for key in one.keys}
        known = await tx.news.known(source.id, keys)
        return decide(source, feed.entries, known, self._now())

    async def _apply(self, tx: Transaction, id: SourceId, decision: Decision) -> None:
        for item, keys in decision.known:
            await tx.news.remember(id, item, keys)
        # From the oldest, so that ids grow with time as in later readings.
        for one in reversed(decision.silent):
            await self._add(tx, id, one, announced=False)
        shown: NewsId | None = None
        for one in reversed(decision.fresh):
            shown = await self._add(tx, id, one, announced=True)
        if decision.flooded:
            why = f"{len(decision.silent)} unknown items at once: kept without a word"
            await tx.journal.write(None, "hold", "source", id, why)
        if shown is not None:
            await self._announce(tx, id, decision, shown)

    async def _add(
        self, tx: Transaction, id: SourceId, one: Sighting, *, announced: bool
    ) -> NewsId:
        """Keeps an item, its keys and what it says."""
        entry = one.entry
        item = await tx.news.add(id, entry, announced=announced)
        await tx.news.remember(id, item, one.keys)
        at = entry.published_at or self._now()
        await self._reader.keep(tx, item, entry.title, entry.summary, at)
        return item

    async def _announce(
        self, tx: Transaction, id: SourceId, decision: Decision, first: NewsId
    ) -> None:
        source = await tx.sources.get(id)
        assert source, "just read"
        document = wording.announcement(self._texts, source, [one.entry for one in decision.fresh])
        for room in await tx.sources.followers(id):
            await tx.outbox.add(
                Outgoing(
                    key=f"news:{id}:{first}:{room}", room=room, kind=Kind.NEWS, document=document
                )
            )
        why = f"{len(decision.fresh)} new, {min(len(decision.fresh), ANNOUNCED_AT_ONCE)} shown"
        await tx.journal.write(None, "announce", "source", id, why)

    async def _welcome(self, tx: Transaction, id: SourceId) -> None:
        """Tells who waited for the first reading that it went well."""
        requests = await tx.sources.take_requests(id)
        source = await tx.sources.get(id)
        if not requests or source is None:
            return
        latest = await tx.news.latest(id, LATEST)
        document = wording.followed(self._texts, source, await tx.news.count(id), latest)
        await self._answer(tx, requests, document)

    async def _answer(self, tx: Transaction, requests: list[Request], document: Document) -> None:
        for request in requests:
            room = await tx.rooms.get(request.room)
            await tx.outbox.add(
                Outgoing(
                    key=f"answer:{request.event}",
                    room=request.room,
                    kind=Kind.ANSWER,
                    document=document,
                    mentions=() if room and room.direct else (request.user,),
                    thread=request.thread,
                    reply_to=request.event if request.thread else None,
                )
            )

    async def _say_gone(self, tx: Transaction, source: Source) -> None:
        for room in await tx.sources.followers(source.id):
            await tx.outbox.add(
                Outgoing(
                    key=f"news:{source.id}:gone:{self._now():%Y%m%d}:{room}",
                    room=room,
                    kind=Kind.NEWS,
                    document=wording.gone(self._texts, source),
                    notice=True,
                )
            )


def digest(body: bytes) -> str:
    """Tells whether a body is the same as last time."""
    return hashlib.sha256(body).hexdigest()


async def _live(tx: Transaction, id: SourceId) -> Source | None:
    """The source as it is now; None when it was stopped while it was being read."""
    source = await tx.sources.get(id)
    return None if source is None or source.status is SourceStatus.STOPPED else source
