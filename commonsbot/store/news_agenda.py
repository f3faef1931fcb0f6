"""What is to come, and the latest, among the news that somebody may see."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import NewsId, ResourceId, RoomId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.themes import Tag
from commonsbot.store.audiences import readable, readable_news
from commonsbot.store.connection import Connection, marks, to_ms
from commonsbot.store.news import COLUMNS, item
from commonsbot.store.themes import key_of

_SELECT = f"SELECT {COLUMNS} FROM news JOIN source ON source.id = news.source_id"
_NEWEST = "ORDER BY coalesce(published_at, seen_at) DESC, news.id DESC"


class NewsAgenda:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def calls_between(self, reader: Reader, first: date, until: date) -> list[NewsItem]:
        """Calls that close from `first` on and before `until`, the next one first."""
        condition, values = readable_news(reader)
        rows = await self._db.fetch(
            f"{_SELECT} WHERE class = ? AND deadline >= ? AND deadline < ? AND {condition}"
            " ORDER BY deadline, news.id",
            *(NewsClass.AWARD_CALL, first.isoformat(), until.isoformat(), *values),
        )
        return [item(row) for row in rows]

    async def latest(self, reader: Reader, limit: int) -> list[NewsItem]:
        """The newest of all."""
        condition, values = readable_news(reader)
        rows = await self._db.fetch(
            f"{_SELECT} WHERE {condition} {_NEWEST} LIMIT ?", *values, limit
        )
        return [item(row) for row in rows]

    async def counts(self, reader: Reader, since: datetime) -> dict[NewsClass, int]:
        """How many of each class were published since then: a source brings its past along."""
        condition, values = readable_news(reader)
        rows = await self._db.fetch(
            "SELECT class, count(*) FROM news WHERE seen_at >= ?"
            f" AND coalesce(published_at, seen_at) >= ? AND {condition} GROUP BY class",
            *(to_ms(since), to_ms(since), *values),
        )
        return {NewsClass(row[0]): int(row[1]) for row in rows}

    async def of_theme(self, tag: Tag, reader: Reader, limit: int) -> tuple[list[NewsItem], int]:
        """The newest about a theme, and how many there are."""
        condition, values = readable_news(reader)
        about = "news.id IN (SELECT news_id FROM news_theme WHERE theme_id = ?)"
        rows = await self._db.fetch(
            f"{_SELECT} WHERE {about} AND {condition} {_NEWEST} LIMIT ?", *(tag.id, *values, limit)
        )
        total = await self._db.value(
            f"SELECT count(*) FROM news WHERE {about} AND {condition}", *(tag.id, *values)
        )
        return [item(row) for row in rows], int(total)

    async def about_since(self, theme: str, after: NewsId, reader: Reader) -> list[NewsItem]:
        """What was published about a theme, by any of its names, later than the item `after`."""
        condition, values = readable_news(reader)
        rows = await self._db.fetch(
            f"{_SELECT} WHERE news.id > ? AND news.id IN (SELECT news_id FROM news_theme"
            " WHERE theme_id = (SELECT theme_id FROM theme_name WHERE key = ?))"
            f" AND {condition} {_NEWEST} LIMIT 50",
            *(after, key_of(theme), *values),
        )
        return [item(row) for row in rows]

    async def linked(self, links: Sequence[str], reader: Reader) -> list[NewsItem]:
        """The items at these addresses, in their order, each once."""
        condition, values = readable_news(reader)
        rows = await self._db.fetch(
            f"{_SELECT} WHERE link IN ({marks(links)}) AND {condition} ORDER BY news.id",
            *(*links, *values),
        )
        found = {one.link: one for one in map(item, reversed(rows))}
        return [found[link] for link in dict.fromkeys(links) if link in found]

    async def newest(self) -> NewsId:
        """The last item there is; 0 when there is none."""
        return NewsId(await self._db.value("SELECT coalesce(max(id), 0) FROM news"))

    # What members made of an item

    async def cards(self, id: NewsId, reader: Reader) -> list[ResourceId]:
        """The resources made of an item that `reader` may see, the first one first."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            "SELECT resource.id FROM news_card JOIN resource ON resource.id = resource_id"
            f" WHERE news_id = ? AND {condition} ORDER BY resource.id",
            *(id, *values),
        )
        return [ResourceId(row[0]) for row in rows]

    async def became(self, id: NewsId, resource: ResourceId) -> None:
        """The item was made a resource."""
        await self._db.execute(
            "INSERT INTO news_card (news_id, resource_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            *(id, resource),
        )

    async def is_card(self, resource: ResourceId) -> bool:
        """Whether it was made of an item."""
        found = await self._db.value("SELECT 1 FROM news_card WHERE resource_id = ?", resource)
        return found is not None

    # Reminders

    async def to_remind(self, room: RoomId, first: date, until: date, days: int) -> list[NewsItem]:
        """Calls of the room's sources that close in the period and that it was not reminded of
        that many days ahead."""
        rows = await self._db.fetch(
            f"{_SELECT} JOIN source_room ON source_room.source_id = news.source_id AND room_id = ?"
            " WHERE class = ? AND deadline >= ? AND deadline < ?"
            " AND NOT EXISTS (SELECT 1 FROM news_reminder WHERE news_id = news.id"
            " AND news_reminder.room_id = source_room.room_id AND days <= ?)"
            " ORDER BY deadline, news.id",
            *(room, NewsClass.AWARD_CALL, first.isoformat(), until.isoformat(), days),
        )
        return [item(row) for row in rows]

    async def reminded(self, room: RoomId, ids: Sequence[NewsId], days: int) -> None:
        await self._db.execute_many(
            "INSERT INTO news_reminder (news_id, room_id, days, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [(id, room, days, to_ms(self._now())) for id in ids],
        )

    async def followers(self) -> list[RoomId]:
        """The rooms, still served, that follow a source."""
        rows = await self._db.fetch(
            "SELECT DISTINCT room_id FROM source_room JOIN room USING (room_id) WHERE joined = 1"
        )
        return [RoomId(row[0]) for row in rows]
