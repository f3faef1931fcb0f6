"""!mes-heures, !pause, !reprendre: when the bot may address somebody."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.hours import DEFAULT, chosen, with_times, zone_named
from commonsbot.domain.closure_reading import read_absence
from commonsbot.domain.folding import fold
from commonsbot.domain.hour_reading import read_times
from commonsbot.domain.hours import common_opening
from commonsbot.domain.markup import Inline, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.own_hours import OwnHours
from commonsbot.errors import UserError
from commonsbot.texts import hours as words

_ZONE = re.compile(r"(?:fuseau(?:[ -]horaire)?|timezone|time zone|zone)\s+(.+)", re.IGNORECASE)


async def mine(context: Context, text: str = "") -> Reply:
    own, today = await chosen(context, context.message.sender)
    if not text:
        return _said(_described(context, own, today))
    if fold(text) in DEFAULT:
        own = replace(OwnHours(), closures=own.closures)
    elif zone := _ZONE.fullmatch(text):
        own = replace(own, zone=zone_named(zone[1]))
    else:
        own = with_times(own, read_times(text))
    await _put(context, own)
    return _said([context.texts.inline("hours-done"), *_described(context, own, today)])


def _described(context: Context, own: OwnHours, today: date) -> list[Sequence[Inline]]:
    texts, hours = context.texts, own.over(context.house.office.common)
    id = "own-hours" if own.has_times else "own-hours-none"
    rows: list[Sequence[Inline]] = [texts.inline(id, when=words.when(texts, hours))]
    if own.closures:
        shown = "; ".join(words.closure(texts, closure, today) for closure in own.closures)
        rows.append(texts.inline("own-hours-paused", days=shown))
    if own.has_times:
        rows.append(texts.inline("own-hours-meaning"))
        rows += _apart(context, own)
    else:
        rows.append(texts.inline("own-hours-how"))
    return rows


def _apart(context: Context, own: OwnHours) -> list[Sequence[Inline]]:
    """A word where the room and they are never open at once."""
    if context.message.direct:
        return []
    both = [context.hours, own.over(context.house.office.common)]
    meet = common_opening(both, context.now) is not None
    return [] if meet else [context.texts.inline("own-hours-apart")]


async def pause(context: Context, text: str) -> Reply:
    own, today = await chosen(context, context.message.sender)
    away = read_absence(text, today)
    if away is None:
        raise UserError("pause-unclear", typed=text[:60])
    await _put(context, own.closed_on(away))
    days = words.closure(context.texts, away, today)
    return context.notice("pause-set", days=days)


async def resume(context: Context) -> Reply:
    """Ends the pause of today, else those to come."""
    own, today = await chosen(context, context.message.sender)
    if not own.closures:
        return context.notice("pause-none")
    later = tuple(closure for closure in own.closures if today not in closure)
    kept = later if later != own.closures else ()
    await _put(context, replace(own, closures=kept))
    return context.notice("pause-over")


async def _put(context: Context, own: OwnHours) -> None:
    """What waits for them is ruled on again."""
    user = context.message.sender
    await context.tx.hours.put(user, own)
    await context.tx.outbox.reconsider(user=user)


def _said(rows: list[Sequence[Inline]]) -> Reply:
    return Reply((Paragraph(lines(*rows)),), notice=True)


COMMANDS = (
    Command(
        id="own-hours",
        name="mes-heures",
        english="my-hours",
        aliases=("mes heures", "mes horaires", "mes-horaires", "my hours"),
        run=mine,
        parameter=Parameter.WORDS,
        form="form-hours",
        optional=True,
        example="example-own-hours",
        detailed=True,
    ),
    Command(
        id="pause",
        name="pause",
        english="pause",
        aliases=("absence", "congés", "away"),
        run=pause,
        parameter=Parameter.PERIOD,
        example="example-pause",
        detailed=True,
    ),
    Command(
        id="resume",
        name="reprendre",
        english="resume",
        aliases=("reprise", "de retour", "back"),
        run=resume,
    ),
)
