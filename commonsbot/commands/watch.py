"""!veille: what the sources of this room publish."""

from datetime import timedelta

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.search import answer
from commonsbot.domain.agenda import LISTED, each_once, is_over
from commonsbot.domain.folding import fold
from commonsbot.domain.markup import Block, Bullets, Inline, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.news_class_names import TYPED, WRITTEN, class_named
from commonsbot.domain.news_classes import NewsClass
from commonsbot.texts.agenda import deadline_list, entry

LATEST = 5
NEXT = 3
"""Deadlines shown beside."""

_OVERALL = frozenset(
    "tout|tous|toutes|la semaine|de la semaine|cette semaine|du jour|du salon|recent|all|latest"
    "|this week".split("|")
)
"""Said after the name, and meaning no more than it."""

LATELY = timedelta(days=7)


async def watch(context: Context, words: str = "") -> Reply:
    """What is on; of a class; or what speaks of some words."""
    if not words or fold(words.strip(" .?!")) in _OVERALL:
        return await _overview(context)
    first, _, rest = words.partition(" ")
    class_ = class_named(first)
    french = context.texts.language == "fr"
    place = "dans:actus" if french else "in:news"
    if class_ is None:
        return await answer(context, f"{place} {words}", 0)
    head = "classe" if french else "class"
    word = TYPED[context.texts.language][class_]
    return await answer(context, f"{place} {head}:{word} {rest}".strip(), 0)


async def _overview(context: Context) -> Reply:
    agenda, texts = context.tx.news_agenda, context.texts
    items = await agenda.latest(context.reader, LATEST)
    if not items:
        return await _nothing(context)
    counts = await agenda.counts(context.reader, context.now - LATELY)
    head = texts.inline("watch-title"), _lately(context, counts)
    blocks: list[Block] = [Paragraph(lines(*head))]
    blocks.append(Bullets(tuple(entry(context.views, one) for one in items)))
    blocks += await _next(context)
    return Reply((*blocks, texts.paragraph("watch-how")))


def _lately(context: Context, counts: dict[NewsClass, int]) -> tuple[Inline, ...]:
    """« Depuis 7 jours : 2 prix · 1 appel · 4 articles »."""
    parts = [
        context.texts.plain(f"watch-count-{class_.value.replace('_', '-')}", count=counts[class_])
        for class_ in WRITTEN
        if counts.get(class_)
    ]
    if not parts:
        return context.texts.inline("watch-lately-nothing")
    return context.texts.inline("watch-lately", classes=" · ".join(parts))


async def _next(context: Context) -> list[Block]:
    """The deadlines that come first."""
    views = context.views
    today = context.now.astimezone(views.zone).date()
    found = await context.tx.news_agenda.calls_between(context.reader, today, today + LISTED)
    items = [one for one in each_once(found) if not is_over(one, context.now, views.zone)]
    if not items:
        return []
    title = context.texts.paragraph("watch-deadlines", count=len(items))
    return [title, deadline_list(views, items[:NEXT], context.now)]


async def _nothing(context: Context) -> Reply:
    """No source, or one that has not published anything."""
    followed = await context.tx.followings.any_of(context.reader.rooms)
    said = "watch-empty" if followed else "watch-no-source"
    return context.notice(said)


COMMANDS = (
    Command(
        id="watch",
        name="veille",
        english="news",
        aliases=("actus", "actualités", "revue"),
        run=watch,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-watch",
        example="example-watch",
        detailed=True,
    ),
)
