"""Records taken into the commons by the hundred: few statements for many resources."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commonsbot.domain import urls
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.records import Gone, Record, Revised, Thanked, Tried, Useful, Whole
from commonsbot.store import drafts
from commonsbot.store.connection import Connection, marks, to_ms
from commonsbot.store.index import Index, Noun, Words
from commonsbot.store.themes import Themes

_RESOURCE = """INSERT INTO resource (id, title, text, links, kind, licence, audience, status,
    author, room_id, event_id, made_by, origin, created_at, updated_at, consent_at, body,
    population, budget, channel, sections, files, merged_into, signed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the records of a batch."""

    added: int = 0
    known: int = 0
    """Were here already."""
    moved: tuple[tuple[int, int], ...] = ()
    """(number in the file, number here), where the first was taken."""

    def __add__(self, other: "Taken") -> "Taken":
        added, known = self.added + other.added, self.known + other.known
        return Taken(added, known, self.moved + other.moved)


class Intake:
    """One import. It remembers which numbers changed, for the resources that point to them."""

    def __init__(
        self, db: Connection, index: Index, themes: Themes, now: Callable[[], datetime]
    ) -> None:
        self._db = db
        self._index = index
        self._themes = themes
        self._now = now
        self._moved: dict[int, int] = {}
        self._merged: list[tuple[int, int]] = []

    async def take(
        self, wholes: Sequence[Whole], words: Sequence[Words | None] | None = None
    ) -> Taken:
        """Adds those that are not here yet. Their facets must be readable (`Record.facets`).

        `words`: those of each, where they were found before.
        """
        known = await self._known([whole.record for whole in wholes])
        given = words or [None] * len(wholes)
        kept = [n for n, here in enumerate(known) if not here]
        fresh = [wholes[n] for n in kept]
        numbers = await self._numbers([whole.record.number for whole in fresh])
        numbered = list(zip(numbers, fresh, strict=True))
        found = zip(numbers, (given[n] for n in kept), strict=True)
        await self._insert(numbered, {number: words for number, words in found if words})
        moved = tuple(
            (whole.record.number, number)
            for number, whole in numbered
            if whole.record.number is not None and whole.record.number != number
        )
        self._moved |= dict(moved)
        self._merged += [(n, w.record.merged_into) for n, w in numbered if w.record.merged_into]
        return Taken(len(fresh), len(wholes) - len(fresh), moved)

    async def settle(self) -> None:
        """Once all are here: those that gave way to another point to it again."""
        pairs = [(self._moved.get(target, target), number) for number, target in self._merged]
        await self._db.execute_many(
            "UPDATE resource SET merged_into = ?1 WHERE id = ?2"
            " AND EXISTS (SELECT 1 FROM resource WHERE id = ?1)",
            pairs,
        )

    async def forget(self, gone: Gone) -> bool:
        """Takes out what was taken back elsewhere; False when it isn't here."""
        id = await self._db.value(
            "SELECT id FROM resource WHERE status NOT IN ('withdrawn', 'removed')"
            " AND (origin = ? OR event_id = ?)",
            *(gone.origin, gone.event),
        )
        if id is None:
            return False
        await self._db.execute(
            "UPDATE resource SET status = ?, updated_at = ? WHERE id = ?",
            *(gone.status, to_ms(self._now()), id),
        )
        await self._index.drop(ResourceId(id))
        return True

    async def _known(self, records: Sequence[Record]) -> list[bool]:
        """Which are here already, by their origin, their message, or their number and birth."""
        origins = await self._present("origin", [record.origin for record in records])
        events = await self._present("event_id", [record.event for record in records])
        numbers = [record.number for record in records if record.number]
        births = await self._db.fetch(
            f"SELECT id, created_at FROM resource WHERE id IN ({marks(numbers)})", *numbers
        )
        born = {(row[0], row[1]) for row in births}
        known = []
        for record in records:
            birth = (record.number, to_ms(record.created_at) if record.created_at else None)
            known.append(record.origin in origins or record.event in events or birth in born)
            origins |= {record.origin} - {None}  # twice in one file is once
            events |= {record.event} - {None}
        return known

    async def _present(self, column: str, values: Sequence[str | None]) -> set[str | None]:
        asked = [value for value in values if value]
        rows = await self._db.fetch(
            f"SELECT {column} FROM resource WHERE {column} IN ({marks(asked)})", *asked
        )
        return {row[0] for row in rows}

    async def _numbers(self, wanted: Sequence[int | None]) -> list[int]:
        """The number each gets: its own where that is free, else one never used."""
        asked = [number for number in wanted if number]
        rows = await self._db.fetch(f"SELECT id FROM resource WHERE id IN ({marks(asked)})", *asked)
        taken = {row[0] for row in rows}
        last = await self._db.value("SELECT seq FROM sqlite_sequence WHERE name = 'resource'")
        free = max(last or 0, *asked, 0) + 1
        numbers = []
        for number in wanted:
            if not number or number in taken:
                number, free = free, free + 1
            taken.add(number)
            numbers.append(number)
        return numbers

    async def _insert(
        self, numbered: Sequence[tuple[int, Whole]], words: Mapping[int, Words]
    ) -> None:
        now = to_ms(self._now())
        records = [(number, whole.record) for number, whole in numbered]
        await self._db.execute_many(
            "INSERT INTO room (room_id, joined, joined_at) VALUES (?, 0, ?) ON CONFLICT DO NOTHING",
            [(room, now) for room in sorted({r.room for _, r in records if r.room})],
        )
        await self._db.execute_many(_RESOURCE, [_columns(n, r, now) for n, r in records])
        await self._themes.attach_many(
            [(number, record.themes, record.recognised) for number, record in records]
        )
        await self._db.execute_many(
            "INSERT INTO resource_link (resource_id, cleaned) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(n, link) for n, r in records for link in map(urls.clean, r.links) if link],
        )
        for sql, rows in _particulars(numbered, now).items():
            await self._db.execute_many(sql, rows)
        await self._index.put(Noun.RESOURCE, [number for number, _ in records], words)


def _columns(number: int, record: Record, now: int) -> tuple[Any, ...]:
    facets = record.facets
    created = to_ms(record.created_at) if record.created_at else now
    return (
        *(number, record.title, record.text, json.dumps(record.links, ensure_ascii=False)),
        *(record.kind, record.licence, record.audience, record.status, record.author),
        *(record.room, record.event, record.made_by, record.origin, created),
        to_ms(record.updated_at) if record.updated_at else created,
        to_ms(record.consent_at) if record.consent_at else None,
        *(facets.body, facets.population, facets.budget, facets.channel),
        *(drafts.encode(record.draft.sections), drafts.encode(record.files), None),
        record.signed,
    )


def _particulars(
    numbered: Iterable[tuple[int, Whole]], now: int
) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of the history, thanks and trials, by the statement that writes them."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for number, whole in numbered:
        for sql, row in _rows(number, whole, now):
            found.setdefault(sql, []).append(row)
    return found


def _rows(number: int, whole: Whole, now: int) -> Iterable[tuple[str, tuple[Any, ...]]]:
    record = whole.record
    if not any(isinstance(part, Revised) for part in whole.particulars):
        at = to_ms(record.created_at) if record.created_at else now
        yield _REVISION, (number, 1, drafts.encode(record.draft), record.author, "", at)
    for part in whole.particulars:
        match part:
            case Revised():
                content = drafts.encode(part.draft)
                row = (number, part.revision, content, part.editor, part.why, to_ms(part.at))
                yield _REVISION, row
            case Thanked():
                yield _THANKS, (number, part.user, to_ms(part.at))
            case Useful():
                yield _USEFUL, (number, part.user, to_ms(part.at))
            case Tried():
                yield _TRIAL, _trial(number, part)


def _trial(number: int, tried: Tried) -> tuple[Any, ...]:
    facets = tried.facets
    return (
        *(number, tried.user, tried.outcome, tried.note),
        *(facets.body, facets.population, facets.budget, facets.channel),
        *(tried.cost, tried.changed, tried.again, tried.shown, tried.event, to_ms(tried.at)),
    )


_REVISION = (
    "INSERT INTO revision (resource_id, number, content, editor, why, at)"
    " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_THANKS = "INSERT INTO thanks (resource_id, user_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_USEFUL = "INSERT INTO useful (resource_id, user_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_TRIAL = (
    "INSERT INTO trial (resource_id, user_id, outcome, note, body, population, budget, channel,"
    " cost, changed, again, shown, event_id, at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
