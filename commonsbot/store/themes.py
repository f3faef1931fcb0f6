"""The themes and tools that resources carry, and everything they are called."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TypeAlias

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.recognition import Recogniser
from commonsbot.domain.theme_names import key
from commonsbot.domain.themes import Manner, Name, Sort, Standing, Tag, Tally, most_used
from commonsbot.search.spelling import nearest
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection, Row, marks, to_ms

NETWORK = Reader(frozenset())
"""Reads what everybody of the network may."""

_SHORT = 64
"""Characters of a name whose key is remembered: a #word has fewer."""

Carrier: TypeAlias = tuple[int, Sequence[str], Sequence[str]]
"""A resource, the themes its author gave it, and those its text names."""

_TAG = "theme.id, theme.name, sort, governed, set_aside, label, about, site"
_NAMED = "FROM theme_name JOIN theme ON theme.id = theme_id"


class Themes:
    def __init__(self, db: Connection) -> None:
        self._db = db
        self._recogniser = Recogniser(())
        self._version = ""

    async def attach(
        self, resource: ResourceId, given: Sequence[str], recognised: Sequence[str] = ()
    ) -> tuple[str, ...]:
        """Gives `resource` these themes, each once and by the name it goes by; these names.

        A #word that nobody wrote before becomes a proposal.
        """
        (names,) = await self.attach_many([(resource, given, recognised)])
        return names

    async def attach_many(self, carriers: Sequence[Carrier]) -> list[tuple[str, ...]]:
        """The same for many resources in few statements."""
        wanted = dict.fromkeys(
            name for _, given, recognised in carriers for name in (*given, *recognised)
        )
        known = await self._known(list(wanted))
        for name in wanted:
            if key_of(name) not in known:
                known[key_of(name)] = await self._propose(name)
        carried = [_carried(carrier, known) for carrier in carriers]
        await self._db.execute_many(
            "INSERT INTO resource_theme (resource_id, theme_id, recognised, written)"
            " VALUES (?, ?, ?, ?)",
            [
                (carrier[0], id, flag, _written(carrier, name, id, known))
                for carrier, tags in zip(carriers, carried, strict=True)
                for (id, name), flag in tags.items()
            ],
        )
        return [tuple(name for _, name in tags) for tags in carried]

    async def detach(self, resource: ResourceId) -> dict[int, str]:
        """Takes every theme off `resource`; what its author called them, for `recall`."""
        rows = await self._db.fetch(
            "DELETE FROM resource_theme WHERE resource_id = ? RETURNING theme_id, written", resource
        )
        return {row[0]: row[1] for row in rows if row[1]}

    async def recall(self, resource: ResourceId, written: Mapping[int, str]) -> None:
        """Themes that are back are called again as they were."""
        await self._db.execute_many(
            "UPDATE resource_theme SET written = coalesce(written, ?)"
            " WHERE resource_id = ? AND theme_id = ?",
            [(one, resource, theme) for theme, one in written.items()],
        )

    async def _known(self, names: Sequence[str]) -> dict[str, tuple[int, str]]:
        """Of each name's key that is known: its theme's id, and what that goes by."""
        wanted = {key_of(name) for name in names}
        rows = await self._db.fetch(
            f"SELECT key, theme.id, theme.name {_NAMED} WHERE key IN ({marks(list(wanted))})",
            *wanted,
        )
        return {str(row[0]): (int(row[1]), str(row[2])) for row in rows}

    async def _propose(self, name: str) -> tuple[int, str]:
        id = await self._db.value(
            "INSERT INTO theme (name) VALUES (?)"
            " ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id",
            name,
        )
        await self._db.execute(
            "INSERT INTO theme_name (key, theme_id, written, manner) VALUES (?, ?, ?, 'phrase')",
            *(key_of(name), id, name),
        )
        return int(id), name

    async def version(self) -> str:
        """Another text after every change of the vocabulary."""
        return str(await self._db.value("SELECT version FROM theme_state"))

    async def recogniser(self) -> Recogniser:
        """Finds the themes and tools of the vocabulary, as it is now, in texts."""
        version = await self.version()
        if version != self._version:
            rows = await self._db.fetch(
                f"SELECT theme.name, sort, written, manner {_NAMED}"
                " WHERE governed = 1 AND manner <> 'hashtag'"
            )
            self._recogniser = Recogniser(
                (str(theme), Sort(sort), Name(str(written), Manner(manner)))
                for theme, sort, written, manner in rows
            )
            self._version = version
        return self._recogniser

    async def tag(self, name: str) -> Tag | None:
        """What `name` stands for, however it is spelled."""
        row = await self._db.fetch_one(f"SELECT {_TAG} {_NAMED} WHERE key = ?", key_of(name))
        return _tag(row) if row else None

    async def names(self, tag: Tag) -> list[str]:
        """What `tag` is called besides its name and label, each once, acronyms first."""
        rows = await self._db.fetch(
            "SELECT written FROM theme_name WHERE theme_id = ? AND manner <> 'site'"
            " ORDER BY manner <> 'acronym', filed DESC, rank, written",
            tag.id,
        )
        own = (key_of(tag.name), key_of(tag.label))
        names: dict[str, str] = {}
        for (written,) in rows:
            names.setdefault(key_of(written), written)
        return [name for known, name in names.items() if known not in own]

    async def near(self, name: str, sort: Sort | None, most: int = 3) -> list[str]:
        """Governed themes or tools whose names look like `name`."""
        rows = await self._db.fetch(f"SELECT key, theme.name, sort {_NAMED} WHERE governed = 1")
        owners = {str(row[0]): str(row[1]) for row in rows if sort is None or sort == row[2]}
        wanted = key_of(name)
        parts = [known for known in owners if _is_part(wanted, known)]
        alike = nearest(wanted, ((known, 1) for known in owners), most)
        found = dict.fromkeys(owners[known] for known in [*alike, *sorted(parts, key=len)])
        return list(found)[:most]

    async def count(self, tag: Tag, reader: Reader) -> int:
        """How many resources of `tag` the reader may see."""
        condition, values = readable(reader)
        return int(
            await self._db.value(
                "SELECT count(*) FROM resource_theme JOIN resource ON resource.id = resource_id"
                f" WHERE theme_id = ? AND {condition}",
                *(tag.id, *values),
            )
        )

    async def resources(
        self, tag: Tag, reader: Reader, limit: int, start: int = 0
    ) -> list[ResourceId]:
        """Resources of `tag` that the reader may see, the newest first."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            "SELECT resource.id FROM resource_theme JOIN resource ON resource.id = resource_id"
            f" WHERE theme_id = ? AND {condition}"
            " ORDER BY created_at DESC, resource.id DESC LIMIT ? OFFSET ?",
            *(tag.id, *values, limit, start),
        )
        return [ResourceId(row[0]) for row in rows]

    async def last_of(self, tag: Tag, before: datetime, limit: int) -> list[ResourceId]:
        """The last resources of `tag` that were shared before that moment, or were imported.

        For the bot's own work: not to be shown without asking who may read them.
        """
        rows = await self._db.fetch(
            "SELECT resource_id FROM resource_theme JOIN resource ON resource.id = resource_id"
            " WHERE theme_id = ? AND status = 'published'"
            " AND (created_at < ? OR origin IS NOT NULL) ORDER BY resource_id DESC LIMIT ?",
            *(tag.id, to_ms(before), limit),
        )
        return [ResourceId(row[0]) for row in rows]

    async def tallies(self, reader: Reader) -> list[Tally]:
        """Every theme, tool and #word, and how many resources of it the reader may see.

        The vocabulary in its order comes first.
        """
        condition, values = readable(reader)
        rows = await self._db.fetch(
            f"SELECT {_TAG}, shown_under, coalesce(carried, 0) FROM theme LEFT JOIN"
            " (SELECT theme_id, count(*) AS carried FROM resource_theme WHERE resource_id IN"
            f" (SELECT id FROM resource WHERE {condition}) GROUP BY theme_id)"
            " ON theme_id = theme.id WHERE merged_into IS NULL"
            " ORDER BY governed DESC, position, theme.name",
            *values,
        )
        return [Tally(_tag(row), str(row[-2]), int(row[-1])) for row in rows]

    async def proposals(self) -> list[Tally]:
        """#words that wait for a moderator, the most used first.

        Those that only the resources of one room carry are not the network's to know.
        """
        tallies = await self.tallies(NETWORK)
        return most_used(t for t in tallies if t.tag.standing is Standing.PROPOSED)


def _carried(carrier: Carrier, known: Mapping[str, tuple[int, str]]) -> dict[tuple[int, str], int]:
    """Each theme once, and whether it was only recognised."""
    _, given, recognised = carrier
    tags = {known[key_of(name)]: 1 for name in recognised}
    return tags | {known[key_of(name)]: 0 for name in given}


def _written(
    carrier: Carrier, name: str, id: int, known: Mapping[str, tuple[int, str]]
) -> str | None:
    """What the author called the theme, where that is not how it goes by."""
    _, given, _ = carrier
    others = [one for one in given if known[key_of(one)][0] == id and key_of(one) != key_of(name)]
    return " ".join(dict.fromkeys(others)) or None


def key_of(name: str) -> str:
    """Its key, or itself for what has no letter to make one of."""
    return _remembered(name) if len(name) <= _SHORT else key(name) or name


@lru_cache(maxsize=2048)
def _remembered(name: str) -> str:
    return key(name) or name


def _is_part(wanted: str, known: str) -> bool:
    """« participatif » of « budget participatif », or « podcasting » of « podcast »."""
    return (len(wanted) > 3 and wanted in known) or (len(known) > 3 and wanted.startswith(known))


def _tag(row: Row) -> Tag:
    id, name, sort, governed, aside, label, about, site = row[:8]
    left = Standing.ASIDE if aside else Standing.PROPOSED
    return Tag(
        id=int(id),
        name=str(name),
        sort=Sort(sort),
        standing=Standing.GOVERNED if governed else left,
        label=str(label),
        about=str(about),
        site=str(site),
    )
