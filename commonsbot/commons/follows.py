"""Telling members of what is new on what they follow: grouped, at most once a day."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from itertools import groupby

from commonsbot.commons.finding import Asker, fresh, fresh_news
from commonsbot.commons.hours import Office
from commonsbot.domain.agenda import each_once
from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import NewsId, RoomId, UserId
from commonsbot.domain.markup import Block, Bold, Bullets, Paragraph, Text
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.news import NewsItem
from commonsbot.domain.resources import Resource
from commonsbot.domain.rooms import Room
from commonsbot.search.criteria import Place
from commonsbot.search.query import read_query
from commonsbot.search.snippets import one_line
from commonsbot.store import Store, Transaction
from commonsbot.store.follows import Follow
from commonsbot.texts import Languages, Views
from commonsbot.texts.agenda import entry

APART = timedelta(hours=20)
"""Between two alerts to one person in one room: at most one a day."""

SHOWN = 5
"""New resources named for one thing followed."""

NEWS = 3
"""And news."""

RoomsOf = Callable[[UserId], Awaitable[frozenset[RoomId]]]
"""The served rooms a person is in."""


class Alerts:
    def __init__(
        self,
        store: Store,
        languages: Languages,
        office: Office,
        now: Callable[[], datetime],
        rooms_of: RoomsOf,
    ) -> None:
        self._store = store
        self._languages = languages
        self._office = office
        self._now = now
        self._rooms_of = rooms_of

    async def tell(self) -> None:
        """Each person's follows of a room in one message there, composed when it may leave."""
        due = await self._store.read.follows.due(self._now() - APART)
        for (user, room), follows in groupby(due, key=lambda f: (f.user, f.room)):
            await self._tell(user, room, list(follows))

    async def _tell(self, user: UserId, room: RoomId, follows: list[Follow]) -> None:
        place = await self._office.open_room(room, user)
        if place is None:
            return
        reader = await self._reader(user, place)
        asker = Asker(reader, user, room, self._languages.zone)
        views = self._languages.views_of(room)
        async with self._store.transaction() as tx:
            blocks: list[Block] = []
            newest = await tx.resources.newest(), await tx.news_agenda.newest()
            for follow in follows:
                new = await self._new(tx, views, follow, asker)
                await tx.follows.up_to_date(follow.id, *newest, told=bool(new))
                if new:
                    blocks += [Paragraph((Bold((Text(follow.shown),)),)), *new]
            if blocks:
                await tx.outbox.add(self._alert(user, place, newest, blocks))

    async def _new(
        self, tx: Transaction, views: Views, follow: Follow, asker: Asker
    ) -> list[Block]:
        """Resources, and news under them."""
        found = await fresh_for(tx, follow, asker, self._now())
        news = each_once(await fresh_news_for(tx, follow, asker, self._now()))
        blocks: list[Block] = []
        if found:
            blocks.append(views.items((r, one_line(r)) for r in found[:SHOWN]))
        if news:
            blocks.append(views.texts.paragraph("follow-in-news", count=len(news)))
            blocks.append(Bullets(tuple(entry(views, one) for one in news[:NEWS])))
        return blocks

    def _alert(
        self, user: UserId, place: Room, newest: tuple[int, NewsId], blocks: list[Block]
    ) -> Outgoing:
        texts = self._languages.views_of(place.id).texts
        title, end = texts.paragraph("follow-news"), texts.paragraph("follow-stop-hint")
        return Outgoing(
            key=f"alert:{user}:{place.id}:{newest[0]}:{newest[1]}",
            room=place.id,
            kind=Kind.NOTE,
            document=(title, *blocks, end),
            mentions=() if place.direct else (user,),
        )

    async def _reader(self, user: UserId, place: Room) -> Reader:
        """What may be said there: in a room, what the whole room may read."""
        if not place.direct:
            return Reader(frozenset({place.id}))
        return Reader(frozenset({place.id, *await self._rooms_of(user)}), user)


async def fresh_for(tx: Transaction, follow: Follow, asker: Asker, now: datetime) -> list[Resource]:
    """What came since, by others, that the follow asks for."""
    if follow.theme:
        found = await tx.resources.with_theme_since(follow.theme, follow.seen, asker.reader)
    else:
        query = read_query(follow.query, now.astimezone(asker.zone).date())
        if query.place is Place.NEWS:
            return []
        ids = await fresh(tx, query, asker, follow.seen, 50)
        found = await tx.resources.several(ids, asker.reader)
    return [resource for resource in found if resource.author != follow.user]


async def fresh_news_for(
    tx: Transaction, follow: Follow, asker: Asker, now: datetime
) -> list[NewsItem]:
    """What the sources published since, that the follow asks for."""
    if follow.theme:
        return await tx.news_agenda.about_since(follow.theme, follow.news_seen, asker.reader)
    query = read_query(follow.query, now.astimezone(asker.zone).date())
    if query.place is Place.RESOURCES:
        return []
    ids = await fresh_news(tx, query, asker, follow.news_seen, 50)
    return await tx.news.several(ids, asker.reader)
