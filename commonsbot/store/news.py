"""What the sources published, and the keys that tell a known item from a new one."""

import json
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, timedelta

from commonsbot.domain.audiences import Reader
from commonsbot.domain.deadlines import Days, Deadline
from commonsbot.domain.ids import NewsId, RoomId, SourceId, UserId
from commonsbot.domain.news import Entry, NewsItem
from commonsbot.domain.news_classes import NewsClass
from commonsbot.store.audiences import readable_news
from commonsbot.store.connection import Connection, Row, from_ms, marks, maybe_from_ms, to_ms
from commonsbot.store.index import Index, Noun

COLUMNS = """news.id, news.source_id, source.title, news.title, link, summary, published_at,
    seen_at, class, class_by, deadline, takes_place, ends,
    (SELECT json_group_array(theme.name) FROM news_theme JOIN theme ON theme.id = theme_id
        WHERE news_id = news.id)"""

_SELECT = f"SELECT {COLUMNS} FROM news JOIN source ON source.id = news.source_id"


class News:
    def __init__(self, db: Connection, index: Index, now: Callable[[], datetime]) -> None:
        self._db = db
        self._index = index
        self._now = now

    async def known(self, source: SourceId, keys: Collection[str]) -> dict[str, NewsId]:
        """Those of `keys` that belong to an item of the source."""
        found: dict[str, NewsId] = {}
        wanted = list(keys)
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            rows = await self._db.fetch(
                f"SELECT key, news_id FROM news_key WHERE source_id = ? AND key IN ({marks(part)})",
                source,
                *part,
            )
            found.update((str(key), NewsId(id)) for key, id in rows)
        return found

    async def add(self, source: SourceId, entry: Entry, *, announced: bool) -> NewsId:
        id = NewsId(
            await self._db.value(
                "INSERT INTO news (source_id, title, link, summary, published_at, seen_at,"
                " announced) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                source,
                entry.title,
                entry.link,
                entry.summary,
                to_ms(entry.published_at) if entry.published_at else None,
                to_ms(self._now()),
                announced,
            )
        )
        await self._index.put(Noun.NEWS, [id])
        return id

    async def remember(self, source: SourceId, item: NewsId, keys: Sequence[str]) -> None:
        """From now on any of `keys` names `item`."""
        await self._db.execute_many(
            "INSERT INTO news_key (source_id, key, news_id) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [(source, key, item) for key in keys],
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
        """The last items of the room's sources in the period, newest first; of all classes, where
        none is named."""
        kind, values = ("class = ? AND", [class_]) if class_ else ("", [])
        rows = await self._db.fetch(
            f"{_SELECT} JOIN source_room ON source_room.source_id = news.source_id AND room_id = ?"
            f" WHERE {kind} announced = 1 AND seen_at >= ? AND seen_at < ?"
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
