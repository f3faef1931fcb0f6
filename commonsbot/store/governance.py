"""What changes the vocabulary: the file the bot was given, and moderators."""

import uuid

from commonsbot.domain.ids import ResourceId
from commonsbot.domain.themes import Sort, Tag
from commonsbot.store.connection import Connection
from commonsbot.store.themes import key_of

_LAST = 1_000_000
"""The place of what moderators added: after the file's."""


class Governance:
    """Resources whose themes change are returned: their index entries must follow."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def accept(self, tag: Tag, sort: Sort) -> None:
        """From now on a theme or tool of the vocabulary, recognised in texts."""
        await self._db.execute(
            "UPDATE theme SET governed = 1, set_aside = 0,"
            " sort = CASE WHEN origin IS NULL THEN ? ELSE sort END,"
            " position = CASE WHEN origin IS NULL THEN ? ELSE position END WHERE id = ?",
            *(sort, _LAST, tag.id),
        )
        await self.changed()

    async def set_aside(self, tag: Tag) -> None:
        """Out of the vocabulary, and no more a proposal; resources keep it."""
        await self._db.execute("UPDATE theme SET governed = 0, set_aside = 1 WHERE id = ?", tag.id)
        await self.changed()

    async def rename(self, tag: Tag, name: str) -> set[ResourceId]:
        """What it was called stays a name of it. The new name must be nobody else's."""
        await self._db.execute("UPDATE theme SET name = ? WHERE id = ?", name, tag.id)
        await self._db.execute(
            "INSERT INTO theme_name (key, theme_id, written, manner) VALUES (?, ?, ?, 'phrase')"
            " ON CONFLICT (key) DO UPDATE SET theme_id = excluded.theme_id,"
            " written = excluded.written, manner = excluded.manner, filed = 0",
            *(key_of(name), tag.id, name),
        )
        await self.changed()
        return await self._carriers(tag.id)

    async def merge(self, tag: Tag, into: Tag) -> set[ResourceId]:
        """`into` takes its resources and its names."""
        return await self.join(tag.id, into.id)

    async def join(self, old: int, new: int) -> set[ResourceId]:
        """The same by their ids."""
        db = self._db
        touched = await self._carriers(old)
        await db.execute(
            "INSERT INTO resource_theme (resource_id, theme_id, recognised, written)"
            " SELECT resource_id, ?, recognised, coalesce(written, name) FROM resource_theme"
            " JOIN theme ON theme.id = theme_id WHERE theme_id = ?"
            " ON CONFLICT DO UPDATE SET recognised = min(recognised, excluded.recognised),"
            " written = coalesce(written, (SELECT name FROM theme WHERE id = theme_id))"
            " || ' ' || excluded.written",
            *(new, old),
        )
        await db.execute("DELETE FROM resource_theme WHERE theme_id = ?", old)
        # A #word is not sure to mean in a text what it means after a #.
        await db.execute(
            "UPDATE theme_name SET theme_id = ?1, manner = CASE WHEN"
            " (SELECT governed FROM theme WHERE id = ?2) THEN manner ELSE 'hashtag' END"
            " WHERE theme_id = ?2",
            *(new, old),
        )
        await db.execute(
            "UPDATE theme SET merged_into = ?1, governed = 0,"
            " name = CASE id WHEN ?2 THEN '#' || id ELSE name END"
            " WHERE id = ?2 OR merged_into = ?2",
            *(new, old),
        )
        await self.changed()
        return touched

    async def _carriers(self, theme: int) -> set[ResourceId]:
        rows = await self._db.fetch(
            "SELECT resource_id FROM resource_theme WHERE theme_id = ?", theme
        )
        return {ResourceId(row[0]) for row in rows}

    async def changed(self) -> None:
        """The vocabulary is to be read anew."""
        await self._db.execute("UPDATE theme_state SET version = ?", uuid.uuid4().hex)
