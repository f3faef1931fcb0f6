"""!salon fermeture, !salon rouvrir: days on which the bot starts nothing in a room."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.hours import keep, of_room
from commonsbot.domain.closure_reading import read_closure
from commonsbot.domain.folding import fold
from commonsbot.domain.hours import Closure
from commonsbot.domain.markup import Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.own_hours import OwnHours
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.texts import hours as words

ALL = frozenset("tout tous toutes all".split())


async def close(context: Context, text: str = "") -> Reply:
    """A closure more; without days, those there are."""
    own, today = await of_room(context, "salon fermeture")
    if not text:
        return _closures(context, own, today)
    closure = read_closure(text, today)
    if closure is None:
        raise UserError("closure-unclear", typed=text[:60])
    await keep(context, own.closed_on(closure))
    days = words.closure(context.texts, closure, today)
    return context.notice("closure-added", days=days)


def _closures(context: Context, own: OwnHours, today: date) -> Reply:
    texts = context.texts
    if not own.closures:
        return context.notice("closure-none")
    rows = [
        texts.inline("closure-item", number=str(n), days=words.closure(texts, closure, today))
        for n, closure in enumerate(own.closures, 1)
    ]
    ends = texts.inline("closure-list"), texts.inline("closure-remove-hint")
    return Reply((Paragraph(lines(ends[0], *rows, ends[1])),), notice=True)


async def reopen(context: Context, text: str = "") -> Reply:
    """By its number, by one of its days, or all of them; the only one needs no name."""
    own, today = await of_room(context, "salon rouvrir")
    gone = _meant(context, own, text, today)
    kept = tuple(closure for closure in own.closures if closure not in gone)
    await keep(context, replace(own, closures=kept))
    days = "; ".join(words.closure(context.texts, closure, today) for closure in gone)
    return context.notice("closure-removed", days=days)


def _meant(context: Context, own: OwnHours, text: str, today: date) -> Sequence[Closure]:
    """Raises UserError when it is none, or one of several."""
    closures = own.closures
    if not text and len(closures) > 1:
        shown = "; ".join(
            f"{n}. {words.closure(context.texts, closure, today)}"
            for n, closure in enumerate(closures, 1)
        )
        raise UserError("closure-which", closures=shown)
    if not text or fold(text) in ALL:
        found: Sequence[Closure] = closures
    elif text.isdecimal():
        found = closures[int(text) - 1 : int(text)] if int(text) else ()
    else:
        days = read_closure(text, today)
        found = [closure for closure in closures if days and closure.meets(days)]
    if not found:
        raise UserError("closure-missing", typed=text[:60]) if text else UserError("closure-none")
    return found


COMMANDS = (
    Command(
        id="closure",
        name="salon fermeture",
        english="room closure",
        aliases=("salon fermetures", "salon fermé", "salon fermer", "room closures", "room close"),
        run=close,
        parameter=Parameter.WORDS,
        form="form-days",
        optional=True,
        role=Role.MODERATOR,
        example="example-closure",
        detailed=True,
    ),
    Command(
        id="reopen",
        name="salon rouvrir",
        english="room reopen",
        aliases=("salon ouvrir", "salon réouverture", "room open"),
        run=reopen,
        parameter=Parameter.WORDS,
        form="form-days",
        optional=True,
        role=Role.MODERATOR,
        example="1",
    ),
)
