"""!thème propositions, accepter, fusionner, renommer, écarter: moderators tend the vocabulary."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.themes import unknown, visible
from commonsbot.commons import themes as commons
from commonsbot.commons.themes import Moderator
from commonsbot.domain.markup import Bullets, Inline, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.domain.themes import Sort, Tag, Tally, theme_words
from commonsbot.errors import UserError

PAGE = 10
"""Proposals in one message."""

_TOOL_WORDS = frozenset({"outil", "tool"})


async def proposals(context: Context) -> Reply:
    tallies = await context.tx.themes.proposals()
    texts = context.texts
    if not tallies:
        return context.notice("proposals-none")
    items = [await _proposal(context, tally) for tally in tallies[:PAGE]]
    name = tallies[0].tag.name
    return Reply(
        (
            texts.paragraph("proposals-title", count=len(tallies)),
            Bullets(tuple(items)),
            texts.paragraph("proposals-acts", name=name),
        )
    )


async def _proposal(context: Context, tally: Tally) -> tuple[Inline, ...]:
    """How much it is used, and what it may be another word for."""
    name = tally.tag.name
    said = context.texts.inline("proposal", name=name, count=tally.resources)
    near = await context.tx.themes.near(name, None, most=1)
    return lines(said, context.texts.inline("proposal-near", near=near[0]) if near else [])


async def accept(context: Context, words: str) -> Reply:
    """As a theme, or as a tool when that word follows."""
    names = [name for name in theme_words(words) if name not in _TOOL_WORDS]
    tag = await _existing(context, *names[:1])
    wanted = words.replace("#", " ").lower().split()
    sort = Sort.TOOL if _TOOL_WORDS & set(wanted[1:]) else Sort.THEME
    await commons.accept(context.tx, _moderator(context), tag, sort)
    return context.notice(f"theme-accepted-{sort}", name=tag.name)


async def set_aside(context: Context, words: str) -> Reply:
    tag = await _existing(context, *theme_words(words)[:1])
    await commons.set_aside(context.tx, _moderator(context), tag)
    return context.notice("theme-aside", name=tag.name)


async def merge(context: Context, words: str) -> Reply:
    first, second = _two(words, "theme-merge-two")
    tag, into = await _existing(context, first), await _existing(context, second)
    await commons.merge(context.tx, _moderator(context), tag, into)
    count = await context.tx.themes.count(into, context.reader)
    return context.notice("theme-merged", name=tag.name, into=into.name, count=count)


async def rename(context: Context, words: str) -> Reply:
    first, name = _two(words, "theme-rename-two")
    tag = await _existing(context, first)
    await commons.rename(context.tx, _moderator(context), tag, name)
    count = await context.tx.themes.count(tag, context.reader)
    return context.notice("theme-renamed", name=tag.name, into=name, count=count)


def _two(words: str, otherwise: str) -> tuple[str, str]:
    names = theme_words(words)
    if len(names) != 2:
        raise UserError(otherwise)
    return names[0], names[1]


async def _existing(context: Context, *names: str) -> Tag:
    """The first of `names`, if it can be seen from here. Raises UserError."""
    if not names:
        raise UserError("theme-unnamed")
    tag = await visible(context, names[0])
    if tag is None:
        raise await unknown(context, names[0])
    return tag


def _moderator(context: Context) -> Moderator:
    return Moderator(context.message.sender, context.role)


COMMANDS = (
    Command(
        id="theme-proposals",
        name="thème propositions",
        english="topic proposals",
        aliases=("thèmes propositions", "thème proposition", "topics proposals"),
        run=proposals,
        role=Role.MODERATOR,
    ),
    Command(
        id="theme-accept",
        name="thème accepter",
        english="topic accept",
        aliases=("thème accepte", "thème valider"),
        run=accept,
        parameter=Parameter.THEME,
        role=Role.MODERATOR,
        example="example-proposal",
        detailed=True,
    ),
    Command(
        id="theme-merge",
        name="thème fusionner",
        english="topic merge",
        aliases=("thème fusionne",),
        run=merge,
        parameter=Parameter.THEMES,
        role=Role.MODERATOR,
        example="example-merge",
        detailed=True,
    ),
    Command(
        id="theme-rename",
        name="thème renommer",
        english="topic rename",
        aliases=("thème renomme",),
        run=rename,
        parameter=Parameter.THEMES,
        role=Role.MODERATOR,
        example="example-rename",
        detailed=True,
    ),
    Command(
        id="theme-aside",
        name="thème écarter",
        english="topic drop",
        aliases=("thème refuser",),
        run=set_aside,
        parameter=Parameter.THEME,
        role=Role.MODERATOR,
        example="example-proposal",
        detailed=True,
    ),
)
