"""Sources that publish, for the conversations of the tests."""

import re
from datetime import datetime

from commonsbot.config.news_classes import load
from commonsbot.domain.folding import fold
from commonsbot.domain.ids import NewsId, RoomId, SourceId
from commonsbot.domain.news import Entry
from commonsbot.news.reading import NewsReader
from tests.commands.conftest import HELP_ROOM, Conversation

LEXICON = load(None, [])


async def source(talk: Conversation, title: str = "Cap'Com", *rooms: RoomId) -> SourceId:
    """Followed in the help room, or in `rooms`."""
    async with talk.store.transaction() as tx:
        made = await tx.sources.add(f"https://example.org/{title}.xml", None)
        for room in rooms or (HELP_ROOM,):
            await tx.followings.add(made.id, room, None)
        await tx.sources._db.execute("UPDATE source SET title = ? WHERE id = ?", title, made.id)
    return made.id


def page(title: str) -> str:
    """Where an item leads."""
    return f"https://example.org/{re.sub(r'[^a-z0-9]+', '-', fold(title))}"


async def publish(
    talk: Conversation, of: SourceId, title: str, summary: str = "", at: datetime | None = None
) -> NewsId:
    """An item, read as the relay reads it."""
    moment = at or talk.clock.now
    entry = Entry(
        id=title,
        title=title,
        link=page(title),
        summary=summary,
        published_at=moment,
    )
    async with talk.store.transaction() as tx:
        id = await tx.news.add(of, entry)
        await NewsReader(LEXICON).keep(tx, id, title, summary, moment)
    return id
