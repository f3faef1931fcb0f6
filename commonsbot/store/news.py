"""What the sources published, and the keys that tell a known item from a new one."""

import json
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, timedelta

from commonsbot.domain.audiences import Reader
from commonsbot.domain.deadlines import Days, Deadline
from commonsbot.domain.ids import NewsId, RoomId, SourceId, UserId
from commonsbot.domain.news import Entry, Fate, NewsItem, shown
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.sightings import Story
from commonsbot.store.audiences import readable_news
from commonsbot.store.connection import (
    Connection,
    Row,
    from_ms,
    in_parts,
    marks,
    maybe_from_ms,
    to_ms,
)
from commonsbot.store.index import Index, Noun
from commonsbot.store.signals import Signals

COLUMNS = """news.id, news.source_id, source.title, news.title, link, summary, published_at,
    seen_at, class, class_by, deadline, takes_place, ends,
    (SELECT json_group_array(theme.name) FROM news_theme JOIN theme ON theme.id = theme_id
        WHERE news_id = news.id)"""

_SELECT = f"SELECT {COLUMNS} FROM news JOIN source ON source.id = news.source_id"

EDITS = 10
"""Rewordings of an item that are followed: some pages write the time of day into theirs."""


class News:
    def __init__(
        self, db: Connection, index: Index, signals: Signals, now: Callable[[], datetime]
    ) -> None:
        self._db = db
        self._index = index
        self._signals = signals
        self._now = now

    async def known(self, source: SourceId, keys: Collection[str]) -> dict[str, NewsId]:
        """Those of `keys` that belong to an item of the source."""
        found: dict[str, NewsId] = {}
        for part in in_parts(list(keys)):
            rows = await self._db.fetch(
                f"SELECT key, news_id FROM news_key WHERE source_id = ? AND key IN ({marks(part)})",
                source,
                *part,
            )
            found.update((str(key), NewsId(id)) for key, id in rows)
        return found

    async def recent(self, source: SourceId, since: datetime) -> list[Story]:
        """What the source was first seen with since then."""
        rows = await self._db.fetch(
            "SELECT id, title, link FROM news WHERE source_id = ? AND seen_at >= ?"
            " ORDER BY seen_at DESC, id DESC LIMIT 500",
            *(source, to_ms(since)),
        )
        return [Story(NewsId(id), title, link) for id, title, link in rows]

    async def add(self, source: SourceId, entry: Entry, *, fate: Fate = Fate.RELAYED) -> NewsId:
        (id,) = await self.add_all(source, [(entry, fate)])
        return id

    async def add_all(
        self, source: SourceId, entries: Sequence[tuple[Entry, Fate]]
    ) -> list[NewsId]:
        ids = [
            NewsId(
                await self._db.value(
                    "INSERT INTO news (source_id, title, link, summary, published_at, seen_at,"
                    " announced, fate) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                    source,
                    entry.title,
                    entry.link,
                    entry.summary,
                    to_ms(entry.published_at) if entry.published_at else None,
                    to_ms(self._now()),
                    fate is Fate.RELAYED,
                    fate,
                )
            )
            for entry, fate in entries
        ]
        await self._index.put(Noun.NEWS, ids)
        return ids

    async def remember(
        self, source: SourceId, items: Sequence[tuple[NewsId, Sequence[str]]]
    ) -> None:
        """From now on any of an item's keys names it."""
        await self._db.execute_many(
            "INSERT INTO news_key (source_id, key, news_id) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [(source, key, item) for item, keys in items for key in keys],
        )

    async def revise(
        self, entries: Sequence[tuple[NewsId, Entry]], since: datetime
    ) -> list[NewsId]:
        """Items seen since then take what their source says now; those that read otherwise."""
        said = {id: entry for id, entry in entries if entry.title}
        changed = [
            item.id
            for item in await self._young(list(said), since)
            if shown(item) != shown(said[item.id])
        ]
        for id in changed:
            entry = said[id]
            await self._db.execute(
                "UPDATE news SET title = ?, link = ?, summary = ?, edits = edits + 1,"
                " restated = 1 WHERE id = ?",
                *(entry.title, entry.link, entry.summary, id),
            )
            await self._index.drop(id, Noun.NEWS)
        if changed:
            self._signals.delivered = True
            await self._index.put(Noun.NEWS, changed)
        return changed

    async def _young(self, ids: Sequence[NewsId], since: datetime) -> list[NewsItem]:
        found: list[NewsItem] = []
        for part in in_parts(ids):
            rows = await self._db.fetch(
                f"{_SELECT} WHERE news.id IN ({marks(part)}) AND seen_at >= ? AND edits < ?",
                *(*part, to_ms(since), EDITS),
            )
            found += map(item, rows)
        return found

    async def release(self, source: SourceId, since: datetime) -> list[NewsId]:
        """Lets through what was held since then; the items, oldest first."""
        rows = await self._db.fetch(
            "UPDATE news SET fate = 'relayed', announced = 1, seen_at = ? WHERE source_id = ?"
            " AND fate = 'held' AND seen_at >= ? RETURNING id",
            *(to_ms(self._now()), source, to_ms(since)),
        )
        return sorted(NewsId(row[0]) for row in rows)

    async def held(self, source: SourceId, since: datetime) -> int:
        """How many items were held since then, and not let through."""
        return int(
            await self._db.value(
                "SELECT count(*) FROM news WHERE source_id = ? AND fate = 'held' AND seen_at >= ?",
                *(source, to_ms(since)),
            )
        )

    async def count(self, source: SourceId) -> int:
        return int(await self._db.value("SELECT count(*) FROM news WHERE source_id = ?", source))

    async def latest(self, source: SourceId, limit: int) -> list[NewsItem]:
        """The last items of the source, newest first."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE source_id = ?"
            " ORDER BY coalesce(published_at, seen_at) DESC, news.id DESC LIMIT ?",
            source,
            limit,
        )
        return [item(row) for row in rows]

    async def these(self, ids: Sequence[NewsId]) -> list[NewsItem]:
        """In the order of `ids`, whoever may see them."""
        found: dict[NewsId, NewsItem] = {}
        for part in in_parts(ids):
            rows = await self._db.fetch(f"{_SELECT} WHERE news.id IN ({marks(part)})", *part)
            found |= {one.id: one for one in map(item, rows)}
        return [found[id] for id in ids if id in found]

    async def several(self, ids: Sequence[NewsId], reader: Reader) -> list[NewsItem]:
        """Those of `ids` that `reader` may see: of the sources their rooms follow."""
        if not ids:
            return []
        condition, values = readable_news(reader)
        rows = await self._db.fetch(
            f"{_SELECT} WHERE news.id IN ({marks(ids)}) AND {condition}", *ids, *values
        )
        found = {one.id: one for one in map(item, rows)}
        return [found[id] for id in ids if id in found]

    async def announced_between(
        self,
        room: RoomId,
        since: datetime,
        until: datetime,
        class_: NewsClass | None = None,
        limit: int = 200,
    ) -> list[NewsItem]:
        """What the room's sources published in the period, newest first, of all classes where none
        is named; not what the room wants nothing of, nor what it heard from another source."""
        kind, values = ("class = ? AND", [class_]) if class_ else ("", [])
        rows = await self._db.fetch(
            f"{_SELECT} JOIN source_room ON source_room.source_id = news.source_id AND room_id = ?"
            f" WHERE {kind} announced = 1 AND seen_at >= ? AND seen_at < ? AND NOT EXISTS (SELECT 1"
            " FROM delivery WHERE news_id = news.id AND delivery.room_id = source_room.room_id"
            " AND handed NOT IN ('waiting', 'queued', 'letter'))"
            " ORDER BY seen_at DESC, news.id DESC LIMIT ?",
            *(room, *values, to_ms(since), to_ms(until), limit),
        )
        return [item(row) for row in rows]

    async def deadlines_between(
        self, reader: Reader, first: date, last: date, limit: int
    ) -> list[NewsItem]:
        """What one may still apply to, until a day from `first` to `last`, the soonest first."""
        condition, values = readable_news(reader)
        rows = await self._db.fetch(
            f"{_SELECT} WHERE deadline >= ? AND deadline < ? AND {condition}"
            " ORDER BY deadline, news.id LIMIT ?",
            *(str(first), str(last + timedelta(days=1)), *values, limit),
        )
        return [item(row) for row in rows]


def item(row: Row) -> NewsItem:
    """Of `COLUMNS`."""
    return NewsItem(
        id=NewsId(row[0]),
        source=SourceId(row[1]),
        source_title=row[2],
        title=row[3],
        link=row[4],
        summary=row[5],
        published_at=maybe_from_ms(row[6]),
        seen_at=from_ms(row[7]),
        class_=NewsClass(row[8]),
        class_by=UserId(row[9]) if row[9] else None,
        deadline=Deadline.read(row[10]) if row[10] else None,
        days=Days.read(row[11], row[12]) if row[11] else None,
        themes=tuple(json.loads(row[13])),
    )
