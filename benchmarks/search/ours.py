"""CommonsBot's own index, filled and asked as the bot does it: its vocabulary, its settings."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.search.collection import Document
from benchmarks.search.engine import Ranked
from commonsbot.commons.exchange.preparing import prepared
from commonsbot.commons.themes import adopt
from commonsbot.config.synonyms import groups
from commonsbot.config.themes import load
from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.records import Record, Whole
from commonsbot.store import Store

EVERYBODY = Reader(frozenset())


class CommonsBot:
    name = "CommonsBot"

    def __init__(self, store: Store, ids: Sequence[str]) -> None:
        self._store = store
        self._ids = ids

    async def search(self, text: str, limit: int) -> Ranked:
        found = await self._store.read.index.search(text, EVERYBODY, limit)
        return [
            (self._ids[id - 1], score) for id, score in zip(found.ids, found.scores, strict=True)
        ]

    async def size(self) -> int:
        return await self._store.read.index.size()


@asynccontextmanager
async def commonsbot(documents: Sequence[Document], folder: Path) -> AsyncIterator[CommonsBot]:
    """Takes the documents in as the bot takes in an export."""
    path = folder / "commonsbot.db"
    vocabulary = load(None, [])
    store = await Store.open(path, lambda: datetime.now(UTC), groups(vocabulary))
    try:
        async with store.transaction() as tx:
            await adopt(tx, vocabulary)
            recogniser = await tx.themes.recogniser()
        items = (Whole(_record(one)) for one in documents)
        async for batch in prepared(items, recogniser):
            wholes = [item for item, _ in batch if isinstance(item, Whole)]
            async with store.transaction() as tx:
                await tx.intake.take(wholes, [words for _, words in batch])
        await store.read.index.prepare()  # as the bot does when it starts
        yield CommonsBot(store, [one.id for one in documents])
    finally:
        await store.close()


def _record(document: Document) -> Record:
    return Record(
        title=document.title,
        text=document.text,
        themes=document.tags,
        audience=Audience.PUBLIC,
    )
