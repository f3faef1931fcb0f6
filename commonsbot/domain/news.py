"""An entry of a source, and the item that is kept of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commonsbot.domain.deadlines import Days, Deadline
from commonsbot.domain.ids import NewsId, SourceId, UserId
from commonsbot.domain.news_classes import NewsClass

EXTRACT = 160
"""Characters of the summary under the title of an item."""


class Fate(StrEnum):
    """What was made of an item when it was first seen."""

    RELAYED = "relayed"
    """It went to the rooms that follow its source."""
    FIRST = "first"
    """It was there when the source was first read."""
    STALE = "stale"
    """It was old already."""
    HELD = "held"
    """It came with a flood: a moderator may let it through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one item: untrusted, cleaned, not yet kept."""

    id: str
    title: str
    link: str
    summary: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    id: NewsId
    source: SourceId
    source_title: str
    title: str
    link: str
    summary: str
    published_at: datetime | None
    seen_at: datetime
    class_: NewsClass = NewsClass.ARTICLE
    class_by: UserId | None = None
    """Who corrected it; None: the rules found it."""
    deadline: Deadline | None = None
    """To apply, or to enrol."""
    days: Days | None = None
    """When it takes place."""
    themes: tuple[str, ...] = ()
    """#words of the vocabulary that it is about."""

    @property
    def at(self) -> datetime:
        """When it was published, as far as is known."""
        return self.published_at or self.seen_at


def shown(item: Entry | NewsItem) -> tuple[str, str, str]:
    """What a message about it is made of: when that changes, the message does."""
    return item.title, item.link, item.summary[: EXTRACT + len(item.title)]
