"""The search index: stems in FTS5, and the vocabulary that repairs mistyped words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import ResourceId
from commonsbot.search.french import content_words, spellings, stem, stems, words
from commonsbot.search.spelling import allowed_slips, nearest
from commonsbot.search.titles import rarest
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection

_WEIGHTS = "4.0, 3.0, 1.0"
"""Title, themes, body: what a title says counts most."""


@dataclass(frozen=True, slots=True)
class Found:
    """The best resources first, how many there are, and the words that were repaired:
    (typed, as the commons writes it)."""

    ids: tuple[ResourceId, ...]
    total: int
    repaired: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is searched of a resource."""

    id: ResourceId
    title: str
    themes: Sequence[str]
    body: str

    @property
    def fields(self) -> tuple[str, str, str]:
        return (self.title, " ".join(self.themes), self.body)


class Index:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def put(self, resource: ResourceId, title: str, themes: Sequence[str], body: str) -> None:
        """Makes `resource` findable; it must not be indexed already."""
        await self.put_many([Indexed(resource, title, themes, body)])

    async def put_many(self, resources: Sequence[Indexed]) -> None:
        """Makes many findable in few statements; none must be indexed already."""
        await self._db.execute_many(
            "INSERT INTO resource_stems (rowid, title, themes, body) VALUES (?, ?, ?, ?)",
            [(one.id, *(" ".join(stems(field)) for field in one.fields)) for one in resources],
        )
        documents: dict[str, int] = {}
        written: dict[str, str] = {}
        for one in resources:
            for word, spelling in spellings("\n".join(one.fields)).items():
                if allowed_slips(word):
                    documents[word] = documents.get(word, 0) + 1
                    written.setdefault(word, spelling)
        await self._db.execute_many(
            "INSERT INTO vocabulary (word, written, documents) VALUES (?, ?, ?)"
            " ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents",
            [(word, written[word], documents[word]) for word in sorted(documents)],
        )

    async def drop(self, resource: ResourceId) -> None:
        """Takes `resource` out of every search. Its words stay as spellings."""
        await self._db.execute("DELETE FROM resource_stems WHERE rowid = ?", resource)

    async def search(self, query: str, reader: Reader, limit: int, start: int = 0) -> Found:
        """What `reader` may see and any word of `query` speaks of, best first.

        Words are joined by OR: a question is never left without an answer for one odd word.
        """
        typed, repaired = await self._spell(content_words(query), reader)
        if not typed:
            return Found((), 0)
        match = " OR ".join(f'"{stem(word)}"' for word in typed)
        condition, values = readable(reader)
        # Materialised: bm25() is refused beside a window function.
        rows = await self._db.fetch(
            "WITH hit AS MATERIALIZED (SELECT rowid AS id,"
            f" bm25(resource_stems, {_WEIGHTS}) AS score"
            " FROM resource_stems WHERE resource_stems MATCH ?)"
            " SELECT resource.id, count(*) OVER () FROM hit JOIN resource USING (id)"
            f" WHERE {condition} ORDER BY score, resource.id DESC LIMIT ? OFFSET ?",
            match,
            *values,
            limit,
            start,
        )
        total = int(rows[0][1]) if rows else 0
        return Found(tuple(ResourceId(row[0]) for row in rows), total, repaired)

    async def titled_alike(
        self, title: str, reader: Reader, limit: int = 50
    ) -> list[tuple[ResourceId, str]]:
        """Resources `reader` may see that may have the same title, and theirs.

        Those that have all its words, then those that have two of its rarest: the newest of
        each, not the best, for the best takes a look at them all.
        """
        words = [f'"{stem}"' for stem in dict.fromkeys(stems(title))][:32]
        pairs = [f"({one} AND {other})" for one, other in combinations(rarest(words), 2)]
        found: dict[ResourceId, str] = {}
        for query in filter(None, (" AND ".join(words), " OR ".join(pairs))):
            found |= await self._titled(query, reader, limit)
        return list(found.items())

    async def _titled(self, query: str, reader: Reader, limit: int) -> dict[ResourceId, str]:
        condition, values = readable(reader)
        rows = await self._db.fetch(
            "SELECT resource.id, resource.title FROM resource_stems CROSS JOIN resource"
            f" ON resource.id = resource_stems.rowid WHERE resource_stems MATCH ? AND {condition}"
            " ORDER BY resource_stems.rowid DESC LIMIT ?",
            *(f"title : ({query})", *values, limit),
        )
        return {ResourceId(row[0]): str(row[1]) for row in rows}

    async def _spell(
        self, typed: list[str], reader: Reader
    ) -> tuple[list[str], tuple[tuple[str, str], ...]]:
        """Each word as the index knows it, and which ones were changed: (typed, written)."""
        meant: dict[str, None] = {}
        repaired = []
        for word in dict.fromkeys(typed[:32]):
            other = None if await self._known(word, reader) else await self._repair(word, reader)
            if other:
                repaired.append((word, other[1]))
            meant[other[0] if other else word] = None
        return list(meant), tuple(repaired)

    async def _known(self, word: str, reader: Reader) -> bool:
        """Whether a resource that `reader` may see has the word: others must not betray theirs."""
        condition, values = readable(reader)
        found = await self._db.value(
            "SELECT 1 FROM resource_stems JOIN resource ON resource.id = resource_stems.rowid"
            f" WHERE resource_stems MATCH ? AND {condition} LIMIT 1",
            f'"{stem(word)}"',
            *values,
        )
        return found is not None

    async def _repair(self, word: str, reader: Reader) -> tuple[str, str] | None:
        """The nearest known word, and how it is written.

        It has the same first letter: people seldom miss that one.
        """
        slips = allowed_slips(word)
        if not slips:
            return None
        rows = await self._db.fetch(
            "SELECT word, documents, written FROM vocabulary WHERE word >= ? AND word < ?"
            " AND length(word) BETWEEN ? AND ?",
            word[0],
            word[0] + "\U0010ffff",
            len(word) - slips,
            len(word) + slips,
        )
        written = {str(row[0]): str(row[2]) for row in rows}
        for near in nearest(word, ((str(row[0]), int(row[1])) for row in rows)):
            if await self._known(near, reader):
                return near, written[near]
        return None

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
