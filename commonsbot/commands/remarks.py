"""What is to be known of a resource besides what it says."""

from commonsbot.commands.command import Context
from commonsbot.domain.markup import Inline
from commonsbot.domain.resources import Resource
from commonsbot.texts.links import dead_link

Row = tuple[Inline, ...]


async def remarks(context: Context, resource: Resource) -> list[Row]:
    """What was merged into it, whether it still holds, and what somebody proposes."""
    rows = [*await _absorbed(context, resource), *await doubts(context, resource)]
    if context.actor.tends(resource):
        waiting = await context.tx.proposals.open_for(resource.id)
        rows += [context.texts.inline("card-proposals", count=len(waiting))] if waiting else []
    return rows


async def doubts(context: Context, resource: Resource) -> list[Row]:
    """Whether it is to be checked, and its dead links."""
    views, rows = context.views, []
    if since := await context.tx.reviews.stale_since(resource.id):
        rows.append(context.texts.inline("card-stale", date=views.date(since)))
    return [*rows, *(dead_link(views, link) for link in await context.tx.links.of(resource.id))]


async def _absorbed(context: Context, resource: Resource) -> list[Row]:
    rows = []
    for one in await context.tx.merges.absorbed_by(resource.id):
        names = {"number": context.views.number(one.id)}
        if who := context.views.signature(one.author, one.signed):
            rows.append(context.texts.inline("card-absorbed-author", who=who, **names))
        else:
            rows.append(context.texts.inline("card-absorbed", **names))
    return rows
