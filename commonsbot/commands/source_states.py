"""!source liste, voir: which sources a room follows, and how they do."""

from collections.abc import Sequence
from datetime import timedelta

from commonsbot.commands.command import Command, Context, Parameter, Run
from commonsbot.commands.source_choice import chosen
from commonsbot.domain.markup import Bold, Bullets, Code, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.posting import Following
from commonsbot.domain.roles import Role
from commonsbot.domain.sources import Source, SourceStatus

HELD_FOR = timedelta(days=14)
"""How long what was held may still be let through."""


async def show(context: Context, typed: str = "") -> Reply:
    """All of them, or the one that is named."""
    if typed:
        return await view(context, typed)
    tx, texts, room = context.tx, context.texts, context.message.room
    sources = await tx.sources.of_room(room)
    if not sources:
        return context.notice("source-list-empty")
    items = [_item(context, one, await tx.followings.get(one.id, room)) for one in sources]
    return Reply(
        (
            texts.paragraph("source-list-title", count=len(sources)),
            Bullets(tuple(items)),
            texts.paragraph("source-list-hint", number=str(sources[0].id)),
        )
    )


def _item(context: Context, source: Source, following: Following | None) -> tuple[Inline, ...]:
    state = [health(context, source), *([posting(context, following)] if following else [])]
    return lines(*_head(context, source), [Text(" · ".join(state))])


def _head(context: Context, source: Source) -> list[Sequence[Inline]]:
    """Its number and name, and its address where that is not its name."""
    name = context.texts.inline("source-item", number=str(source.id), title=source.name)
    return [[Bold(name)], *([[Code(source.url)]] if source.title else [])]


def posting(context: Context, following: Following) -> str:
    """How the room hears of a source."""
    if following.paused:
        return context.texts.plain("source-paused")
    hours = round(following.posting.every.total_seconds() / 3600)
    mode = following.posting.mode.replace("_", "-")
    return context.texts.plain(f"source-mode-{mode}", hours=hours)


def health(context: Context, source: Source) -> str:
    """How a source does, in a few words."""
    if source.status is SourceStatus.ACTIVE and source.failures:
        return context.texts.plain("source-health-failing", count=source.failures)
    state = "good" if source.status is SourceStatus.ACTIVE else source.status.value
    return context.texts.plain(f"source-health-{state}")


async def view(context: Context, typed: str) -> Reply:
    source, _ = await chosen(context, typed)
    texts, tx, room = context.texts, context.tx, context.message.room
    following = await tx.followings.get(source.id, room)
    assert following, "the room follows it"
    rows = [*_head(context, source), _state(context, source)]
    rows.append([Text(posting(context, following))])
    if posted := await tx.deliveries.last_posted(source.id, room):
        rows.append(texts.inline("source-view-posted", when=context.views.date(posted)))
    if held := await tx.news.held(source.id, context.now - HELD_FOR):
        rows.append(texts.inline("source-view-held", count=held, number=str(source.id)))
    hint = texts.paragraph("source-view-hint", number=str(source.id))
    return Reply((Paragraph(lines(*rows)), hint))


def _state(context: Context, source: Source) -> Sequence[Inline]:
    """How its last reading went, in words."""
    texts = context.texts
    state = [Text(health(context, source))]
    if source.read_at:
        when = context.views.date(source.read_at)
        minutes = round(source.interval.total_seconds() / 60)
        read = texts.plain("source-view-read", when=when, minutes=minutes)
        state.append(Text(f" · {read}"))
    if source.error:
        reason = texts.plain(source.error, detail=source.error_detail)
        state.append(Text(f" · {reason}"))
    return state


def of_source(id: str, name: str, english: str, run: Run, *aliases: str) -> Command:
    """What is done with one source of the room."""
    return Command(
        id=id,
        name=name,
        english=english,
        aliases=aliases,
        run=run,
        parameter=Parameter.FOLLOWED,
        role=Role.MODERATOR,
        example="3",
    )


COMMANDS = (
    Command(
        id="source-list",
        name="source liste",
        english="source list",
        aliases=("source lister", "sources", "sources liste", "source"),
        run=show,
        parameter=Parameter.FOLLOWED,
        optional=True,
        example="3",
        role=Role.MODERATOR,
    ),
    of_source("source-view", "source voir", "source show", view, "source état", "source info"),
)
