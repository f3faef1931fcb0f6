"""What each room that follows a source gets of what is new in it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from commonsbot.domain.ids import NewsId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_filters import NewsFilter, passes
from commonsbot.domain.posting import Delivery, Following, Handed, Mode
from commonsbot.domain.sightings import NEAR_FOR, Story, same_story
from commonsbot.domain.sources import Source
from commonsbot.store import Transaction

TOLD_FOR = timedelta(days=7)
"""How long a page that a room heard of from one source is not told again from another."""


async def deliver(tx: Transaction, source: Source, fresh: Sequence[NewsId], now: datetime) -> None:
    """Hands the items over to the rooms that follow `source`, as each wants them."""
    items = await tx.news.these(fresh)
    for following in await tx.followings.of_source(source.id):
        room = following.room
        stories = await tx.deliveries.stories(room, source.id, now - TOLD_FOR, now - NEAR_FOR)
        filters = await tx.news_filters.of(room, source.id)
        await tx.deliveries.add_all([_delivery(following, i, filters, stories) for i in items])


def _delivery(
    following: Following,
    item: NewsItem,
    filters: Sequence[NewsFilter],
    stories: Sequence[Story],
) -> Delivery:
    if following.paused:
        return Delivery(item.id, following.room, Handed.PAUSED)
    if not all(passes(one, item) for one in filters):
        return Delivery(item.id, following.room, Handed.FILTERED)
    if double := same_story(item, stories):
        return Delivery(item.id, following.room, Handed.DOUBLE, str(double.item))
    at_all = following.posting.mode is not Mode.LETTER
    return Delivery(item.id, following.room, Handed.WAITING if at_all else Handed.LETTER)
