"""Which letters were made, and what they told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commonsbot.domain.contents import Word
from commonsbot.domain.ids import ResourceId, RoomId
from commonsbot.store.connection import Connection, Row, from_ms, maybe_from_ms, to_ms


class Part(StrEnum):
    """Where in a letter something is told."""

    PICKED = "picked"
    FRESH = "fresh"
    TRIED = "tried"
    """A trial's id."""
    QUESTION = "question"
    NEWS = "news"
    DEADLINE = "deadline"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Told:
    """`number` of a resource, a trial or a piece of news; `note` says why an older one is there."""

    part: Part
    number: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    id: int
    week: str
    until: datetime
    word: Word | None


class Editions:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def covered_until(self, room: RoomId, until: datetime) -> datetime | None:
        """Where the last edition that was sent ends, of those that end by `until`."""
        at = await self._db.value(
            "SELECT max(until) FROM edition WHERE room_id = ? AND until <= ? AND state = 'sent'",
            *(room, to_ms(until)),
        )
        return maybe_from_ms(at)

    async def add(
        self,
        room: RoomId,
        week: str,
        *,
        since: datetime,
        until: datetime,
        state: str,
        word: Word | None = None,
        requested: bool = False,
    ) -> int | None:
        """Records an edition: `state` is sent, empty or skipped. Gives its id; None when the
        weekly edition of that week was dealt with before."""
        id = await self._db.value(
            "INSERT INTO edition (room_id, week, requested, state, since, until, word, word_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id",
            *(room, week, requested, state, to_ms(since), to_ms(until)),
            *((word.text, word.by) if word else ("", None)),
        )
        return None if id is None else int(id)

    async def tell(self, edition: int, told: Iterable[Told]) -> None:
        """Records what the edition tells, in its order."""
        await self._db.execute_many(
            "INSERT INTO edition_item (edition_id, place, part, number, note)"
            " VALUES (?, ?, ?, ?, ?)",
            [(edition, place, one.part, one.number, one.note) for place, one in enumerate(told)],
        )

    async def not_sent(self, room: RoomId, key: str) -> None:
        """The weekly edition whose message has that key was dropped: the next one tells of it."""
        await self._db.execute(
            "UPDATE edition SET state = 'skipped' WHERE room_id = ? AND state = 'sent'"
            " AND NOT requested AND 'edition:' || room_id || ':' || week = ?",
            *(room, key),
        )

    async def told(self, edition: int) -> list[Told]:
        rows = await self._db.fetch(
            "SELECT part, number, note FROM edition_item WHERE edition_id = ? ORDER BY place",
            edition,
        )
        return [Told(Part(part), number, note) for part, number, note in rows]

    async def of_week(self, room: RoomId, week: str) -> Edition | None:
        """The last edition of that week that was sent in the room."""
        row = await self._db.fetch_one(
            "SELECT id, week, until, word, word_by FROM edition"
            " WHERE room_id = ? AND week = ? AND state = 'sent' ORDER BY until DESC, id DESC",
            *(room, week),
        )
        return _edition(row) if row else None

    async def weeks(self, room: RoomId, limit: int) -> list[str]:
        """The weeks that had a letter, the last one first."""
        rows = await self._db.fetch(
            "SELECT DISTINCT week FROM edition WHERE room_id = ? AND state = 'sent'"
            " ORDER BY week DESC LIMIT ?",
            *(room, limit),
        )
        return [str(row[0]) for row in rows]

    async def brought_up_since(self, room: RoomId, since: datetime) -> set[ResourceId]:
        """Older resources that letters of the room have brought up again."""
        rows = await self._db.fetch(
            "SELECT number FROM edition JOIN edition_item ON edition_id = edition.id"
            " WHERE room_id = ? AND until >= ? AND part = ?",
            *(room, to_ms(since), Part.AGAIN),
        )
        return {ResourceId(row[0]) for row in rows}


def _edition(row: Row) -> Edition:
    id, week, until, words, by = row
    word = Word(text=words, by=by) if words and by else None  # whoever said it may be forgotten
    return Edition(id=id, week=week, until=from_ms(until), word=word)
