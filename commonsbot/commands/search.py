"""!chercher, !plus."""

from collections.abc import Sequence

from commonsbot.commands import results
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.history import card
from commonsbot.commands.nothing import nothing
from commonsbot.commands.parse import read_number
from commonsbot.commons.finding import Asker, Outcome, find, news_beside
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.markup import Block, Bullets, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.news import NewsItem
from commonsbot.domain.resources import Resource
from commonsbot.domain.trials import Tally
from commonsbot.errors import UserError
from commonsbot.search.criteria import Order, Place
from commonsbot.search.query import Query, read_query
from commonsbot.store.index import Noun
from commonsbot.store.pages import Page

PAGE = 5
"""Results in one message."""

BESIDE = 2
"""News told under the resources."""

EXPLAINED = 3
"""Results whose ranks are explained in one message."""

_COUNTS = {Place.NEWS: "search-count-news", Place.MIXED: "search-count-mixed"}

Row = tuple[Inline, ...]


async def search(context: Context, words: str) -> Reply:
    number = read_number(words)
    if number is not None and await context.tx.resources.current(
        ResourceId(number), context.reader
    ):
        return await card(context, number)
    return await answer(context, words, 0)


async def more(context: Context) -> Reply:
    """The next results of who asks, in this room."""
    message = context.message
    page = await context.tx.pages.next(message.sender, message.room)
    if page is None:
        raise UserError("more-nothing")
    return await answer(context, page.query, page.start)


async def answer(context: Context, typed: str, start: int) -> Reply:
    """A page of what `typed` asks for."""
    query = read_query(typed, context.now.astimezone(context.views.zone).date())
    if query.is_empty:
        return _unasked(context, query)
    size = EXPLAINED if query.explained else PAGE
    outcome = await find(context.tx, query, asker_of(context), size, start)
    await _turn(context, outcome, start + len(outcome.found.keys))
    if not outcome.found.keys and start:
        return context.notice("more-end", query=query.typed)
    beside = [] if start else await _news(context, outcome)
    if not outcome.found.keys:
        return await nothing(context, outcome, remarks(context, outcome), beside)
    return await _page(context, outcome, start, beside)


def _unasked(context: Context, query: Query) -> Reply:
    """« type: » alone gets what to write after it. Raises UserError."""
    if not query.remarks:
        raise UserError("search-empty", words=query.typed[:60])
    rows = [results.remark(context.views, one) for one in query.remarks]
    return Reply((Paragraph(lines(*rows)),), notice=True)


def asker_of(context: Context) -> Asker:
    message = context.message
    zone, alone = context.views.zone, context.among_moderators
    return Asker(context.reader, message.sender, message.room, zone, alone)


async def _turn(context: Context, outcome: Outcome, seen: int) -> None:
    message = context.message
    page = Page(outcome.query.typed, seen)
    await context.tx.pages.turn(message.sender, message.room, page)


async def _page(context: Context, outcome: Outcome, start: int, beside: Sequence[Row]) -> Reply:
    head = Paragraph(lines(_count(context, outcome, start), *remarks(context, outcome)))
    items = await _items(context, outcome)
    blocks: list[Block] = [head, Bullets(tuple(items))]
    if beside:
        blocks.append(Paragraph(lines(*beside)))
    if closing := _closing(context, outcome, start):
        blocks.append(Paragraph(closing))
    return Reply(tuple(blocks))


def _count(context: Context, outcome: Outcome, start: int) -> Row:
    """« 12 fiches · budget participatif · 1 à 5 »."""
    found, texts = outcome.found, context.texts
    count = texts.inline(
        _COUNTS.get(outcome.query.place, "search-count"),
        total=found.total,
        more=texts.plain("search-capped") if found.is_capped else "",
        query=results.asked(outcome.query),
    )
    if found.total == len(found.keys):
        return count
    first, last = str(start + 1), str(start + len(found.keys))
    return (*count, Text(" · " + texts.plain("search-range", first=first, last=last)))


def remarks(context: Context, outcome: Outcome) -> list[Row]:
    """What was taken for something else, or not understood."""
    texts = context.texts
    rows = [results.remark(context.views, one) for one in outcome.query.remarks]
    if outcome.query.explained and not outcome.query.words:
        rows.append(texts.inline("why-listed"))
    elif outcome.query.explained and outcome.query.order is not Order.RELEVANCE:
        rows.append(texts.inline("why-dated"))
    rows += [texts.inline("search-unknown-name", name=name[:60]) for name in outcome.unknown]
    if outcome.loosened:
        phrases = ", ".join(outcome.query.phrases)
        rows.append(texts.inline("search-loosened", phrase=phrases[:100]))
    if repaired := outcome.found.repaired:
        typed = ", ".join(word for word, _ in repaired)
        written = ", ".join(word for _, word in repaired)
        among_news = outcome.query.place is Place.NEWS
        said = "search-repaired-news" if among_news else "search-repaired"
        rows.append(texts.inline(said, typed=typed, meant=written))
    return rows


async def _items(context: Context, outcome: Outcome) -> list[Row]:
    """In the order they were found, whatever they are."""
    found, tx, views = outcome.found, context.tx, context.views
    asked = " ".join([outcome.query.words, *(meant for _, meant in found.repaired)])
    shown = await tx.resources.several(found.ids, context.reader)
    tallies = await tx.trials.tallies([one.id for one in shown])
    resources: dict[int, Resource] = {one.id: one for one in shown}
    news: dict[int, NewsItem] = {
        one.id: one for one in await tx.news.several(found.news, context.reader)
    }
    items = []
    for key in found.keys:
        id, noun = divmod(key, 2)
        like = [other // 2 for other in found.alike.get(key, ())]
        if noun == Noun.NEWS and id in news:
            row = results.news_item(views, news[id], asked, like)
        elif noun == Noun.RESOURCE and id in resources:
            one = resources[id]
            row = results.resource_item(views, one, asked, tallies.get(one.id, Tally()), like)
        else:
            continue
        items.append(lines(row, await _why(context, outcome, key)))
    return items


async def _why(context: Context, outcome: Outcome, key: int) -> Row:
    if not (outcome.query.explained and outcome.query.words):
        return ()
    why = await context.tx.index.explain(outcome.request, key)
    return results.explanation(context.views, why) if why else ()


async def _news(context: Context, outcome: Outcome) -> list[Row]:
    """« Dans les actualités », under the resources."""
    found = await news_beside(context.tx, outcome, BESIDE)
    items = await context.tx.news.several(found.news, context.reader)
    if not items:
        return []
    head = context.texts.inline("search-news-beside", count=found.total)
    rows = [head, *(results.news_line(context.views, item) for item in items)]
    if found.total > len(items):
        rows.append(context.texts.inline("search-news-more", query=outcome.query.words[:120]))
    return rows


def _closing(context: Context, outcome: Outcome, start: int) -> Row:
    texts, found = context.texts, outcome.found
    parts: list[Row] = []
    if found.total > start + len(found.keys):
        parts.append(texts.inline("search-more"))
    if found.ids:
        parts.append(texts.inline("search-open", number=str(found.ids[0])))
    joined: list[Inline] = []
    for part in parts:
        joined += [*([Text(" · ")] if joined else []), *part]
    return tuple(joined)


COMMANDS = (
    Command(
        id="search",
        name="chercher",
        english="search",
        aliases=("cherche", "recherche", "rechercher", "trouver", "find"),
        run=search,
        parameter=Parameter.WORDS,
        example="example-words",
        detailed=True,
    ),
    Command(
        id="more",
        name="plus",
        english="more",
        aliases=("suite", "suivant", "suivants", "encore", "next"),
        run=more,
    ),
)
