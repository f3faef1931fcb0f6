"""Reading an address that nobody follows, to show what it would give. Nothing of it is kept."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from commonsbot.domain.ids import NewsId, SourceId
from commonsbot.domain.markup import Document
from commonsbot.domain.news import Entry, NewsItem
from commonsbot.domain.news_filters import passes
from commonsbot.domain.sources import Tryout, Validators
from commonsbot.errors import FetchError
from commonsbot.news import wording
from commonsbot.news.feed import Advert, Feed, NoFeedError
from commonsbot.news.fetch import Fetcher
from commonsbot.news.parse import Parser
from commonsbot.news.reading import NewsReader
from commonsbot.news.welcome import answer
from commonsbot.store import Store, Transaction
from commonsbot.store.news_filters import ALL
from commonsbot.texts import Languages

log = logging.getLogger(__name__)

TRIED_ON = 30
"""Items that a filter of the room is tried on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is at an address: a feed, or the articles of a page, or several feeds to choose of."""

    url: str
    """Of the feed, where a page led there."""
    feed: Feed | None = None
    page: bool = False
    adverts: Sequence[Advert] = ()


class Tryouts:
    def __init__(
        self,
        store: Store,
        fetcher: Fetcher,
        parser: Parser,
        languages: Languages,
        now: Callable[[], datetime],
        reader: NewsReader,
    ) -> None:
        self._store = store
        self._fetcher = fetcher
        self._parser = parser
        self._languages = languages
        self._now = now
        self._reader = reader

    async def carry_out(self, tryout: Tryout) -> FetchError | None:
        """Reads it and answers who asked. The error, where it can't be read."""
        try:
            found = await self._look(tryout.url)
        except FetchError as error:
            return await self._refuse(tryout, error)
        except Exception as error:
            log.exception("source not tried")
            return await self._refuse(tryout, FetchError("fetch-internal", type(error).__name__))
        async with self._store.transaction() as tx:
            if await tx.tryouts.take(tryout.request.event):
                await answer(tx, tryout.request, await self._told(tx, tryout, found))
        return None

    async def _refuse(self, tryout: Tryout, error: FetchError) -> FetchError:
        texts = self._languages.views_of(tryout.request.room).texts
        async with self._store.transaction() as tx:
            if await tx.tryouts.take(tryout.request.event):
                await answer(tx, tryout.request, wording.untried(texts, tryout.url, error))
        return error

    async def _look(self, url: str) -> Found:
        """Raises FetchError."""
        try:
            return Found(url=url, feed=await self._read(url))
        except NoFeedError as instead:
            if len(instead.adverts) == 1:
                (only,) = instead.adverts
                return Found(url=only.url, feed=await self._read(only.url))
            if instead.adverts:
                return Found(url=url, adverts=instead.adverts)
            if instead.feed is None:
                raise
            return Found(url=url, feed=instead.feed, page=True)

    async def _read(self, url: str) -> Feed:
        said = await self._fetcher.get(url, Validators())
        assert said.body is not None, "no validator was sent"
        return await self._parser.parse(said.body, url=url, content_type=said.content_type)

    async def _told(self, tx: Transaction, tryout: Tryout, found: Found) -> Document:
        views = self._languages.views_of(tryout.request.room)
        if found.feed is None:
            return wording.choice_to_try(views.texts, found.url, found.adverts)
        wanted = await tx.news_filters.get(tryout.request.room, ALL)
        items = [await self._as_item(tx, found.feed, one) for one in found.feed.entries[:TRIED_ON]]
        kept = [one for one in items if passes(wanted, one)]
        left, title = len(items) - len(kept), found.feed.title or found.url
        return wording.tried(views, title, found.url, kept, left=left, page=found.page)

    async def _as_item(self, tx: Transaction, feed: Feed, entry: Entry) -> NewsItem:
        """As it would be kept."""
        at = entry.published_at or self._now()
        read = await self._reader.read(tx, entry.title, entry.summary, at)
        return NewsItem(
            id=NewsId(0),
            source=SourceId(0),
            source_title=feed.title,
            title=entry.title,
            link=entry.link,
            summary=entry.summary,
            published_at=entry.published_at,
            seen_at=self._now(),
            class_=read.verdict.class_,
            deadline=read.deadline,
            days=read.days,
            themes=read.themes,
        )
