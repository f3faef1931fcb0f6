"""What the moderators of a room decided about its next letter."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time
from zoneinfo import ZoneInfo

from commonsbot.domain.contents import Word
from commonsbot.domain.editions import Due, Plan
from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.rooms import Room
from commonsbot.store.connection import Connection, Row, from_ms, maybe_from_ms, to_ms
from commonsbot.store.signals import Signals


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the next letter is to hold, and what not."""

    word: Word | None = None
    added: tuple[ResourceId, ...] = ()
    """The last one added first."""
    left_out: frozenset[ResourceId] = field(default_factory=frozenset)


_PLAN = """SELECT room.room_id, weekday, at, paused, resumes_at, postponed_week, postponed_to,
    changed_at, (SELECT json_group_array(week) FROM (SELECT week FROM edition
        WHERE edition.room_id = room.room_id AND requested = 0 ORDER BY until DESC LIMIT 4)),
    (SELECT json_extract(document, '$.zone') FROM own_hours WHERE whose = room.room_id),
    name, joined_at FROM room LEFT JOIN edition_plan USING (room_id)"""


class EditionPlans:
    def __init__(self, db: Connection, signals: Signals, now: Callable[[], datetime]) -> None:
        self._db = db
        self._signals = signals
        self._now = now

    async def get(self, room: RoomId) -> Plan:
        row = await self._db.fetch_one(f"{_PLAN} WHERE room.room_id = ?", room)
        return _plan(row) if row else Plan()

    async def served(self, room: RoomId) -> tuple[Room, Plan] | None:
        """The room and its plan; None where the bot is no longer, and of a direct chat."""
        row = await self._db.fetch_one(
            f"{_PLAN} WHERE room.room_id = ? AND joined = 1 AND direct = 0", room
        )
        if row is None:
            return None
        *_, name, joined_at = row
        return Room(id=room, name=name, joined_at=from_ms(joined_at)), _plan(row)

    async def all(self) -> dict[RoomId, Plan]:
        """Those of every room the bot is in, direct chats excepted."""
        rows = await self._db.fetch(f"{_PLAN} WHERE joined = 1 AND direct = 0")
        return {RoomId(row[0]): _plan(row) for row in rows}

    async def move(self, room: RoomId, weekday: int | None, at: time | None) -> None:
        """The letter leaves on that day, at that time; None leaves either as it was."""
        written = None if at is None else f"{at:%H:%M}"
        await self._set(
            room,
            "weekday = coalesce(?, weekday), at = coalesce(?, at), changed_at = ?,"
            " postponed_week = NULL, postponed_to = NULL",
            *(weekday, written, to_ms(self._now())),
        )

    async def pause(self, room: RoomId, until: datetime | None) -> None:
        """No letter leaves before `until`; None: before somebody resumes it."""
        resumes = to_ms(until) if until else None
        await self._set(room, "paused = ?, resumes_at = ?", resumes is None, resumes)

    async def resume(self, room: RoomId) -> None:
        """Letters leave again; those of the pause are not made up for."""
        now = to_ms(self._now())
        await self._set(room, "paused = 0, resumes_at = NULL, changed_at = ?", now)

    async def postpone(self, room: RoomId, edition: Due | None) -> None:
        """That edition leaves at its own moment, not at its week's; None: none does."""
        week, moment = (edition.week, to_ms(edition.until)) if edition else (None, None)
        await self._set(room, "postponed_week = ?, postponed_to = ?", week, moment)

    async def say(self, room: RoomId, word: Word | None) -> None:
        """A line of a moderator's for the next letter; None takes it back."""
        text, by = (word.text, word.by) if word else ("", None)
        await self._set(room, "word = ?, word_by = ?", text, by)

    async def choose(self, room: RoomId, resource: ResourceId, user: UserId, *, add: bool) -> None:
        """The next letter is to hold that resource, or not to."""
        await self._db.execute(
            "INSERT OR REPLACE INTO edition_choice (room_id, resource_id, added, user_id, at)"
            " VALUES (?, ?, ?, ?, ?)",
            *(room, resource, add, user, to_ms(self._now())),
        )

    async def choices(self, room: RoomId) -> Choices:
        row = await self._db.fetch_one(
            "SELECT word, word_by FROM edition_plan WHERE room_id = ? AND word <> ''", room
        )
        rows = await self._db.fetch(
            "SELECT resource_id, added FROM edition_choice WHERE room_id = ?"
            " ORDER BY at DESC, resource_id DESC",
            room,
        )
        return Choices(
            word=Word(text=row[0], by=row[1]) if row and row[1] else None,
            added=tuple(ResourceId(id) for id, added in rows if added),
            left_out=frozenset(ResourceId(id) for id, added in rows if not added),
        )

    async def forget_choices(self, room: RoomId) -> None:
        """They were for one letter, which is made."""
        await self._db.execute("DELETE FROM edition_choice WHERE room_id = ?", room)
        await self._db.execute(
            "UPDATE edition_plan SET word = '', word_by = NULL WHERE room_id = ?", room
        )

    async def _set(self, room: RoomId, columns: str, *values: object) -> None:
        await self._db.execute(
            "INSERT INTO edition_plan (room_id) VALUES (?) ON CONFLICT DO NOTHING", room
        )
        await self._db.execute(
            f"UPDATE edition_plan SET {columns} WHERE room_id = ?", *values, room
        )
        self._signals.planned = True


def _plan(row: Row) -> Plan:
    _, weekday, at, paused, resumes_at, week, to, changed_at, weeks, zone, *_ = row
    return Plan(
        weekday=weekday,
        at=time.fromisoformat(at) if at else None,
        paused=bool(paused),
        resumes_at=maybe_from_ms(resumes_at),
        postponed=Due(week=week, until=from_ms(to)) if week else None,
        changed_at=from_ms(changed_at or 0),
        dealt_with=frozenset(json.loads(weeks)),
        zone=ZoneInfo(zone) if zone else None,
    )
