"""How news and their deadlines are told."""

from collections.abc import Iterable
from datetime import date, datetime

from commonsbot.domain.agenda import days_left
from commonsbot.domain.deadlines import Days, Deadline
from commonsbot.domain.markup import Bold, Bullets, Inline, Link, Text, lines
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.urls import host
from commonsbot.texts.views import Views

Row = tuple[Inline, ...]

_TITLE = 120


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
    parts = [class_name(views, item.class_), source, views.date(item.at)]
    if item.deadline:
        parts.append(views.texts.plain("news-until", date=when(views, item.deadline)))
    elif item.days:
        parts.append(views.texts.plain("news-takes-place", date=span(views, item.days)))
    return (Text(" · ".join(filter(None, parts))),)


def entry(views: Views, item: NewsItem) -> Row:
    """An item of a list: its title, and what it is."""
    number = views.texts.inline("news-number", number=str(item.id))
    return lines([Bold(title(views, item))], [*facts(views, item), Text(" · "), *number])


def day(views: Views, one: date) -> str:
    """« 12 mars 2026 »."""
    month = views.texts.plain("month", month=one.month)
    return views.texts.plain("date", day=str(one.day), month=month, year=str(one.year))


def when(views: Views, deadline: Deadline) -> str:
    """« 12 mars 2026 », « 12 mars 2026 à 18 h »."""
    said = day(views, deadline.day)
    if deadline.at is None:
        return said
    hour, minute = str(deadline.at.hour), deadline.at.minute
    two = f"{minute:02}"
    hour = views.texts.plain("moment-time", hour=hour, minute=minute, minutes=two)
    return views.texts.plain("news-at", date=said, hour=hour)


def span(views: Views, days: Days) -> str:
    if days.first == days.last:
        return day(views, days.first)
    return views.texts.plain("news-span", first=day(views, days.first), last=day(views, days.last))


def deadline_list(views: Views, items: Iterable[NewsItem], now: datetime) -> Bullets:
    """One item a call: until when, how long that is, and what it is."""
    today = now.astimezone(views.zone).date()
    return Bullets(tuple(_deadline(views, item, today) for item in items))


def _deadline(views: Views, item: NewsItem, today: date) -> Row:
    assert item.deadline, "only of calls"
    left = views.texts.plain("deadlines-left", days=days_left(item, today))
    head = Text(f"{when(views, item.deadline)} · {left}")
    source = item.source_title or host(item.link)
    tail = views.texts.inline("news-number", number=str(item.id))
    return lines([Bold(title(views, item))], [head], [Text(f"{source} · "), *tail])
