"""The news of a room's sources, by class, and the dates not to be missed."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from commonsbot.digest.period import Period
from commonsbot.domain.choosing import diverse, news_traits
from commonsbot.domain.contents import CLASSES
from commonsbot.domain.ids import SourceId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_filters import NewsFilter, passes
from commonsbot.store import Transaction
from commonsbot.store.news_filters import ALL

AHEAD = timedelta(weeks=3)
"""How far ahead a letter looks for deadlines."""

NEWS, DEADLINES = 8, 5
"""Items of a class, and deadlines, that a letter and its thread tell at most."""

_LOOKED_AT = 60
"""The newest of a class, and the next deadlines, that are chosen among."""


async def news(tx: Transaction, period: Period, told: Collection[NewsItem]) -> tuple[NewsItem, ...]:
    """A few of each class, from many sources; `told`: what the letter holds already."""
    known = {item.id for item in told}
    filters = await tx.news_filters.of_room(period.room)
    chosen: list[NewsItem] = []
    for class_ in CLASSES:
        found = await tx.news.announced_between(
            period.room, period.since, period.until, class_, _LOOKED_AT
        )
        left = [item for item in found if item.id not in known and _is_wanted(item, filters)]
        chosen += diverse(left, NEWS, news_traits)
    return tuple(chosen)


async def deadlines(tx: Transaction, period: Period) -> tuple[NewsItem, ...]:
    """Those of the next weeks, the soonest first."""
    first = period.until.date()
    filters = await tx.news_filters.of_room(period.room)
    found = await tx.news.deadlines_between(period.reader, first, first + AHEAD, _LOOKED_AT)
    return tuple([item for item in found if _is_wanted(item, filters)][:DEADLINES])


def _is_wanted(item: NewsItem, filters: Mapping[SourceId, NewsFilter]) -> bool:
    """Whether the room's filters let it through."""
    both = (filters[source] for source in (ALL, item.source) if source in filters)
    return all(passes(filter, item) for filter in both)
