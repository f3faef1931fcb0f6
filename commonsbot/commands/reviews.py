"""!valable, !vérifier, and the answer to « toujours valable ? »."""

import re
from collections.abc import Sequence

from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.remarks import doubts
from commonsbot.commands.resources import exactly
from commonsbot.commons.review import asked_about
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.markup import Bold, Bullets, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.resources import Resource, Status
from commonsbot.errors import UserError

SHOWN = 8
"""Cards in one message."""

MOST = 50
"""Cards confirmed by one command."""


async def confirm(context: Context, value: tuple[int, str]) -> Reply:
    """One card, or several at once."""
    first, said = value
    numbers = dict.fromkeys((first, *map(int, re.findall(r"\d{1,9}", said))))
    resources = [await exactly(context, number) for number in list(numbers)[:MOST]]
    for resource in resources:
        if not context.actor.tends(resource):
            names = {"number": context.views.number(resource.id), "card": str(resource.id)}
            raise context.doubt or UserError("review-refused", **names)
    return await _confirmed(context, resources)


async def _confirmed(context: Context, resources: Sequence[Resource]) -> Reply:
    ids = [resource.id for resource in resources]
    await context.tx.reviews.confirm(ids)
    for id in ids:
        await context.journal("confirm", "resource", id)
    numbers = ", ".join(map(context.views.number, ids))
    return context.notice("review-confirmed", count=len(ids), numbers=numbers)


async def answer_review(context: Context, prompt: Prompt, yes: bool) -> Reply:
    resources = await _still_there(context, prompt)
    if not resources:
        return context.notice("review-gone")
    if yes:
        return await _confirmed(context, resources)
    if len(resources) == 1:
        await context.tx.reviews.leave([resources[0].id])
    ways = [
        context.texts.inline("review-ways", number=str(one.id), title=one.title)
        for one in resources
    ]
    said = context.texts.paragraph("review-no", count=len(resources))
    return Reply((said, Bullets(tuple(ways))), notice=True)


async def _still_there(context: Context, prompt: Prompt) -> list[Resource]:
    found = [await context.tx.resources.at(id) for id in asked_about(prompt.subject)]
    return [one for one in found if one and one.status is Status.PUBLISHED]


async def to_check(context: Context) -> Reply:
    """What is to be checked, of what can be seen from here."""
    reader, tx = context.reader, context.tx
    stale = await tx.reviews.stale(reader, SHOWN)
    dead = await tx.links.dead(reader, SHOWN)
    ids: list[ResourceId] = list(dict.fromkeys((*stale, *dead)))[:SHOWN]
    if not ids:
        return context.notice("check-nothing")
    items = []
    for resource in await tx.resources.several(ids, reader):
        rows = await doubts(context, resource)
        items.append(lines([Bold(context.views.title(resource))], *rows))
    title = context.texts.paragraph("check-title")
    how = context.texts.paragraph("check-how", number=str(ids[0]))
    return Reply((title, Bullets(tuple(items)), how))


ANSWERS: Answers = {Ask.REVIEW: answer_review}

COMMANDS = (
    Command(
        id="valid",
        name="valable",
        english="valid",
        aliases=("confirmer", "confirm"),
        run=confirm,
        parameter=Parameter.NUMBERED,
        form="form-valid",
        example="42",
        detailed=True,
        late=True,
    ),
    Command(
        id="check",
        name="vérifier",
        english="outdated",
        aliases=("relire",),
        run=to_check,
    ),
)
