"""What a search that finds no resource answers: what is near, and whom to ask."""

from collections.abc import Sequence

from commonsbot.commands import results
from commonsbot.commands.command import Context
from commonsbot.commons.finding import Outcome, unfiltered
from commonsbot.domain.markup import Block, Bullets, Inline, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.resources import Resource, hashtags
from commonsbot.domain.trials import Tally
from commonsbot.search.criteria import Place
from commonsbot.search.french import content_words
from commonsbot.search.query import Query

NEAREST = 3
"""Resources shown instead."""

_WORDS = 4
"""Words that a theme is looked for by."""

Row = tuple[Inline, ...]


async def nothing(
    context: Context, outcome: Outcome, remarks: Sequence[Row], beside: Sequence[Row]
) -> Reply:
    """`beside`: the news that speak of it."""
    texts, query = context.texts, outcome.query
    head = [_head(context, query), *remarks]
    themes = await _themes_near(context, query.words)
    if themes:
        head.append(texts.inline("search-near-themes", themes=hashtags(themes)))
    blocks: list[Block] = [Paragraph(lines(*head))]
    blocks += await _nearest(context, outcome, themes)
    if beside:
        blocks.append(Paragraph(lines(*beside)))
    if query.words:
        blocks.append(texts.paragraph("search-ask-network", words=query.words[:120]))
    return Reply(tuple(blocks), notice=True)


def _head(context: Context, query: Query) -> Row:
    typed = results.asked(query)
    if query.place is Place.NEWS and query.words:
        words = query.words[:120]
        return context.texts.inline("search-nothing-news", query=typed, words=words)
    if query.place is Place.NEWS:
        return context.texts.inline("search-nothing-news-filtered", query=typed)
    if query.is_narrowed:
        return context.texts.inline("search-nothing-filtered", query=typed)
    return context.texts.inline("search-nothing", query=typed)


async def _themes_near(context: Context, words: str) -> list[str]:
    """Themes that are spelled nearly so, or begin like one of the words."""
    if not words:
        return []
    near = await context.tx.index.themes_near(words, context.reader)
    for word in content_words(words)[:_WORDS]:
        for name in await context.tx.themes.near(word, None, most=2):
            tag = await context.tx.themes.tag(name)
            if tag and await context.tx.themes.count(tag, context.reader):
                near.append(name)
    return list(dict.fromkeys(near))[:NEAREST]


async def _nearest(context: Context, outcome: Outcome, themes: Sequence[str]) -> list[Block]:
    """What the filters hid, else the latest of the nearest themes."""
    texts = context.texts
    found = await unfiltered(context.tx, outcome, NEAREST)
    resources = await context.tx.resources.several(found.ids, context.reader)
    if resources:
        head = texts.paragraph(
            "search-without-filters", count=found.total, words=outcome.query.words[:120]
        )
        return [head, _items(context, resources, outcome.query.words)]
    resources = await _of_themes(context, themes)
    if not resources:
        return []
    return [texts.paragraph("search-nearest"), _items(context, resources, outcome.query.words)]


async def _of_themes(context: Context, themes: Sequence[str]) -> list[Resource]:
    tags = [await context.tx.themes.tag(name) for name in themes]
    ids = [
        id
        for tag in tags
        if tag
        for id in await context.tx.themes.resources(tag, context.reader, NEAREST)
    ]
    return await context.tx.resources.several(list(dict.fromkeys(ids))[:NEAREST], context.reader)


def _items(context: Context, resources: Sequence[Resource], words: str) -> Bullets:
    return Bullets(
        tuple(results.resource_item(context.views, r, words, Tally(), ()) for r in resources)
    )
