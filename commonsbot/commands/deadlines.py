"""!échéances: until when one may apply."""

from commonsbot.commands.command import Command, Context
from commonsbot.domain.agenda import LISTED, each_once, is_over
from commonsbot.domain.markup import Block
from commonsbot.domain.messages import Reply
from commonsbot.texts.agenda import deadline_list

MOST = 15
"""Deadlines in one message: those that come first."""


async def deadlines(context: Context) -> Reply:
    """Of the calls that the sources of the reader's rooms told of, three months ahead."""
    views, texts = context.views, context.texts
    today = context.now.astimezone(views.zone).date()
    found = await context.tx.news_agenda.calls_between(context.reader, today, today + LISTED)
    items = [one for one in each_once(found) if not is_over(one, context.now, views.zone)]
    if not items:
        return context.notice("deadlines-none")
    listed = deadline_list(views, items[:MOST], context.now)
    closing = texts.paragraph("deadlines-how", number=str(items[0].id))
    blocks: list[Block] = [texts.paragraph("deadlines-title", count=len(items)), listed]
    if len(items) > MOST:
        blocks.append(texts.paragraph("deadlines-more", count=len(items) - MOST))
    return Reply((*blocks, closing))


COMMANDS = (
    Command(
        id="deadlines",
        name="échéances",
        english="deadlines",
        aliases=("échéance", "échéancier", "deadline", "dates limites"),
        run=deadlines,
    ),
)
