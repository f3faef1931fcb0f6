"""When a room is reminded of a deadline, and which deadlines are the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from commonsbot.domain import urls
from commonsbot.domain.folding import fold
from commonsbot.domain.news import NewsItem

STEPS = (14, 3)
"""Days before a deadline at which a room is reminded of it."""

LISTED = timedelta(days=92)
"""How far ahead deadlines are listed."""

_JUST_SEEN = timedelta(days=2)
"""What the room read so lately needs no reminder yet, unless it is urgent."""


@dataclass(frozen=True, slots=True)
class Step:
    """The reminder that is due: so many days ahead at most, and more than the next one."""

    days: int
    first: date
    until: date


def steps(today: date) -> Iterator[Step]:
    """Each reminder, and the deadlines it is due for: those of the day after the next step up to
    its own, so that a bot that was away reminds late rather than never, and once."""
    nearer = 0
    for days in sorted(STEPS):
        yield Step(days, today + timedelta(days=nearer), today + timedelta(days=days + 1))
        nearer = days + 1


def is_news_still(item: NewsItem, step: Step, now: datetime) -> bool:
    """Whether the room has just read it: the first reminder would only say it again."""
    return step.days != min(STEPS) and now - item.seen_at < _JUST_SEEN


def is_over(item: NewsItem, now: datetime, zone: tzinfo) -> bool:
    return item.deadline is not None and item.deadline.moment(zone) < now


def days_left(item: NewsItem, today: date) -> int:
    assert item.deadline, "only of calls"
    return (item.deadline.day - today).days


def each_once(items: Iterable[NewsItem]) -> list[NewsItem]:
    """The same call from two sources once: by its link, or its title and its day."""
    seen: set[object] = set()
    kept = []
    for item in items:
        day = item.deadline.day if item.deadline else None
        page = urls.clean(item.link)
        marks = {(fold(item.title), day), *([(page, day)] if page else [])}
        if marks.isdisjoint(seen):
            kept.append(item)
        seen |= marks
    return kept
