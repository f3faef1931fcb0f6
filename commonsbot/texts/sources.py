"""A source that can't be read, in one line."""

from datetime import datetime

from commonsbot.domain.markup import Inline
from commonsbot.domain.sources import Source
from commonsbot.texts.views import Views


def failing(views: Views, source: Source, now: datetime) -> tuple[Inline, ...]:
    """Which one, for how long and why."""
    return views.texts.inline(
        "sources-failing-item",
        number=str(source.id),
        title=source.title or source.url,
        count=source.failures,
        since=views.date(source.failing_since or now),
        reason=views.texts.plain(source.error, detail=source.error_detail),
    )
