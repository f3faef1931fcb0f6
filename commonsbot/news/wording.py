"""What the rooms are told about sources, as documents."""

from collections.abc import Sequence

from commonsbot.domain import urls
from commonsbot.domain.markup import (
    Bold,
    Break,
    Bullets,
    Code,
    Document,
    Inline,
    Link,
    Paragraph,
    Text,
    lines,
)
from commonsbot.domain.news import EXTRACT, Entry, NewsItem
from commonsbot.domain.posting import Posting
from commonsbot.domain.sources import Selectors, Source
from commonsbot.errors import FetchError
from commonsbot.news.clean import cut
from commonsbot.news.feed import Advert
from commonsbot.texts import Translator, Views, agenda

ANNOUNCED_AT_ONCE = 5
"""Items shown with how they begin; of the others, the titles."""

TRIED = 3
"""Items shown of an address that is tried."""

SOURCES = 3
"""Named at the head of a message from several."""

_SHORT_TITLE = 80


def announcement(views: Views, items: Sequence[NewsItem]) -> Document:
    """One message for everything new, given oldest first: the first with what they are and how
    they begin, the others by their titles."""
    texts, newest = views.texts, list(reversed(items))
    if len(newest) == 1:
        return (Paragraph(_row(views, newest[0], named=True)),)
    sources = list(dict.fromkeys(item.source_title for item in newest))
    several = len(sources) > 1
    first, others = newest[:ANNOUNCED_AT_ONCE], newest[ANNOUNCED_AT_ONCE:]
    rows = tuple(_row(views, item, named=several) for item in first)
    named = ", ".join(sources[:SOURCES]) + (" …" if len(sources) > SOURCES else "")
    count = texts.paragraph("news-count", count=len(newest), source=named)
    return (count, Bullets(rows), *_others(views, others))


def _row(views: Views, item: NewsItem, *, named: bool) -> tuple[Inline, ...]:
    """« Titre », « Appel à candidatures · jusqu'au 15 octobre · Source », how it begins."""
    facts = [*agenda.label(views, item), *([item.source_title] if named else [])]
    line = [Text(" · ".join(facts))] if facts else []
    return lines((Bold(_linked(views.texts, item)),), line, _extract(item))


def _others(views: Views, items: Sequence[NewsItem]) -> Document:
    """A date to keep is told with the title alone too."""
    if not items:
        return ()
    titles: list[Inline] = []
    for item in items:
        titles += [*([Text(" · ")] if titles else []), *_linked(views.texts, item, _SHORT_TITLE)]
        if days := agenda.label(views, item)[-1:] if item.deadline or item.days else []:
            titles.append(Text(f" ({days[0]})"))
    return (views.texts.paragraph("news-others", count=len(items), titles=tuple(titles)),)


def followed(
    texts: Translator,
    source: Source,
    count: int,
    latest: Sequence[NewsItem],
    posting: Posting,
) -> Document:
    """The source was read: what it is, that its past is not posted, and when its news are."""
    number = str(source.id)
    head = texts.inline("source-followed", title=source.title, number=number)
    items = texts.inline("source-followed-items", count=count)
    rows = tuple(_linked(texts, one) for one in latest)
    return (
        Paragraph((*head, Break(), *items)),
        *((Bullets(rows),) if rows else ()),
        Paragraph(lines(*next_ones(texts, number, posting))),
    )


def next_ones(
    texts: Translator, number: str, posting: Posting
) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """When the next articles are posted, and how to have it otherwise."""
    hours = round(posting.every.total_seconds() / 3600)
    how = texts.inline(f"source-posting-{posting.mode.replace('_', '-')}", hours=hours)
    return how, texts.inline("source-followed-next", number=number)


def choice(texts: Translator, source: Source, adverts: Sequence[Advert]) -> Document:
    """The page has several feeds: which one?"""
    number = str(source.id)
    rows = tuple(
        lines(
            texts.inline("source-choice-item", place=str(place), title=advert.title or advert.url),
            (Code(advert.url),) if advert.title else (),
        )
        for place, advert in enumerate(adverts, 1)
    )
    head = texts.paragraph("source-choice", count=len(adverts), url=source.url)
    return (head, Bullets(rows), texts.paragraph("source-choice-how", number=number))


def preview(
    texts: Translator,
    source: Source,
    entries: Sequence[Entry],
    selectors: Selectors,
    *,
    guessed: bool,
) -> Document:
    """What a page without a feed would give, and how to say it otherwise."""
    number = str(source.id)
    id = "source-preview-guessed" if guessed else "source-preview"
    head = texts.paragraph(id, url=source.url, count=len(entries))
    rows = tuple(_linked(texts, entry) for entry in entries[:ANNOUNCED_AT_ONCE])
    how = texts.inline("source-preview-how", number=number)
    other = texts.inline("source-preview-other", url=source.url, item=selectors.item)
    return (head, Bullets(rows), Paragraph(lines(how, other)))


def tried(
    views: Views, title: str, url: str, items: Sequence[NewsItem], *, left: int, page: bool
) -> Document:
    """What an address gives, given newest first, as it would be posted; `left`: how many the
    filter of the room leaves out. Nothing of it was kept."""
    texts = views.texts
    head = texts.inline("source-tried-page" if page else "source-tried", title=title)
    count = texts.inline("source-tried-items", count=len(items))
    filtered = texts.inline("source-tried-left", count=left) if left else ()
    rows = tuple(_row(views, one, named=False) for one in items[:TRIED])
    how = texts.paragraph("source-tried-how", url=url)
    shown = (Bullets(rows),) if rows else ()
    return (Paragraph(lines(head, count, filtered)), *shown, how)


def choice_to_try(texts: Translator, url: str, adverts: Sequence[Advert]) -> Document:
    """The page has several feeds: each may be tried."""
    rows = tuple(
        lines((Text(advert.title),) if advert.title else (), (Code(advert.url),))
        for advert in adverts
    )
    head = texts.paragraph("source-tried-feeds", url=url, count=len(adverts))
    return (head, Bullets(rows), texts.paragraph("source-tried-which", url=adverts[0].url))


def untried(texts: Translator, url: str, error: FetchError) -> Document:
    reason = texts.inline(error.reason, detail=error.detail)
    return (texts.paragraph("source-untried", url=url, reason=reason),)


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


def _extract(entry: Entry | NewsItem) -> tuple[Inline, ...]:
    """The start of the summary, unless it only says the title again."""
    words = entry.summary.removeprefix(entry.title).lstrip(" .:–-").rstrip()
    return (Text(cut(words, EXTRACT)),) if words and words != entry.title else ()
