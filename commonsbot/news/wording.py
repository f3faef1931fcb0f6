"""What the rooms are told about sources, as documents."""

from collections.abc import Sequence

from commonsbot.domain import urls
from commonsbot.domain.markup import (
    Bold,
    Break,
    Bullets,
    Document,
    Inline,
    Link,
    Paragraph,
    Text,
    lines,
)
from commonsbot.domain.news import ANNOUNCED_AT_ONCE, Entry, NewsItem
from commonsbot.domain.sources import Source
from commonsbot.errors import FetchError
from commonsbot.news.clean import cut
from commonsbot.texts.translator import Translator

NAMED = 10
"""Further items whose titles are given."""

_EXTRACT = 160
"""Characters of the summary under the title of an item."""
_SHORT_TITLE = 60


def announcement(texts: Translator, source: Source, entries: Sequence[Entry]) -> Document:
    """One message for everything new in a source."""
    if len(entries) == 1:
        title = (Bold(_linked(texts, entries[0])),)
        return (Paragraph(lines(title, (Text(source.title),), _extract(entries[0]))),)
    first, others = entries[:ANNOUNCED_AT_ONCE], entries[ANNOUNCED_AT_ONCE:]
    rows = tuple(lines((Bold(_linked(texts, one)),), _extract(one)) for one in first)
    count = texts.paragraph("news-count", count=len(entries), source=source.title)
    return (count, Bullets(rows), *_others(texts, others))


def _others(texts: Translator, entries: Sequence[Entry]) -> Document:
    if not entries:
        return ()
    titles: list[Inline] = []
    for entry in entries[:NAMED]:
        titles += [*([Text(" · ")] if titles else []), *_linked(texts, entry, _SHORT_TITLE)]
    if len(entries) > NAMED:
        titles.append(Text(" …"))
    return (texts.paragraph("news-others", count=len(entries), titles=tuple(titles)),)


def followed(texts: Translator, source: Source, count: int, latest: Sequence[NewsItem]) -> Document:
    """The source was read: what it is, and that its past is not posted."""
    number = str(source.id)
    head = texts.inline("source-followed", title=source.title, number=number)
    items = texts.inline("source-followed-items", count=count)
    rows = tuple(_linked(texts, one) for one in latest)
    return (
        Paragraph((*head, Break(), *items)),
        *((Bullets(rows),) if rows else ()),
        texts.paragraph("source-followed-next", number=number),
    )


def refused(texts: Translator, source: Source, error: FetchError) -> Document:
    reason = texts.inline(error.reason, detail=error.detail)
    return (texts.paragraph("source-refused", url=source.url, reason=reason),)


def gone(texts: Translator, source: Source) -> Document:
    """The source answered 410: it will never be read again by itself."""
    title = source.title or urls.host(source.url)
    return (texts.paragraph("news-source-gone", title=title, number=str(source.id)),)


def _linked(texts: Translator, item: Entry | NewsItem, limit: int = 0) -> tuple[Inline, ...]:
    title = item.title or texts.plain("news-untitled")
    words = (Text(cut(title, limit) if limit else title),)
    return (Link(item.link, words),) if item.link else words


def _extract(entry: Entry) -> tuple[Inline, ...]:
    """The start of the summary, unless it only says the title again."""
    words = entry.summary.removeprefix(entry.title).lstrip(" .:–-").rstrip()
    return (Text(cut(words, _EXTRACT)),) if words and words != entry.title else ()
