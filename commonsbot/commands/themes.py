"""!thèmes, !thème #ia, !outil pretix."""

import re
from collections.abc import Sequence

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.results import news_line
from commonsbot.domain.folding import fold
from commonsbot.domain.markup import (
    Bold,
    Bullets,
    Document,
    Inline,
    Link,
    Paragraph,
    Text,
    lines,
)
from commonsbot.domain.messages import Reply
from commonsbot.domain.resources import hashtags
from commonsbot.domain.themes import Sort, Tag, Tally, most_used
from commonsbot.domain.urls import host
from commonsbot.errors import UserError
from commonsbot.search.snippets import one_line

PAGE = 5
"""Resources in one message."""

NEWS = 2
"""News shown under the resources."""

OTHERS = 10
"""Words out of the vocabulary shown after it."""

NAMES = 6
"""Other names of a theme in one message."""

_ALL = frozenset("tous toutes tout all".split())
_PAGE = re.compile(r"(.*?)[\s,]+(?:page\s*)?(\d{1,4})", re.IGNORECASE | re.DOTALL)


async def themes(context: Context, words: str | None = None) -> Reply:
    return await _answer(context, words, Sort.THEME)


async def tools(context: Context, words: str | None = None) -> Reply:
    return await _answer(context, words, Sort.TOOL)


async def _answer(context: Context, words: str | None, sort: Sort) -> Reply:
    if words is None or fold(words) in _ALL:
        return await _overview(context, sort, everything=words is not None)
    tag, page = await _asked(context, words, sort)
    return await _page(context, tag, page)


async def _overview(context: Context, sort: Sort, *, everything: bool) -> Reply:
    tallies = await context.tx.themes.tallies(context.reader)
    known = [t for t in tallies if t.tag.is_governed and t.tag.sort is sort]
    shown = [tally for tally in known if everything or tally.resources]
    texts = context.texts
    others = _others(context, tallies) if sort is Sort.THEME else []
    if not shown:
        none = texts.inline(f"overview-none-{sort}")
        return Reply((Paragraph(lines(none, *others)),), notice=True)
    title = texts.paragraph(f"overview-title-{sort}", count=len(shown))
    closing = texts.inline(f"overview-closing-{sort}", example=f"#{shown[0].tag.name}")
    return Reply((title, _groups(context, shown), Paragraph(lines(*others, closing))))


def _others(context: Context, tallies: Sequence[Tally]) -> list[tuple[Inline, ...]]:
    """Words in use that are not in the vocabulary."""
    used = most_used(tally for tally in tallies if not tally.tag.is_governed)[:OTHERS]
    said = Text(" · ".join(map(_counted, used)))
    return [context.texts.inline("overview-others", words=(said,))] if used else []


def _groups(context: Context, tallies: Sequence[Tally]) -> Bullets:
    groups: dict[str, list[Tally]] = {}
    for tally in tallies:
        groups.setdefault(tally.group, []).append(tally)
    other = context.texts.plain("overview-other-group")
    return Bullets(
        tuple(
            lines([Bold((Text(name or other),))], [Text(" · ".join(map(_counted, inside)))])
            for name, inside in groups.items()
        )
    )


def _counted(tally: Tally) -> str:
    """« #ia (3) », on one line."""
    return f"#{tally.tag.name}" + (f"\u00a0({tally.resources})" if tally.resources else "")


async def _asked(context: Context, words: str, sort: Sort) -> tuple[Tag, int]:
    """The tag, and which page of it, from 1. Raises UserError."""
    if tag := await visible(context, words):
        return tag, 1
    paged = _PAGE.fullmatch(words.strip())
    if paged and (tag := await visible(context, paged[1])):
        return tag, max(1, int(paged[2]))
    raise await unknown(context, words, sort)


async def visible(context: Context, words: str) -> Tag | None:
    """The tag `words` stand for, if it is in the vocabulary or on a resource seen from here."""
    tag = await context.tx.themes.tag(words)
    if tag and (tag.is_governed or await context.tx.themes.count(tag, context.reader)):
        return tag
    return None


async def unknown(context: Context, words: str, sort: Sort = Sort.THEME) -> UserError:
    """What to say of words that stand for nothing known here."""
    said = words.strip().lstrip("#")[:60]
    if near := await context.tx.themes.near(said, sort):
        return UserError(f"not-known-near-{sort}", name=said, near=hashtags(near))
    return UserError(f"not-known-{sort}", name=said)


async def _page(context: Context, tag: Tag, page: int) -> Reply:
    themes, texts = context.tx.themes, context.texts
    total = await themes.count(tag, context.reader)
    if not total:
        rows = [texts.inline("theme-no-card", name=_title(tag)), *await _about(context, tag)]
        return Reply((Paragraph(lines(*rows)), *await _news(context, tag)), notice=True)
    start = min(page - 1, (total - 1) // PAGE) * PAGE
    ids = await themes.resources(tag, context.reader, PAGE, start)
    resources = await context.tx.resources.several(ids, context.reader)
    end = start + len(resources)
    head = texts.inline("theme-count", name=_title(tag), total=total, first=start + 1, last=end)
    if total <= PAGE:
        head = texts.inline("theme-count-all", name=_title(tag), total=total)
    closing = [texts.inline("search-open", number=str(resources[0].id))]
    if end < total:
        command = f"{_command(context, tag)} #{tag.name} {start // PAGE + 2}"
        closing.insert(0, texts.inline("theme-next", command=command))
    return Reply(
        (
            Paragraph(lines(head, *await _about(context, tag))),
            context.views.items((resource, one_line(resource)) for resource in resources),
            *(await _news(context, tag) if start == 0 else ()),
            Paragraph(lines(*closing)),
        )
    )


async def _news(context: Context, tag: Tag) -> Document:
    """What the sources published about it lately."""
    items, total = await context.tx.news_agenda.of_theme(tag, context.reader, NEWS)
    if not items:
        return ()
    rows = [context.texts.inline("theme-in-news", count=total)]
    rows += [news_line(context.views, item) for item in items]
    if total > len(items):
        rows.append(context.texts.inline("theme-in-news-more", name=tag.name))
    return (Paragraph(lines(*rows)),)


def _title(tag: Tag) -> str:
    """« #ia · Intelligence artificielle »."""
    return f"#{tag.name}" + (f" · {tag.label}" if tag.label else "")


async def _about(context: Context, tag: Tag) -> list[tuple[Inline, ...]]:
    """What it is, where it is, what else it is called."""
    rows: list[tuple[Inline, ...]] = [(Text(tag.about),)] if tag.about else []
    if tag.site:
        site = (Link(tag.site, (Text(host(tag.site)),)),)
        rows.append(context.texts.inline("tool-site", site=site))
    if names := await context.tx.themes.names(tag):
        rows.append(context.texts.inline("theme-names", names=", ".join(names[:NAMES])))
    return rows


def _command(context: Context, tag: Tag) -> str:
    return (_TOOL if tag.sort is Sort.TOOL else _THEME).called(context.texts.language)


_THEME = Command(
    id="themes",
    name="thème",
    english="topic",
    aliases=("thèmes", "topics"),
    run=themes,
    parameter=Parameter.THEME,
    optional=True,
    example="example-theme",
    detailed=True,
)

_TOOL = Command(
    id="tools",
    name="outil",
    english="tool",
    aliases=("outils", "tools"),
    run=tools,
    parameter=Parameter.TOOL,
    optional=True,
    example="pretix",
    detailed=True,
)

COMMANDS = (_THEME, _TOOL)
