"""How a letter reads: one message, and a second one in its thread where there is much to tell."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from commonsbot.digest.opening import opening
from commonsbot.digest.sections import Item, Section, rediscovery, sections
from commonsbot.domain.contents import Contents, Word
from commonsbot.domain.markup import Block, Bold, Bullets, Document, Italic, Paragraph
from commonsbot.domain.rendering import weight
from commonsbot.texts import Views
from commonsbot.texts.moments import day

HEAVIEST = 24_000
"""Bytes of one message: encrypted they are a third more, and an event holds 65,536."""

_SHORTER = (3, 2, 1)
"""Items of a part, where the usual number is too heavy."""

_FIGURES = 3
"""Bytes that the footer may grow by once its own figure stands in it."""


@dataclass(frozen=True, slots=True)
class Letter:
    document: Document
    details: Document = ()
    """What its thread tells besides; nothing where the letter tells it all."""


def compose(views: Views, contents: Contents) -> Letter:
    """As many items as are easily read, fewer where they are long: the rest is in the thread."""
    parts = [part for part in sections(views, contents) if part.items]
    letter = _letter(views, contents, parts)
    for most in _SHORTER:
        if weight(letter.document) <= HEAVIEST:
            break
        fewer = [replace(part, most=min(part.most, most)) for part in parts]
        letter = _letter(views, contents, fewer)
    return letter


def _letter(views: Views, contents: Contents, parts: Sequence[Section]) -> Letter:
    texts = views.texts
    said: list[Block] = [
        texts.paragraph("letter-title", date=day(views, contents.until)),
        *_word(views, contents.word),
        Paragraph(opening(texts, contents)),
    ]
    for part in parts:
        said += _listed(views, part.title, part.shown)
    if older := rediscovery(views, contents):
        said += _listed(views, "letter-again", [older])
    if details := _details(views, parts):
        said.append(texts.paragraph("letter-thread"))
    return Letter((*said, _footer(views, said, details)), details)


def _word(views: Views, word: Word | None) -> list[Block]:
    if word is None:
        return []
    return [views.texts.paragraph("letter-word", who=views.person(word.by), words=word.text)]


def _listed(views: Views, title: str, items: Sequence[Item]) -> list[Block]:
    heading = Paragraph((Bold(views.texts.inline(title)),))
    return [heading, Bullets(tuple(items))] if items else []


def _details(views: Views, parts: Sequence[Section]) -> Document:
    """What the letter left out, or the first of it where one message could not hold it."""
    texts = views.texts
    for most in (None, *_SHORTER):
        left = [block for part in parts for block in _listed(views, part.title, part.left[:most])]
        if not left:
            return ()
        more = texts.paragraph("letter-details-more")
        details = (texts.paragraph("letter-details"), *left, more)
        if weight(details) <= HEAVIEST:
            break
    return details


def _footer(views: Views, letter: Sequence[Block], details: Document) -> Paragraph:
    """What the letter costs, measured with this line, and how to change or stop it."""
    messages = 2 if details else 1
    line = _cost(views, messages, 0)
    weighs = weight((*letter, line)) + _FIGURES + (weight(details) if details else 0)
    return _cost(views, messages, math.ceil(weighs / 1000))


def _cost(views: Views, messages: int, kilobytes: int) -> Paragraph:
    said = views.texts.inline("letter-footer", messages=messages, kilobytes=kilobytes)
    return Paragraph((Italic(said),))
