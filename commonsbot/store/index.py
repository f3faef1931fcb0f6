"""The search index: stems in FTS5, and the vocabulary that repairs mistyped words."""

from collections.abc import Sequence
from dataclasses import dataclass

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import ResourceId
from commonsbot.search.french import content_words, fold, stem, stems
from commonsbot.search.spelling import allowed_slips, nearest
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection

_WEIGHTS = "4.0, 3.0, 1.0"
"""Title, themes, body: what a title says counts most."""


@dataclass(frozen=True, slots=True)
class Found:
    """The best resources first, how many there are, and the words that were repaired."""

    ids: tuple[ResourceId, ...]
    total: int
    repaired: tuple[tuple[str, str], ...] = ()


class Index:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def put(self, resource: ResourceId, title: str, themes: Sequence[str], body: str) -> None:
        """Makes `resource` findable; it must not be indexed already."""
        fields = (title, " ".join(themes), body)
        await self._db.execute(
            "INSERT INTO resource_stems (rowid, title, themes, body) VALUES (?, ?, ?, ?)",
            resource,
            *(" ".join(stems(field)) for field in fields),
        )
        seen = {word for field in fields for word in content_words(field) if allowed_slips(word)}
        await self._db.execute_many(
            "INSERT INTO vocabulary (word, documents) VALUES (?, 1)"
            " ON CONFLICT (word) DO UPDATE SET documents = documents + 1",
            [(word,) for word in sorted(seen)],
        )

    async def drop(self, resource: ResourceId) -> None:
        """Takes `resource` out of every search. Its words stay as spellings."""
        await self._db.execute("DELETE FROM resource_stems WHERE rowid = ?", resource)

    async def search(self, query: str, reader: Reader, limit: int, start: int = 0) -> Found:
        """What `reader` may see and any word of `query` speaks of, best first.

        Words are joined by OR: a question is never left without an answer for one odd word.
        """
        typed, repaired = await self._spell(content_words(query))
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

    async def _spell(self, typed: list[str]) -> tuple[list[str], tuple[tuple[str, str], ...]]:
        """Each word as the index knows it, and which ones were changed."""
        meant: dict[str, None] = {}
        repaired = []
        for word in dict.fromkeys(typed[:32]):
            other = None if await self._known(word) else await self._repair(word)
            if other:
                repaired.append((word, other))
            meant[other or word] = None
        return list(meant), tuple(repaired)

    async def _known(self, word: str) -> bool:
        found = await self._db.value(
            "SELECT 1 FROM resource_stems WHERE resource_stems MATCH ? LIMIT 1", f'"{stem(word)}"'
        )
        return found is not None

    async def _repair(self, word: str) -> str | None:
        """The nearest known word with the same first letter: people seldom miss that one."""
        slips = allowed_slips(word)
        if not slips:
            return None
        known = await self._db.fetch(
            "SELECT word, documents FROM vocabulary WHERE word >= ? AND word < ?"
            " AND length(word) BETWEEN ? AND ?",
            word[0],
            word[0] + "\U0010ffff",
            len(word) - slips,
            len(word) + slips,
        )
        return nearest(word, ((str(row[0]), int(row[1])) for row in known))

    async def themes_near(self, query: str, limit: int = 3) -> list[str]:
        """Themes that share a beginning with a word of `query`."""
        heads = [word[:4] for word in content_words(query) if len(word) >= 4][:8]
        if not heads:
            return []
        rows = await self._db.fetch("SELECT name FROM theme ORDER BY governed DESC, name")
        names = [str(row[0]) for row in rows]
        near = [n for n in names if any(w.startswith(tuple(heads)) for w in fold(n).split())]
        return near[:limit]
