"""The index, as the other nouns of the store see it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import NewsId, ResourceId
from commonsbot.search.explanation import Explanation
from commonsbot.search.french import content_words, stems, words
from commonsbot.search.synonyms import Group
from commonsbot.search.titles import rarest
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection, Fetch, in_parts, marks
from commonsbot.store.index import contents
from commonsbot.store.index.asking import Asking, Request
from commonsbot.store.index.documents import Noun, Words, analyse, key_of
from commonsbot.store.index.filters import Scope
from commonsbot.store.index.found import Found
from commonsbot.store.index.rebuilding import Rebuilding
from commonsbot.store.index.state import States, serving
from commonsbot.store.index.titles import titled
from commonsbot.store.index.vocabulary import Vocabulary
from commonsbot.store.index.writing import Writing


class Index:
    def __init__(
        self, db: Connection, now: Callable[[], datetime], groups: Iterable[Group]
    ) -> None:
        self._db = db
        self._states = States(db)
        self._now = now
        self._vocabulary = Vocabulary(groups)
        self.rebuilding = Rebuilding(db)

    async def put(
        self, noun: Noun, ids: Sequence[int], words: Mapping[int, Words] | None = None
    ) -> None:
        """Makes these findable, as their rows are now; none must be indexed already.

        `words`: those of a title and text, by id, where they were found before.
        """
        found = words or {}
        documents = await contents.of(self._db, noun, ids)
        analysed = await analyse([replace(one, words=found.get(one.id)) for one in documents])
        for state in await self._states.all():
            taken = [one for one in analysed if state.takes(one.key)]
            await Writing(self._db, state.tables).add(taken)

    async def drop(self, id: ResourceId | NewsId, noun: Noun = Noun.RESOURCE) -> None:
        """Takes `id` out of every search, and its words with it."""
        for state in await self._states.all():
            await Writing(self._db, state.tables).drop(key_of(noun, id))

    async def search(self, query: str, reader: Reader, limit: int) -> Found:
        """Resources that `reader` may see and any word of `query` speaks of, best first."""
        request = Request(query, Scope(reader=reader))
        found = await self._db.run(lambda fetch: self._asking(fetch).ranked(request))
        return found.page(0, limit)

    async def find(self, request: Request, limit: int, start: int = 0) -> Found:
        """What `request` lets through: ranked by its words, else the newest first.

        What says nearly the same as something better is folded under it.
        """
        return await self._db.run(lambda fetch: self._asking(fetch).find(request, limit, start))

    async def explain(self, request: Request, key: int) -> Explanation | None:
        """Why a document answers as it does; None when the reader may not see it."""
        return await self._db.run(lambda fetch: self._asking(fetch).explain(request, key))

    async def prepare(self) -> None:
        """Reads the vocabulary, which the first search would wait for otherwise."""
        await self._db.run(self._vocabulary.current)

    def _asking(self, fetch: Fetch) -> Asking:
        """In the database's thread."""
        return Asking(fetch, serving(fetch), self._vocabulary.current(fetch), self._now())

    async def titled_alike(
        self, title: str, reader: Reader, limit: int = 50
    ) -> list[tuple[ResourceId, str]]:
        """Resources `reader` may see that may have the same title, and theirs.

        Those that have all its words, then those that have two of its rarest: the newest of
        each, not the best, for the best takes a look at them all.
        """
        tables = (await self._states.serving()).tables
        roots = list(dict.fromkeys(stems(title)))[:32]
        keys = await self._db.run(lambda fetch: titled(fetch, tables, roots, rarest(roots)))
        found: dict[ResourceId, str] = {}
        for group in keys:
            found |= await self._titles(group, reader, limit)
        return list(found.items())

    async def _titles(
        self, keys: Sequence[int], reader: Reader, limit: int
    ) -> dict[ResourceId, str]:
        condition, values = readable(reader)
        found: dict[ResourceId, str] = {}
        for part in in_parts(keys):
            ids = [key // 2 for key in part]
            rows = await self._db.fetch(
                f"SELECT id, title FROM resource WHERE id IN ({marks(ids)}) AND {condition}"
                " ORDER BY id DESC LIMIT ?",
                *(*ids, *values, limit - len(found)),
            )
            found.update((ResourceId(row[0]), str(row[1])) for row in rows)
            if len(found) == limit:
                break
        return found

    async def size(self) -> int:
        """Bytes the index takes in the database."""
        return int(
            await self._db.value(
                "SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE"
                " AND name GLOB 'search_[12]_*'"
            )
        )

    async def themes_near(self, query: str, reader: Reader, limit: int = 3) -> list[str]:
        """Themes of what `reader` may see that share a beginning with a word of `query`."""
        heads = tuple(word[:4] for word in content_words(query) if len(word) >= 4)[:8]
        if not heads:
            return []
        condition, values = readable(reader)
        rows = await self._db.fetch(
            "SELECT DISTINCT name FROM theme JOIN resource_theme ON theme_id = theme.id"
            f" JOIN resource ON resource.id = resource_id AND {condition} ORDER BY name",
            *values,
        )
        names = [str(row[0]) for row in rows]
        return [name for name in names if any(w.startswith(heads) for w in words(name))][:limit]
