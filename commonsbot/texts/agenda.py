"""How news and their deadlines are told."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from commonsbot.domain.agenda import days_left
from commonsbot.domain.deadlines import Days, Deadline
from commonsbot.domain.markup import Bold, Bullets, Inline, Link, Text, lines
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.urls import host
from commonsbot.texts.views import Views

Row = tuple[Inline, ...]

_TITLE = 120
_NEAR = timedelta(days=300)
"""What is further away could be taken for the same day of another year."""


def class_name(views: Views, class_: NewsClass) -> str:
    """« appel à candidatures »."""
    return views.texts.plain(f"news-class-{class_.value.replace('_', '-')}")


def title(views: Views, item: NewsItem) -> Row:
    """Linked to its page."""
    words = item.title or views.texts.plain("news-untitled")
    shown = Text(words if len(words) <= _TITLE else words[:_TITLE] + "…")
    return (Link(item.link, (shown,)),) if item.link else (shown,)


def facts(views: Views, item: NewsItem) -> Row:
    """« appel · Cap'Com · 12 mars 2026 · jusqu'au 15 octobre 2026 »."""
    source = item.source_title or host(item.link)
    parts = [class_name(views, item.class_), source, views.date(item.at), *dates(views, item)]
    return (Text(" · ".join(filter(None, parts))),)


def label(views: Views, item: NewsItem) -> list[str]:
    """« Appel à candidatures », « jusqu'au 15 octobre »: what it is, where it is told as news.
    Nothing of an article."""
    if item.class_ is NewsClass.ARTICLE:
        return dates(views, item, short=True)
    class_ = views.texts.plain(f"news-label-{item.class_.value.replace('_', '-')}")
    return [class_, *dates(views, item, short=True)]


def dates(views: Views, item: NewsItem, *, short: bool = False) -> list[str]:
    """When it takes place, and until when one may apply or enrol; `short`: without the year,
    where it is plain."""
    since = item.at.astimezone(views.zone).date() if short else None
    found = [span(views, item.days, since)] if item.days else []
    if item.deadline:
        until = "news-enrol-until" if item.days else "news-until"
        found.append(views.texts.plain(until, date=when(views, item.deadline, since)))
    return found


def entry(views: Views, item: NewsItem) -> Row:
    """An item of a list: its title, and what it is."""
    number = numbered(views, item)
    return lines([Bold(title(views, item))], [*facts(views, item), Text(" · "), *number])


def numbered(views: Views, item: NewsItem) -> Row:
    """« actu 812 », to show it, correct it or share it."""
    return views.texts.inline("news-number", number=str(item.id))


def day(views: Views, one: date, since: date | None = None) -> str:
    """« 12 mars 2026 »; « 12 mars » in what was said `since`, soon before or after."""
    month = views.texts.plain("month", month=one.month)
    if since and abs(one - since) < _NEAR:
        return views.texts.plain("date-near", day=one.day, month=month)
    return views.texts.plain("date", day=one.day, month=month, year=str(one.year))


def when(views: Views, deadline: Deadline, since: date | None = None) -> str:
    """« 12 mars 2026 », « 12 mars 2026 à 18 h »."""
    said = day(views, deadline.day, since)
    if deadline.at is None:
        return said
    hour, minute = str(deadline.at.hour), deadline.at.minute
    two = f"{minute:02}"
    hour = views.texts.plain("moment-time", hour=hour, minute=minute, minutes=two)
    return views.texts.plain("news-at", date=said, hour=hour)


def span(views: Views, days: Days, since: date | None = None) -> str:
    first, last = day(views, days.first, since), day(views, days.last, since)
    if first == last:
        return first
    return views.texts.plain("news-span", first=first, last=last)


def deadline_list(views: Views, items: Iterable[NewsItem], now: datetime) -> Bullets:
    """One item a call: until when, how long that is, and what it is."""
    today = now.astimezone(views.zone).date()
    return Bullets(tuple(_deadline(views, item, today) for item in items))


def _deadline(views: Views, item: NewsItem, today: date) -> Row:
    assert item.deadline, "only of calls"
    left = views.texts.plain("deadlines-left", days=days_left(item, today))
    head = Text(f"{when(views, item.deadline)} · {left}")
    source = item.source_title or host(item.link)
    tail = (Text(f"{source} · "), *numbered(views, item))
    return lines([Bold(title(views, item))], [head], tail)
