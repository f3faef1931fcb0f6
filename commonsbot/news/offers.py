"""What a page without a feed offers who asked for it: its feeds, or the articles it lists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from commonsbot.domain.ids import SourceId
from commonsbot.domain.markup import Document
from commonsbot.domain.news import Entry
from commonsbot.domain.prompts import Ask
from commonsbot.domain.sources import Request, Selectors, Source, SourceStatus
from commonsbot.news import wording
from commonsbot.news.feed import Advert, Feed
from commonsbot.news.welcome import answer
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages, Translator

OPEN_FOR = timedelta(days=7)
"""How long a choice may be made."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a question about a source is of, as its subject keeps it."""

    source: SourceId
    feeds: tuple[str, ...] = ()
    """In the order shown; none: the page itself is watched."""


def subject(choice: Choice) -> str:
    return msgspec.json.encode(choice).decode()


class Offers:
    def __init__(self, store: Store, languages: Languages, now: Callable[[], datetime]) -> None:
        self._store = store
        self._languages = languages
        self._now = now

    async def feeds(self, id: SourceId, adverts: Sequence[Advert]) -> None:
        """The page has feeds: the only one is taken, else who asked chooses."""
        async with self._store.transaction() as tx:
            source = await tx.sources.get(id)
            if source is None or source.status is SourceStatus.STOPPED:
                return
            if len(adverts) == 1:
                await self._take(tx, source, adverts[0].url)
                return
            choice = Choice(id, tuple(advert.url for advert in adverts))
            await self._ask(tx, choice, lambda texts: wording.choice(texts, source, adverts))

    async def articles(
        self, id: SourceId, feed: Feed, selectors: Selectors, *, guessed: bool
    ) -> None:
        """The page lists articles: who asked looks at them before it is watched. Where others
        watch it so already, it is their source that is followed."""
        async with self._store.transaction() as tx:
            asked = await tx.sources.get(id)
            if asked is None or asked.status is SourceStatus.STOPPED:
                return
            source = await tx.sources.get(await tx.sources.watch(id, selectors))
            assert source, "sources are kept"
            if source.id != id and source.status in (SourceStatus.NEW, SourceStatus.ACTIVE):
                return
            entries: Sequence[Entry] = feed.entries

            def shown(texts: Translator) -> Document:
                return wording.preview(texts, source, entries, selectors, guessed=guessed)

            await self._ask(tx, Choice(source.id), shown)

    async def _take(self, tx: Transaction, source: Source, url: str) -> None:
        """The feed is read instead of the page, for the same people."""
        if await tx.sources.move(source.id, url):
            await tx.sources.settle(source.id, None)

    async def _ask(
        self, tx: Transaction, choice: Choice, said: Callable[[Translator], Document]
    ) -> None:
        await tx.sources.propose(choice.source)
        for request in await tx.sources.take_requests(choice.source):
            document = said(self._languages.views_of(request.room).texts)
            await self._put(tx, request, document, choice)

    async def _put(
        self, tx: Transaction, request: Request, document: Document, choice: Choice
    ) -> None:
        key = f"answer:{request.event}"
        await tx.prompts.add(
            Ask.SOURCE,
            key,
            request.user,
            request.room,
            moderated=True,
            thread=request.thread,
            subject=subject(choice),
            expires_at=self._now() + OPEN_FOR,
        )
        await answer(tx, request, document, key=key)
