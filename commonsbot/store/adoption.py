"""How the vocabulary of the file becomes that of the network, at every start."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from commonsbot.domain.ids import ResourceId
from commonsbot.domain.theme_names import keys
from commonsbot.domain.themes import Manner, Theme, Vocabulary
from commonsbot.domain.urls import host
from commonsbot.store.connection import Connection
from commonsbot.store.governance import Governance
from commonsbot.store.themes import key_of


@dataclass(slots=True)
class Adopted:
    """What came of it."""

    fresh: set[str] = field(default_factory=set)
    """Themes and tools that the vocabulary had not before, by the name they go by."""
    touched: set[ResourceId] = field(default_factory=set)
    """Resources whose themes changed: their index entries must follow."""


class Adoption:
    """Moderators' decisions stay: renamed themes keep their name, merged ones stay merged, and a
    name that the network gave to a theme goes to no other. A #word that the file names becomes
    that theme, on every resource.
    """

    def __init__(self, db: Connection, governance: Governance) -> None:
        self._db = db
        self._governance = governance
        self._owners: dict[str, int] = {}
        """The theme of every key."""
        self._free: set[int] = set()
        """#words out of the vocabulary."""
        self._adopted = Adopted()

    async def adopt(self, vocabulary: Vocabulary) -> Adopted:
        """Takes it in; nothing when it is the one of the last start."""
        self._adopted = Adopted()
        file = hashlib.sha256(repr(vocabulary).encode()).hexdigest()
        if await self._db.value("SELECT file FROM theme_state") == file:
            return self._adopted
        await self._forget({theme.id for theme in vocabulary.themes})
        ids = [
            await self._place(theme, rank, vocabulary.groups.get(theme.group, ""))
            for rank, theme in enumerate(vocabulary.themes)
        ]
        self._free = await self._ids("governed = 0 AND merged_into IS NULL AND origin IS NULL")
        for first in (True, False):
            for id, theme in zip(ids, vocabulary.themes, strict=True):
                await self._name(id, theme, first=first)
        await self._governance.changed()
        await self._db.execute("UPDATE theme_state SET file = ?", file)
        return self._adopted

    async def _forget(self, here: Collection[str]) -> None:
        """What the file says no more is a #word like others. Each of these has its own name."""
        db = self._db
        await db.execute("DELETE FROM theme_name WHERE filed = 1")
        rows = await db.fetch("SELECT key, theme_id FROM theme_name")
        self._owners = {str(row[0]): int(row[1]) for row in rows}
        named = set(self._owners.values())
        for id, name, origin in await db.fetch(
            "SELECT id, name, origin FROM theme WHERE merged_into IS NULL ORDER BY id"
        ):
            if origin in here:
                continue
            if origin:
                await db.execute("UPDATE theme SET origin = NULL, governed = 0 WHERE id = ?", id)
            if id not in named:
                await self._name_itself(int(id), str(name))

    async def _name_itself(self, id: int, name: str) -> None:
        owner = self._owners.setdefault(key_of(name), id)
        if owner == id:
            await self._write([(key_of(name), id, name, Manner.PHRASE, 0, 0)])
        else:
            self._adopted.touched |= await self._governance.join(id, owner)

    async def _place(self, theme: Theme, rank: int, group: str) -> int:
        """The theme it is in the network: its own, or the one it was merged into."""
        origin = "SELECT id, coalesce(merged_into, id) FROM theme WHERE origin = ?"
        row = await self._db.fetch_one(origin, theme.id)
        if row is None:
            await self._open(theme)
            row = await self._db.fetch_one(origin, theme.id)
        assert row, "it was just made"
        await self._db.execute(
            "UPDATE theme SET sort = ?, label = ?, about = ?, site = ?, shown_under = ?,"
            " position = ? WHERE id = ?",
            *(theme.sort, theme.label, theme.about, theme.site, group, rank, row[0]),
        )
        return int(row[1])

    async def _open(self, theme: Theme) -> None:
        """Makes room for what the file says for the first time."""
        owner = self._owners.get(key_of(theme.id))
        rows = await self._db.fetch(
            "UPDATE theme SET origin = ?, governed = 1, set_aside = 0"
            " WHERE id = ? AND origin IS NULL RETURNING name",
            *(theme.id, owner),
        )
        if not rows and owner is not None:  # moderators made it a name of another theme
            sql = "INSERT INTO theme (name, origin, merged_into) VALUES ('#' || ?1, ?1, ?2)"
            await self._db.execute(sql, theme.id, owner)
            return
        if not rows:
            sql = "INSERT INTO theme (name, origin, governed) VALUES (?1, ?1, 1) RETURNING name"
            rows = await self._db.fetch(sql, theme.id)
        self._adopted.fresh.add(str(rows[0][0]))

    async def _name(self, id: int, theme: Theme, *, first: bool) -> None:
        """Gives the theme its names: by their own keys `first`, then by those of glued words."""
        rows: dict[str, tuple[object, ...]] = {}
        for rank, name in enumerate(theme.names()):
            own = host(name.written) if name.manner is Manner.SITE else key_of(name.written)
            if first:
                if self._owners.get(own) in self._free - {id}:
                    await self._take(self._owners[own], id)
                if self._owners.setdefault(own, id) == id:
                    rows.setdefault(own, (own, id, name.written, name.manner, rank, 1))
            elif name.manner is not Manner.SITE:
                for key in keys(name.written) - self._owners.keys():
                    self._owners[key] = id
                    rows[key] = (key, id, name.written, Manner.HASHTAG, rank, 1)
        await self._write(list(rows.values()))

    async def _take(self, old: int, new: int) -> None:
        self._adopted.touched |= await self._governance.join(old, new)
        self._owners = {key: new if id == old else id for key, id in self._owners.items()}

    async def _write(self, rows: Sequence[Sequence[object]]) -> None:
        await self._db.execute_many(
            "INSERT INTO theme_name (key, theme_id, written, manner, rank, filed)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
            " written = excluded.written, manner = excluded.manner, rank = excluded.rank",
            rows,
        )

    async def _ids(self, condition: str) -> set[int]:
        return {
            int(row[0]) for row in await self._db.fetch(f"SELECT id FROM theme WHERE {condition}")
        }
