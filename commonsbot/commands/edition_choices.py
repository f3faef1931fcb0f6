"""!lettre retirer, !lettre ajouter, !lettre mot."""

import re

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.editions import planning, room_of
from commonsbot.commands.resources import existing
from commonsbot.digest.planning import next_draft
from commonsbot.domain.contents import Word
from commonsbot.domain.folding import fold
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError

LONGEST = 400
"""Characters of a moderator's word."""

_QUOTED = re.compile(r"""\s*["“”«»„]\s*(.*?)\s*["“”«»]\s*""", re.DOTALL)
_TAKE_BACK = frozenset("retirer effacer supprimer enlever aucun remove none delete".split())


async def leave_out(context: Context, number: int) -> Reply:
    """The next letter does not tell of that resource, wherever it would have."""
    room, resource = room_of(context), await existing(context, number)
    before = await _told(context)
    user = context.message.sender
    await context.tx.edition_plans.choose(room, resource.id, user, add=False)
    name = "letter-left" if resource.id in before else "letter-left-absent"
    return _said(context, name, resource.id)


async def add(context: Context, number: int) -> Reply:
    """The next letter tells of that resource, before the others."""
    room, resource = room_of(context), await existing(context, number)
    before = await _told(context)
    user = context.message.sender
    await context.tx.edition_plans.choose(room, resource.id, user, add=True)
    name = "letter-put-first" if resource.id in before else "letter-put"
    return _said(context, name, resource.id)


async def _told(context: Context) -> frozenset[ResourceId]:
    """What the next letter would tell of."""
    plan = await planning(context)
    made = await next_draft(context.tx, context.views, room_of(context), context.now, plan)
    return frozenset(one.id for one in made.contents.resources) if made else frozenset()


def _said(context: Context, name: str, id: ResourceId) -> Reply:
    number = context.views.number(id)
    return context.notice(name, number=number, card=str(id))


async def say(context: Context, content: str | None = None) -> Reply:
    """A line of the moderator's at the head of the next letter."""
    room = room_of(context)
    before = (await context.tx.edition_plans.choices(room)).word
    words = _unquoted(content or "")
    if not words:
        if before is None:
            raise UserError("letter-word-how")
        return context.notice("letter-word-is", words=before.text)
    if fold(words) in _TAKE_BACK:
        await context.tx.edition_plans.say(room, None)
        return context.notice("letter-word-gone")
    if len(words) > LONGEST:
        raise UserError("letter-word-long", limit=LONGEST, length=len(words))
    await context.tx.edition_plans.say(room, Word(text=words, by=context.message.sender))
    name = "letter-word-replaced" if before else "letter-word-kept"
    return context.notice(name, words=words)


def _unquoted(content: str) -> str:
    """« "Bonne semaine" » without its marks, on one line."""
    match = _QUOTED.fullmatch(content)
    return " ".join((match[1] if match else content).split())


COMMANDS = (
    Command(
        id="letter-leave-out",
        name="lettre retirer",
        english="letter remove",
        aliases=("lettre enlever", "lettre ôter", "lettre supprimer"),
        run=leave_out,
        parameter=Parameter.NUMBER,
        role=Role.MODERATOR,
        example="42",
    ),
    Command(
        id="letter-add",
        name="lettre ajouter",
        english="letter add",
        aliases=("lettre remettre",),
        run=add,
        parameter=Parameter.NUMBER,
        role=Role.MODERATOR,
        example="42",
    ),
    Command(
        id="letter-word",
        name="lettre mot",
        english="letter word",
        aliases=("lettre édito", "lettre dire"),
        run=say,
        parameter=Parameter.CONTENT,
        optional=True,
        form="form-letter-word",
        example="example-letter-word",
        role=Role.MODERATOR,
        detailed=True,
    ),
)
