"""!source filtrer: what a room wants to read of its sources, shown before it is kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import msgspec

from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import read_numbered
from commonsbot.commands.source_choice import begins_with_name, chosen
from commonsbot.domain.filter_reading import read_filter, takes_all, written
from commonsbot.domain.ids import RoomId, SourceId
from commonsbot.domain.markup import Block, Bullets, Code, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_class_names import TYPED, class_named, class_near
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.news_filters import NewsFilter, passes
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.roles import Role
from commonsbot.domain.sources import Source
from commonsbot.errors import UserError
from commonsbot.store.news_filters import ALL
from commonsbot.texts.agenda import class_name, title

TRIED_ON = 30
"""Items a filter is tried on before it is kept."""

SHOWN = 5
"""Of those it would have let through, and of the others."""

WAITS = timedelta(days=1)

_EVERY = re.compile(r"(?:toutes?|tous|all|partout)\b(?:\s+les\s+sources)?\s*", re.IGNORECASE)

Row = tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What waits for a yes (`Ask.NEWS_FILTER`)."""

    room: RoomId
    source: SourceId
    """`ALL` for every source of the room."""
    filter: NewsFilter


_wanted = msgspec.json.Decoder(Wanted)


async def choose(context: Context, words: str) -> Reply:
    source, said = await _source(context, words)
    id = source.id if source else ALL
    if not said:
        return await _show(context, source, await context.tx.news_filters.get(_room(context), id))
    if takes_all(said):
        return await _clear(context, source, id)
    filter = _read(said, TYPED[context.texts.language])
    return await _ask(context, source, Wanted(room=_room(context), source=id, filter=filter))


def _room(context: Context) -> RoomId:
    return context.message.room


async def _source(context: Context, words: str) -> tuple[Source | None, str]:
    """The source that `words` begin with, None for all of the room's, and what follows."""
    followed = await context.tx.sources.of_room(_room(context))
    if not followed:
        raise UserError("filter-no-source")
    if every := _EVERY.match(words):
        return None, words[every.end() :]
    if read_numbered(words) or begins_with_name(context, followed, words):
        return await chosen(context, words)
    if len(followed) == 1:
        return followed[0], words
    raise UserError("filter-which", number=str(followed[0].id))


def _read(said: str, typed: Mapping[NewsClass, str]) -> NewsFilter:
    """Raises UserError for what is not understood: a filter hides things, so nothing is guessed."""
    read = read_filter(said)
    for what, value in read.unread:
        classes = ", ".join(typed.values())
        near = class_near(value) if what == "class" else None
        if near:
            raise UserError(
                "filter-class-near", value=value[:40], near=typed[near], classes=classes
            )
        raise UserError(f"filter-{what}-unknown", value=value[:40], classes=classes)
    if read.filter.is_empty:
        raise UserError("filter-empty", value=said[:60])
    return read.filter


async def _show(context: Context, source: Source | None, filter: NewsFilter) -> Reply:
    """The filter there is, and what it does."""
    texts = context.texts
    names = _names(context, source)
    if filter.is_empty:
        return context.notice("filter-none", **names)
    said = texts.paragraph("filter-now", filter=_code(context, filter), **names)
    tried = await _tried(context, source, filter)
    return Reply((said, *tried, texts.paragraph("filter-how", **names)), notice=True)


def _code(context: Context, filter: NewsFilter) -> Row:
    """As it could be typed again."""
    return (Code(written(filter, context.texts.language)),)


def _names(context: Context, source: Source | None) -> dict[str, str]:
    texts = context.texts
    if source is None:
        every = texts.plain("filter-every-number")
        return {"source": texts.plain("filter-all-sources"), "number": every}
    title = texts.plain("filter-one-source", title=source.title or source.url)
    return {"source": title, "number": str(source.id)}


async def _clear(context: Context, source: Source | None, id: SourceId) -> Reply:
    await context.tx.news_filters.put(_room(context), id, NewsFilter(), by=context.message.sender)
    return context.notice("filter-gone", **_names(context, source))


async def _ask(context: Context, source: Source | None, wanted: Wanted) -> Reply:
    """What the last items would have become; the answer itself is the question."""
    message, texts = context.message, context.texts
    await context.tx.prompts.add(
        Ask.NEWS_FILTER,
        f"answer:{message.event}",
        message.sender,
        message.room,
        moderated=True,
        thread=message.thread,
        subject=msgspec.json.encode(wanted).decode(),
        expires_at=context.now + WAITS,
    )
    code = _code(context, wanted.filter)
    head = texts.paragraph("filter-asked", filter=code, **_names(context, source))
    tried = await _tried(context, source, wanted.filter)
    hint = _classes_as_words(context, wanted.filter)
    return Reply((head, *hint, *tried, texts.paragraph("filter-yes")))


def _classes_as_words(context: Context, filter: NewsFilter) -> Sequence[Block]:
    """« prix » is a word like others here; the class is asked for by its name."""
    typed, texts = TYPED[context.texts.language], context.texts
    for word in (*filter.words, *filter.without):
        if class_ := class_named(word):
            return [texts.paragraph("filter-word-or-class", word=word, name=typed[class_])]
    return []


async def _tried(context: Context, source: Source | None, filter: NewsFilter) -> Sequence[Block]:
    """« Voici ce que les 30 dernières actualités auraient publié »."""
    items = await _last(context, source)
    texts = context.texts
    if not items:
        return [texts.paragraph("filter-untried")]
    kept = [one for one in items if passes(filter, one)]
    left = [one for one in items if not passes(filter, one)]
    blocks: list[Block] = [texts.paragraph("filter-tried", count=len(items), kept=len(kept))]
    if kept:
        blocks.append(_titles(context, kept))
    if left:
        said = "filter-left" if kept else "filter-left-all"
        blocks.append(texts.paragraph(said, count=len(left)))
        blocks.append(_titles(context, left))
    return blocks


async def _last(context: Context, source: Source | None) -> list[NewsItem]:
    """The last ones of the source, or of all that the room follows."""
    followed = [source] if source else await context.tx.sources.of_room(_room(context))
    items = [item for one in followed for item in await context.tx.news.latest(one.id, TRIED_ON)]
    return sorted(items, key=lambda item: item.at, reverse=True)[:TRIED_ON]


def _titles(context: Context, items: Sequence[NewsItem]) -> Bullets:
    rows: list[Row] = [
        (*title(context.views, one), Text(f" · {class_name(context.views, one.class_)}"))
        for one in items[:SHOWN]
    ]
    if len(items) > SHOWN:
        rows.append(context.texts.inline("filter-others", count=len(items) - SHOWN))
    return Bullets(tuple(rows))


async def answer(context: Context, prompt: Prompt, yes: bool) -> Reply:
    wanted = _wanted.decode(prompt.subject)
    source = await context.tx.sources.get(wanted.source) if wanted.source != ALL else None
    names = _names(context, source)
    if not yes:
        return context.notice("filter-dropped", **names)
    await context.tx.news_filters.put(
        wanted.room, wanted.source, wanted.filter, by=context.message.sender
    )
    await context.journal("filter", "source", wanted.source, written(wanted.filter)[:300])
    said = context.texts.inline("filter-kept", **names)
    return Reply(
        (Paragraph(lines(said, context.texts.inline("filter-back", **names))),), notice=True
    )


ANSWERS: Answers = {Ask.NEWS_FILTER: answer}

COMMANDS = (
    Command(
        id="source-filter",
        name="source filtrer",
        english="source filter",
        aliases=("source filtre", "sources filtrer", "source filtres"),
        run=choose,
        parameter=Parameter.FOLLOWED,
        form="form-filter",
        role=Role.MODERATOR,
        example="example-filter",
        detailed=True,
    ),
)
