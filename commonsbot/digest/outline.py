"""A letter as a whole, for what is no chat: everything it tells, under headings."""

from collections.abc import Iterable
from dataclasses import dataclass

from commonsbot.digest.opening import opening
from commonsbot.digest.sections import Item, rediscovery, sections
from commonsbot.domain.contents import Contents
from commonsbot.domain.markup import Text
from commonsbot.texts import Views
from commonsbot.texts.moments import day


@dataclass(frozen=True, slots=True)
class Part:
    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    language: str
    title: str
    lead: tuple[Item, ...]
    """Paragraphs before the first heading."""
    parts: tuple[Part, ...]


def outline(views: Views, contents: Contents) -> Outline:
    return Outline(
        language=views.texts.language,
        title=views.texts.plain("letter-title", date=day(views, contents.until)),
        lead=tuple(_lead(views, contents)),
        parts=tuple(_parts(views, contents)),
    )


def _lead(views: Views, contents: Contents) -> Iterable[Item]:
    if word := contents.word:
        by = (Text(views.name(word.by)),)
        yield views.texts.inline("letter-word", who=by, words=word.text)
    yield opening(views.texts, contents)


def _parts(views: Views, contents: Contents) -> Iterable[Part]:
    for section in sections(views, contents):
        if section.items:
            yield Part(views.texts.plain(section.title), section.items)
    if older := rediscovery(views, contents):
        yield Part(views.texts.plain("letter-again"), (older,))
