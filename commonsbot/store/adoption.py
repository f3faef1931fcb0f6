"""How the vocabulary of the file becomes that of the network, at every start."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from commonsbot.domain.ids import ResourceId
from commonsbot.domain.theme_names import keys
from commonsbot.domain.themes import Manner, Theme, Vocabulary
from commonsbot.domain.urls import host
from commonsbot.store.connection import Connection
from commonsbot.store.governance import Governance
from commonsbot.store.themes import key_of

_NameRow: TypeAlias = tuple[str, int, str, Manner, int, int]
"""A row of theme_name."""


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
        await self._open(vocabulary.themes)
        await self._describe(vocabulary)
        rows = await self._db.fetch(
            "SELECT origin, coalesce(merged_into, id) FROM theme WHERE origin IS NOT NULL"
        )
        ids = {str(row[0]): int(row[1]) for row in rows}
        self._free = await self._ids("governed = 0 AND merged_into IS NULL AND origin IS NULL")
        for name in (self._name, self._name_glued):
            await self._write([row for t in vocabulary.themes for row in await name(ids[t.id], t)])
        await self._governance.changed()
        await self._db.execute("UPDATE theme_state SET file = ?", file)
        self._owners, self._free = {}, set()
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

    async def _open(self, themes: Sequence[Theme]) -> None:
        """Makes room for what the file says for the first time."""
        origins = await self._db.fetch("SELECT origin FROM theme WHERE origin IS NOT NULL")
        known = {row[0] for row in origins}
        fresh = [theme.id for theme in themes if theme.id not in known]
        for id in fresh:
            if owner := self._owners.get(key_of(id)):
                await self._open_known(id, owner)
        new = [id for id in fresh if key_of(id) not in self._owners]
        await self._db.execute_many(
            "INSERT INTO theme (name, origin, governed) VALUES (?1, ?1, 1)", [(id,) for id in new]
        )
        self._adopted.fresh |= set(new)

    async def _open_known(self, id: str, owner: int) -> None:
        rows = await self._db.fetch(
            "UPDATE theme SET origin = ?, governed = 1, set_aside = 0"
            " WHERE id = ? AND origin IS NULL RETURNING name",
            *(id, owner),
        )
        if rows:
            self._adopted.fresh.add(str(rows[0][0]))
        else:  # moderators made it a name of another theme
            sql = "INSERT INTO theme (name, origin, merged_into) VALUES ('#' || ?1, ?1, ?2)"
            await self._db.execute(sql, id, owner)

    async def _describe(self, vocabulary: Vocabulary) -> None:
        groups = vocabulary.groups
        await self._db.execute_many(
            "UPDATE theme SET sort = ?, label = ?, about = ?, site = ?, shown_under = ?,"
            " position = ? WHERE origin = ?",
            [
                (t.sort, t.label, t.about, t.site, groups.get(t.group, ""), rank, t.id)
                for rank, t in enumerate(vocabulary.themes)
            ],
        )

    async def _name(self, id: int, theme: Theme) -> list[_NameRow]:
        """Its names that no other theme of the network has."""
        rows: dict[str, _NameRow] = {}
        for rank, name in enumerate(theme.names()):
            key = host(name.written) if name.manner is Manner.SITE else key_of(name.written)
            if self._owners.get(key) in self._free - {id}:
                await self._take(self._owners[key], id)
            if self._owners.setdefault(key, id) == id:
                rows.setdefault(key, (key, id, name.written, name.manner, rank, 1))
        return list(rows.values())

    async def _name_glued(self, id: int, theme: Theme) -> list[_NameRow]:
        """The keys its names have in one word, unless they are taken."""
        rows = []
        for rank, name in enumerate(theme.names()):
            if name.manner is not Manner.SITE:
                for key in [key for key in keys(name.written) if key not in self._owners]:
                    self._owners[key] = id
                    rows.append((key, id, name.written, Manner.HASHTAG, rank, 1))
        return rows

    async def _take(self, old: int, new: int) -> None:
        self._adopted.touched |= await self._governance.join(old, new)
        self._owners = {key: new if id == old else id for key, id in self._owners.items()}

    async def _write(self, rows: Sequence[_NameRow]) -> None:
        await self._db.execute_many(
            "INSERT INTO theme_name (key, theme_id, written, manner, rank, filed)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
            " written = excluded.written, manner = excluded.manner, rank = excluded.rank",
            rows,
        )

    async def _ids(self, condition: str) -> set[int]:
        rows = await self._db.fetch(f"SELECT id FROM theme WHERE {condition}")
        return {int(row[0]) for row in rows}
