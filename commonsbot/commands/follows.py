"""!suivre, !suivis, !arrêter."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import read_number
from commonsbot.domain.folding import fold
from commonsbot.domain.markup import Bullets, Text
from commonsbot.domain.messages import Reply
from commonsbot.domain.sharing import find_themes
from commonsbot.errors import UserError
from commonsbot.search.french import content_words
from commonsbot.store.follows import Follow

MOST = 20
"""Things one person may follow in one room."""


async def follow(context: Context, words: str) -> Reply:
    themes = find_themes(words)
    theme = themes[0] if len(themes) == 1 and words.strip() == f"#{themes[0]}" else None
    if themes and theme is None and words.lstrip().startswith("#"):
        theme = themes[0]
    theme = await _governed(context, theme) if theme else None
    query = f"#{theme}" if theme else words[:200]
    if theme is None and not content_words(query):
        raise UserError("follow-empty", words=query)
    message = context.message
    if len(await context.tx.follows.of(message.sender, message.room)) >= MOST:
        raise UserError("follow-too-many", limit=MOST)
    added = await context.tx.follows.add(message.sender, message.room, theme, query)
    place = "follow-here-direct" if message.direct else "follow-here-room"
    id = "follow-done" if added else "follow-already"
    said = context.texts.paragraph(id, what=query, place=context.texts.plain(place))
    return Reply((said,), notice=True)


async def _governed(context: Context, theme: str) -> str:
    """What the vocabulary calls it, if it does: « #rs » is « #réseaux-sociaux »."""
    tag = await context.tx.themes.tag(theme)
    return tag.name if tag and tag.is_governed else theme


async def followed(context: Context) -> Reply:
    message = context.message
    kept = await context.tx.follows.of(message.sender, message.room)
    texts = context.texts
    if not kept:
        return Reply((texts.paragraph("follow-none"),), notice=True)
    items = tuple((Text(f"{n}. {one.shown}"),) for n, one in enumerate(kept, 1))
    stop = texts.paragraph("follow-stop-hint")
    return Reply((texts.paragraph("follow-list"), Bullets(items), stop), notice=True)


async def stop(context: Context, words: str) -> Reply:
    """By its place in the list, or as it was asked for."""
    message = context.message
    kept = await context.tx.follows.of(message.sender, message.room)
    themes = find_themes(words)
    found = _chosen(kept, f"#{await _governed(context, themes[0])}" if themes else words)
    if found is None:
        raise UserError("follow-unknown", words=words[:60])
    await context.tx.follows.remove(found.id)
    return Reply((context.texts.paragraph("follow-stopped", what=found.shown),), notice=True)


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
