"""!fusionner, !séparer."""

import re

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.resources import exactly, existing
from commonsbot.commands.second_look import is_reviewed
from commonsbot.commons.merge import merge, split
from commonsbot.domain.folding import fold
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.markup import Paragraph, lines
from commonsbot.domain.merging import merged, reach_alike
from commonsbot.domain.messages import Reply
from commonsbot.domain.resources import Resource, Status
from commonsbot.errors import UserError
from commonsbot.texts import differences as differing

_OTHER = re.compile(r"(\D*)(\d{1,9})\b.*", re.DOTALL)
_INTO = frozenset({"dans", "vers", "into", "in", "to", "->", "→", "=>"})


async def fuse(context: Context, value: tuple[int, str]) -> Reply:
    into, other = await _both(context, value)
    actor, names = context.actor, _names(context, into, other)
    if not (actor.tends(into) and actor.tends(other)):
        raise context.doubt or UserError("merge-refused", **names)
    if await is_reviewed(context, into, merged(into.draft, other.draft, words=True)):
        raise UserError("merge-reviewed", **names)
    if not reach_alike(into, other):
        raise UserError("merge-unlike", **names, **_reaches(context, into, other))
    done = await merge(context.tx, into, other, context.message.sender, own=actor.owns(other))
    texts, id = context.texts, str(other.id)
    link = context.views.title(into)
    rows = [] if done.words else [texts.inline("merge-words", **names, card=id)]
    rows.append(texts.inline("merge-undo", card=id))
    changed = done.revised.differences
    items = [differing.items(context.views, changed)] if changed else []
    said = texts.paragraph("merge-done", number=names["other"], link=link)
    return Reply((said, *items, Paragraph(lines(*rows))))


async def _both(context: Context, value: tuple[int, str]) -> tuple[Resource, Resource]:
    """The one that stays and the other: the first stays, but « 42 dans 12 ». Raises UserError."""
    first, said = value
    found = _OTHER.match(said)
    if not found:
        raise UserError("merge-which", number=context.views.number(first))
    second = int(found[2])
    if _INTO & set(fold(found[1]).split()):
        first, second = second, first
    into, other = await exactly(context, first), await exactly(context, second)
    if into.id == other.id:
        raise UserError("merge-itself", number=context.views.number(first))
    return into, other


def _names(context: Context, into: Resource, other: Resource) -> dict[str, str]:
    return {"into": context.views.number(into.id), "other": context.views.number(other.id)}


def _reaches(context: Context, into: Resource, other: Resource) -> dict[str, str]:
    texts = context.texts
    return {
        "wide": texts.plain(f"reach-{into.audience}"),
        "narrow": texts.plain(f"reach-{other.audience}"),
        "card": str(other.id),
    }


async def take_apart(context: Context, number: int) -> Reply:
    root = await existing(context, number)
    other = await context.tx.resources.at(ResourceId(number))
    name = context.views.number(number)
    if other is None or other.status is not Status.MERGED:
        raise UserError("split-alone", number=name)
    if not (context.actor.tends(root) or context.actor.tends(other)):
        raise context.doubt or UserError("split-refused", number=name)
    await split(context.tx, other, context.message.sender)
    now = await context.tx.resources.at(other.id)
    assert now, "it is there"
    values = {"number": context.views.number(root.id), "card": str(root.id)}
    link = context.views.title(now)
    return Reply((context.texts.paragraph("split-done", link=link, **values),))


COMMANDS = (
    Command(
        id="merge",
        name="fusionner",
        english="merge",
        aliases=("fusionne", "réunir"),
        run=fuse,
        parameter=Parameter.NUMBERED,
        form="form-merge",
        example="12 42",
        detailed=True,
    ),
    Command(
        id="split",
        name="séparer",
        english="split",
        aliases=("défusionner", "unmerge"),
        run=take_apart,
        parameter=Parameter.NUMBER,
        example="42",
    ),
)
