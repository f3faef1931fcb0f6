"""What is compared: CommonsBot's own index, and others set up as their manuals say."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from benchmarks.search.collection import Document
from commonsbot.config.synonyms import general_synonyms
from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.records import Record, Whole
from commonsbot.store import Store

Ranked = list[tuple[str, float]]
"""(document, score), the best first."""

EVERYBODY = Reader(frozenset())
_BATCH = 1000


class Engine(Protocol):
    name: str

    async def search(self, text: str, limit: int) -> Ranked: ...

    async def size(self) -> int:
        """Bytes of its index, without the texts it was made from."""


class CommonsBot:
    name = "CommonsBot"

    def __init__(self, store: Store, ids: Sequence[str]) -> None:
        self._store = store
        self._ids = ids

    @classmethod
    @asynccontextmanager
    async def over(cls, documents: Sequence[Document], folder: Path) -> AsyncIterator["CommonsBot"]:
        """Takes the documents in as the bot takes in an export."""
        store = await Store.open(
            folder / "commonsbot.db", lambda: datetime.now(UTC), general_synonyms()
        )
        try:
            for start in range(0, len(documents), _BATCH):
                batch = [Whole(_record(one)) for one in documents[start : start + _BATCH]]
                async with store.transaction() as tx:
                    await tx.intake.take(batch)
            yield cls(store, [one.id for one in documents])
        finally:
            await store.close()

    async def search(self, text: str, limit: int) -> Ranked:
        found = await self._store.read.index.search(text, EVERYBODY, limit)
        return [
            (self._ids[id - 1], score) for id, score in zip(found.ids, found.scores, strict=True)
        ]

    async def size(self) -> int:
        return await self._store.read.index.size()


def _record(document: Document) -> Record:
    return Record(
        title=document.title,
        text=document.text,
        themes=document.tags,
        audience=Audience.PUBLIC,
    )
