"""How a letter reads."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from commonsbot.domain.editions import Contents
from commonsbot.domain.markup import Block, Bold, Bullets, Document, Inline, Link, Paragraph, Text
from commonsbot.domain.markup import lines as rows
from commonsbot.domain.news import NewsItem
from commonsbot.domain.resources import Resource
from commonsbot.domain.trials import Tally
from commonsbot.search.snippets import one_line
from commonsbot.texts import Views
from commonsbot.texts.trials import tally_line

SHOWN = 5
"""Items of a section: the rest is one command away."""

T = TypeVar("T")


def compose(views: Views, contents: Contents, now: datetime) -> Document:
    """The letter: new resources, what helped, news, and how to take part."""
    texts = views.texts
    blocks: list[Block] = [texts.paragraph("letter-title", date=views.date(now))]
    blocks += _resources(views, contents.resources)
    if contents.thanked:
        blocks.append(_heading(texts.inline("letter-thanked")))
        blocks.append(views.items((r, "") for r in contents.thanked))
    blocks += _tried(views, contents.tried)
    blocks += _questions(views, contents.questions)
    blocks += _news(views, contents.news)
    blocks.append(texts.paragraph("letter-footer"))
    return tuple(blocks)


def _resources(views: Views, resources: Sequence[Resource]) -> list[Block]:
    if not resources:
        return []
    shown, more = _split(resources)
    title = views.texts.inline("letter-resources", count=len(resources))
    blocks: list[Block] = [_heading(title), views.items((r, one_line(r)) for r in shown)]
    if more:
        blocks.append(views.texts.paragraph("letter-resources-more", count=more))
    return blocks


def _tried(views: Views, tried: Sequence[tuple[Resource, Tally]]) -> list[Block]:
    if not tried:
        return []
    items = [
        rows([Bold(views.title(resource))], tally_line(views, counted, str(resource.id)))
        for resource, counted in tried[:SHOWN]
    ]
    return [_heading(views.texts.inline("letter-trials")), Bullets(tuple(items))]


def _questions(views: Views, questions: Sequence[Resource]) -> list[Block]:
    if not questions:
        return []
    how = views.texts.paragraph("question-how", number=str(questions[0].id))
    title = _heading(views.texts.inline("letter-questions"))
    return [title, views.items((question, "") for question in questions), how]


def _news(views: Views, news: Sequence[NewsItem]) -> list[Block]:
    if not news:
        return []
    shown, more = _split(news)
    blocks: list[Block] = [
        _heading(views.texts.inline("letter-news")),
        Bullets(tuple(_article(item) for item in shown)),
    ]
    if more:
        blocks.append(views.texts.paragraph("letter-news-more", count=more))
    return blocks


def _article(item: NewsItem) -> tuple[Inline, ...]:
    title: Inline = Text(item.title)
    if item.link:
        title = Link(item.link, (title,))
    return rows([Bold((title,))], [Text(item.source_title)] if item.source_title else [])


def _heading(words: tuple[Inline, ...]) -> Paragraph:
    return Paragraph((Bold(words),))


def _split(items: Sequence[T]) -> tuple[Sequence[T], int]:
    """What is shown, and how many are not."""
    return items[:SHOWN], max(0, len(items) - SHOWN)
