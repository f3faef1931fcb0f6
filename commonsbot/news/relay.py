"""What a reading changes, in one transaction: items, their keys, and what the rooms get of them.

Nothing is sent from here: an item is handed over to each room together with what makes it known,
so a crash can neither lose it nor hand it over twice. The poster makes messages of them.
"""

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonsbot.domain import urls
from commonsbot.domain.ids import NewsId, SourceId
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.news import Entry, Fate
from commonsbot.domain.novelty import Decision, Known, decide
from commonsbot.domain.posting import EDITED_FOR
from commonsbot.domain.sightings import NEAR_FOR, sightings
from commonsbot.domain.sources import Source, SourceStatus, Validators
from commonsbot.errors import FetchError
from commonsbot.news import wording
from commonsbot.news.delivering import deliver
from commonsbot.news.feed import Feed
from commonsbot.news.reading import NewsReader
from commonsbot.news.welcome import refuse, welcome
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages

log = logging.getLogger(__name__)

READ_AT_ONCE = 50
"""Items of a long past whose class and days are found with the reading; the others by and by, for
nobody is answered while they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What came of asking a source: its feed, and what to ask with next time."""

    feed: Feed
    validators: Validators
    body_hash: str
    moved: str = ""
    """Where every redirect, all permanent ones, led."""


class Relay:
    def __init__(
        self,
        store: Store,
        languages: Languages,
        now: Callable[[], datetime],
        reader: NewsReader | None = None,
    ) -> None:
        self._store = store
        self._languages = languages
        self._now = now
        self._reader = reader or NewsReader()

    async def read(self, id: SourceId, said: Said) -> Decision | None:
        """Keeps what is new and hands it over. None when nobody follows the source any more."""
        async with self._store.transaction() as tx:
            source = await live(tx, id)
            if source is None:
                return None
            decision = await self._decide(tx, source, said.feed)
            await tx.source_readings.succeeded(
                id,
                title=said.feed.title or source.title or urls.host(source.url),
                validators=said.validators,
                body_hash=said.body_hash,
                filled=source.filled or bool(said.feed.entries),
            )
            await self._apply(tx, source, decision)
            await welcome(tx, self._languages, id)
            if said.moved and _still_the_same(source, decision):
                await self._move(tx, source, said.moved)
        return decision

    async def moved(self, id: SourceId, url: str) -> None:
        """It answered that nothing changed, from another address for good."""
        async with self._store.transaction() as tx:
            if source := await live(tx, id):
                await self._move(tx, source, url)

    async def failed(
        self, id: SourceId, error: FetchError, wait: Callable[[int], timedelta]
    ) -> None:
        """Notes a failure; `wait` gives the time to the next reading after so many in a row.

        Who asked for a source is told at once that it can't be read, and it is not followed.
        """
        async with self._store.transaction() as tx:
            source = await live(tx, id)
            if source is None:
                return
            first = source.status is not SourceStatus.ACTIVE
            requests = await tx.sources.take_requests(id) if first else []
            over = error.reason == "fetch-gone" or bool(requests)
            await tx.source_readings.failed(id, error.reason, error.detail[:200], stop=over)
            await tx.source_readings.schedule(id, self._now() + wait(source.failures + 1))
            if requests:
                await refuse(tx, self._languages, requests, source, error)
                await tx.followings.remove_all(id)
            elif over:
                await self._say_gone(tx, source)
            if over:
                await tx.journal.write(None, "stop", "source", id, str(error)[:300])

    async def welcome_known(self) -> None:
        """Answers who asked for a source that other rooms already follow: it needs no reading."""
        for source in await self._store.read.sources.awaited():
            async with self._store.transaction() as tx:
                await welcome(tx, self._languages, source.id)

    async def _decide(self, tx: Transaction, source: Source, feed: Feed) -> Decision:
        keys = {key for one in sightings(feed.entries) for key in one.keys}
        known = await tx.news.known(source.id, keys)
        recent = await tx.news.recent(source.id, self._now() - NEAR_FOR)
        return decide(source, feed.entries, known, recent, self._now())

    async def _apply(self, tx: Transaction, source: Source, decision: Decision) -> None:
        id = source.id
        await tx.news.remember(id, [(one.item, one.keys) for one in decision.known])
        await self._revise(tx, decision.known)
        # From the oldest, so that ids grow with time as in later readings.
        new = [*reversed(decision.silent)]
        new += [(one, Fate.RELAYED) for one in reversed(decision.fresh)]
        ids = await tx.news.add_all(id, [(one.entry, fate) for one, fate in new])
        keys = [one.keys for one, _ in new]
        await tx.news.remember(id, list(zip(ids, keys, strict=True)))
        pairs = list(zip(ids, new, strict=True))
        for item, (one, _) in pairs[-max(READ_AT_ONCE, len(decision.fresh)) :]:
            await self._keep(tx, item, one.entry)
        if decision.held:
            why = f"{decision.held} unknown items at once"
            await tx.journal.write(None, "hold", "source", id, why)
        fresh = [item for item, (_, fate) in pairs if fate is Fate.RELAYED]
        if fresh:
            await deliver(tx, source, fresh, self._now())

    async def _revise(self, tx: Transaction, known: Sequence[Known]) -> None:
        """What reads otherwise now: the poster sees to the messages that told of it."""
        since = self._now() - EDITED_FOR
        said: list[tuple[NewsId, Entry]] = [(one.item, one.entry) for one in known]
        changed = await tx.news.revise(said, since)
        for id, entry in said:
            if id in changed:
                await self._keep(tx, id, entry)

    async def _keep(self, tx: Transaction, item: NewsId, entry: Entry) -> None:
        """What it says of itself: its class, its days, its themes."""
        at = entry.published_at or self._now()
        await self._reader.keep(tx, item, entry.title, entry.summary, at)

    async def _move(self, tx: Transaction, source: Source, url: str) -> None:
        log.info("source moved", extra={"source": source.id, "url": url})
        await tx.sources.move(source.id, url)
        await tx.journal.write(None, "move", "source", source.id, f"{source.url} → {url}"[:600])

    async def _say_gone(self, tx: Transaction, source: Source) -> None:
        for following in await tx.followings.of_source(source.id):
            texts = self._languages.views_of(following.room).texts
            await tx.outbox.add(
                Outgoing(
                    key=f"news:{source.id}:gone:{self._now():%Y%m%d}:{following.room}",
                    room=following.room,
                    kind=Kind.NEWS,
                    document=wording.gone(texts, source),
                    notice=True,
                )
            )


def _still_the_same(source: Source, decision: Decision) -> bool:
    """Whether what is at the new address is this source, not some page in its place."""
    return bool(decision.known) or not source.filled


def digest(body: bytes) -> str:
    """Tells whether a body is the same as last time."""
    return hashlib.sha256(body).hexdigest()


async def live(tx: Transaction, id: SourceId) -> Source | None:
    """The source as it is now; None when it was stopped while it was being read."""
    source = await tx.sources.get(id)
    return None if source is None or source.status is SourceStatus.STOPPED else source
