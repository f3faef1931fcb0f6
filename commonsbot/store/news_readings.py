"""What was read in news: their class and why, their days, their themes; and what was corrected."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from commonsbot.domain.deadlines import Days, Deadline
from commonsbot.domain.ids import NewsId, UserId
from commonsbot.domain.news_classes import NewsClass, Reason
from commonsbot.domain.news_reading import Reading
from commonsbot.store.connection import Connection, Row, marks, maybe_from_ms, to_ms
from commonsbot.store.signals import Signals
from commonsbot.store.themes import key_of

_reasons = msgspec.json.Decoder(tuple[Reason, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An item that other rules have read, or none."""

    id: NewsId
    title: str
    summary: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What was corrected how often, the most often first."""

    total: int
    classes: Sequence[tuple[tuple[NewsClass, NewsClass], int]]
    """From which class to which."""
    rules: Sequence[tuple[str, int]]
    """The rules that had spoken for the wrong class."""


class NewsReadings:
    def __init__(self, db: Connection, signals: Signals, now: Callable[[], datetime]) -> None:
        self._db = db
        self._signals = signals
        self._now = now

    async def keep(self, id: NewsId, reading: Reading, version: str) -> None:
        """`reading` was made by the rules of that version. What was corrected stays."""
        before = await self._told(id)
        await self._db.execute(
            "UPDATE news SET class = CASE WHEN class_by IS NULL THEN ? ELSE class END,"
            " reasons = ?, deadline = CASE WHEN deadline_by IS NULL THEN ? ELSE deadline END,"
            " takes_place = ?, ends = ?, read_by = ? WHERE id = ?",
            reading.verdict.class_,
            msgspec.json.encode(reading.verdict.reasons).decode(),
            *_dates(reading.deadline, reading.days),
            version,
            id,
        )
        await self._compare(id, before)
        await self._db.execute("DELETE FROM news_theme WHERE news_id = ?", id)
        if reading.themes:
            keys = [key_of(name) for name in reading.themes]
            await self._db.execute(
                "INSERT INTO news_theme (news_id, theme_id) SELECT DISTINCT ?, theme_id"
                f" FROM theme_name WHERE key IN ({marks(keys)})",
                *(id, *keys),
            )

    async def others(self, version: str, limit: int) -> list[Unread]:
        """Items that other rules have read, the newest first."""
        rows = await self._db.fetch(
            "SELECT id, title, summary, coalesce(published_at, seen_at) FROM news"
            " WHERE read_by <> ? ORDER BY id DESC LIMIT ?",
            *(version, limit),
        )
        return [_unread(row) for row in rows]

    async def corrected(self, id: NewsId) -> NewsClass | None:
        """The class somebody gave it."""
        class_ = await self._db.value(
            "SELECT class FROM news WHERE id = ? AND class_by IS NOT NULL", id
        )
        return NewsClass(class_) if class_ else None

    async def reasons(self, id: NewsId) -> Sequence[Reason]:
        """The rules that counted when the item was last read."""
        written = await self._db.value("SELECT reasons FROM news WHERE id = ?", id)
        return _reasons.decode(written) if written else ()

    async def correct(
        self,
        id: NewsId,
        class_: NewsClass,
        by: UserId,
        deadline: Deadline | None,
        days: Days | None,
    ) -> None:
        """`by` knows better: no reading changes the class again."""
        await self._db.execute(
            "INSERT INTO news_correction (news_id, was, class, reasons, by_user, at)"
            " SELECT id, class, ?, reasons, ?, ? FROM news WHERE id = ?",
            *(class_, by, to_ms(self._now()), id),
        )
        before = await self._told(id)
        await self._db.execute(
            "UPDATE news SET class = ?, class_by = ?,"
            " deadline = CASE WHEN deadline_by IS NULL THEN ? ELSE deadline END,"
            " takes_place = ?, ends = ? WHERE id = ?",
            *(class_, by, *_dates(deadline, days), id),
        )
        await self._compare(id, before)

    async def move(self, id: NewsId, deadline: Deadline | None, by: UserId) -> None:
        """`by` knows until when one may apply; None: there is no deadline."""
        before = await self._told(id)
        await self._db.execute(
            "UPDATE news SET deadline = ?, deadline_by = ? WHERE id = ?",
            *(str(deadline) if deadline else None, by, id),
        )
        await self._compare(id, before)

    async def _told(self, id: NewsId) -> Row | None:
        """What messages say of it."""
        return await self._db.fetch_one(
            "SELECT class, deadline, takes_place, ends FROM news WHERE id = ? AND EXISTS"
            " (SELECT 1 FROM delivery WHERE news_id = news.id AND key IS NOT NULL)",
            id,
        )

    async def _compare(self, id: NewsId, before: Row | None) -> None:
        """Marks it where they said something else."""
        if before is not None and await self._told(id) != before:
            await self._db.execute("UPDATE news SET restated = 1 WHERE id = ?", id)
            self._signals.delivered = True

    async def corrections(self, most: int) -> Corrected:
        rows = await self._db.fetch("SELECT was, class, reasons FROM news_correction")
        classes: Counter[tuple[NewsClass, NewsClass]] = Counter()
        rules: Counter[str] = Counter()
        for was, class_, reasons in rows:
            wrong = NewsClass(was)
            classes[wrong, NewsClass(class_)] += 1
            said = _reasons.decode(reasons)
            rules.update(one.rule for one in said if one.weights.get(wrong, 0) > 0)
        return Corrected(
            total=len(rows), classes=classes.most_common(most), rules=rules.most_common(most)
        )


def _dates(deadline: Deadline | None, days: Days | None) -> tuple[str | None, ...]:
    return (
        str(deadline) if deadline else None,
        days.first.isoformat() if days else None,
        days.last.isoformat() if days else None,
    )


def _unread(row: Row) -> Unread:
    at = maybe_from_ms(row[3])
    assert at, "an item was seen at some time"
    return Unread(id=NewsId(row[0]), title=row[1], summary=row[2], at=at)
