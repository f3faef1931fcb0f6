"""!suivre, !suivis, !arrêter."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import read_number
from commonsbot.commands.results import remark
from commonsbot.domain.folding import fold
from commonsbot.domain.markup import Bullets, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.sharing import find_themes
from commonsbot.errors import UserError
from commonsbot.search.criteria import OfTheme
from commonsbot.search.french import content_words
from commonsbot.search.query import Query, read_query
from commonsbot.store.follows import Follow

MOST = 20
"""Things one person may follow in one room."""

LONGEST = 200
"""Characters of a search that is followed."""


async def follow(context: Context, words: str) -> Reply:
    query = read_query(words[:LONGEST], context.now.astimezone(context.views.zone).date())
    remarks = _checked(context, query)
    theme = await _governed(context, name) if (name := _theme_alone(query)) else None
    what = f"#{theme}" if theme else query.typed
    message = context.message
    if len(await context.tx.follows.of(message.sender, message.room)) >= MOST:
        raise UserError("follow-too-many", limit=MOST)
    added = await context.tx.follows.add(message.sender, message.room, theme, what)
    place = "follow-here-direct" if message.direct else "follow-here-room"
    id = "follow-done" if added else "follow-already"
    said = context.texts.inline(id, what=what, place=context.texts.plain(place))
    return Reply((Paragraph(lines(said, *remarks)),), notice=True)


def _checked(context: Context, query: Query) -> list[tuple[Inline, ...]]:
    """What of a search was not understood. Raises UserError for one that asks for nothing."""
    if not (query.filters or content_words(query.words)):
        raise UserError("follow-empty", words=query.typed)
    return [remark(context.views, one) for one in query.remarks]


def _theme_alone(query: Query) -> str | None:
    """The theme, when nothing else is asked for."""
    criteria = [one.criterion for one in query.filters if not one.negated]
    alone = len(query.filters) == 1 and not query.words
    if alone and criteria and isinstance(criteria[0], OfTheme):
        return criteria[0].name.lower()
    return None


async def _governed(context: Context, theme: str) -> str:
    """What the vocabulary calls it, if it does: « #rs » is « #réseaux-sociaux »."""
    tag = await context.tx.themes.tag(theme)
    return tag.name if tag and tag.is_governed else theme


async def followed(context: Context) -> Reply:
    message = context.message
    kept = await context.tx.follows.of(message.sender, message.room)
    texts = context.texts
    if not kept:
        return context.notice("follow-none")
    items = tuple((Text(f"{n}. {one.shown}"),) for n, one in enumerate(kept, 1))
    stop = texts.paragraph("follow-stop-hint")
    return Reply((texts.paragraph("follow-list"), Bullets(items), stop), notice=True)


async def stop(context: Context, words: str) -> Reply:
    """By its place in the list, or as it was asked for."""
    message = context.message
    kept = await context.tx.follows.of(message.sender, message.room)
    found = _chosen(kept, words)
    if found is None and (themes := find_themes(words)):
        found = _chosen(kept, f"#{await _governed(context, themes[0])}")
    if found is None:
        raise UserError("follow-unknown", words=words[:60])
    await context.tx.follows.remove(found.id)
    return context.notice("follow-stopped", what=found.shown)


def _chosen(kept: list[Follow], words: str) -> Follow | None:
    number = read_number(words)
    if number is not None:
        return kept[number - 1] if 0 < number <= len(kept) else None
    typed = fold(words).strip().lstrip("#")
    return next((one for one in kept if fold(one.query).lstrip("#") == typed), None)


COMMANDS = (
    Command(
        id="follow",
        name="suivre",
        english="follow",
        aliases=("abonner", "alerte"),
        run=follow,
        parameter=Parameter.WORDS,
        example="#accessibilité",
        detailed=True,
    ),
    Command(id="followed", name="suivis", english="following", run=followed),
    Command(
        id="unfollow",
        name="arrêter",
        english="unfollow",
        aliases=("désabonner", "stop"),
        run=stop,
        parameter=Parameter.WORDS,
        example="#accessibilité",
    ),
)
