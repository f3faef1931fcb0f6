"""Words that go for good: from every table that holds them, and then from the file."""

from collections.abc import Callable
from datetime import datetime

from commonsbot.domain.ids import EventId, ResourceId
from commonsbot.domain.signing import NOBODY
from commonsbot.store.connection import Connection, marks
from commonsbot.store.governance import Governance
from commonsbot.store.index import Index
from commonsbot.store.mentions import digest

_MADE_OF_IT = (
    *("revision", "resource_link", "resource_theme", "capture", "question", "review", "duty"),
    *("link", "proposal", "thanks", "useful", "note", "edition_choice", "news_card"),
)
"""Tables whose rows mean nothing without the words of their resource."""

_ORPHANS = """SELECT id FROM theme WHERE id IN ({marks}) AND governed = 0 AND set_aside = 0
    AND origin IS NULL AND merged_into IS NULL
    AND NOT EXISTS (SELECT 1 FROM resource_theme WHERE theme_id = theme.id)
    AND NOT EXISTS (SELECT 1 FROM news_theme WHERE theme_id = theme.id)
    AND NOT EXISTS (SELECT 1 FROM theme AS other WHERE other.merged_into = theme.id)"""
"""#words that nothing carries any more."""


class Erasure:
    def __init__(
        self, db: Connection, index: Index, governance: Governance, now: Callable[[], datetime]
    ) -> None:
        self._db = db
        self._index = index
        self._governance = governance
        self._now = now

    async def knows(self, event: EventId) -> bool:
        """Whether anything came of that message that goes with it."""
        found = await self._db.value(
            "SELECT EXISTS (SELECT 1 FROM resource WHERE event_id = ?1 OR made_by = ?1"
            " OR source_digest = ?2) OR EXISTS (SELECT 1 FROM proposal WHERE event_id = ?1)"
            " OR EXISTS (SELECT 1 FROM trial WHERE event_id = ?1) OR EXISTS (SELECT 1 FROM prompt"
            " WHERE closed_at IS NULL AND (json_extract(subject, '$.event') = ?1"
            " OR json_extract(subject, '$.by') = ?1))",
            *(event, digest(event)),
        )
        return bool(found)

    async def empty(self, id: ResourceId) -> None:
        """Nothing is left of `id`, which was taken back, but its number, where it came from and,
        unsigned, what others say they made of it."""
        await self._index.drop(id)
        themes = await self._db.fetch(
            "SELECT theme_id FROM resource_theme WHERE resource_id = ?", id
        )
        for table in _MADE_OF_IT:
            await self._db.execute(f"DELETE FROM {table} WHERE resource_id = ?", id)
        await self._db.execute(
            "UPDATE trial SET user_id = NULL, event_id = NULL WHERE resource_id = ?", id
        )
        await self._db.execute(
            "UPDATE resource SET title = '', text = '', links = '[]', sections = '[]',"
            " files = '[]', body = NULL, population = NULL, budget = NULL, channel = NULL,"
            " signed = iif(signed IS NULL, NULL, ?) WHERE id = ?",
            *(NOBODY, id),
        )
        await self._drop_orphans([row[0] for row in themes])
        await self.ask_for_sweep()

    async def _drop_orphans(self, themes: list[int]) -> None:
        rows = await self._db.fetch(_ORPHANS.format(marks=marks(themes)), *themes)
        orphans = [row[0] for row in rows]
        if not orphans:
            return
        place = marks(orphans)
        await self._db.execute(f"DELETE FROM theme_name WHERE theme_id IN ({place})", *orphans)
        await self._db.execute(f"DELETE FROM theme WHERE id IN ({place})", *orphans)
        await self._governance.changed()

    async def ask_for_sweep(self) -> None:
        """The file is to be written anew: pages that moved may hold what was erased."""
        await self._db.execute("UPDATE sweep SET wanted = 1")

    async def sweep_wanted(self) -> bool:
        return bool(await self._db.value("SELECT wanted FROM sweep"))

    async def swept(self) -> None:
        await self._db.execute("UPDATE sweep SET wanted = 0")
