"""An entry of a source."""

from dataclasses import dataclass
from datetime import datetime

from commonsbot.domain.ids import NewsId, SourceId


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
