"""!salon horaires, fuseau, fériés: when the bot may start something in a room."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.domain.folding import fold
from commonsbot.domain.holidays import Territory, holidays
from commonsbot.domain.hour_reading import Times, read_times
from commonsbot.domain.hours import Hours
from commonsbot.domain.markup import Inline, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.own_hours import OwnHours, Whose
from commonsbot.domain.roles import Role
from commonsbot.domain.time_zones import read_territory, read_zone
from commonsbot.errors import UserError
from commonsbot.texts import hours as words

NONE = frozenset("aucun aucune non off none no rien".split())
DEFAULT = frozenset(["defaut", "par defaut", "default", "auto", "fuseau"])


def described(context: Context, own: OwnHours) -> list[Sequence[Inline]]:
    """The hours of this room as `own` makes them, and how to change them."""
    texts, hours = context.texts, own.over(context.house.office.common)
    today = context.now.astimezone(hours.zone).date()
    rows: list[Sequence[Inline]] = [
        texts.inline("hours-room", when=words.when(texts, hours)),
        _holidays(context, hours, today),
    ]
    if coming := own.since(today).closures:
        shown = "; ".join(words.closure(texts, closure, today) for closure in coming)
        rows.append(texts.inline("hours-closures", closures=shown))
    rows += [_now(context, hours), texts.inline("hours-meaning")]
    if context.role >= Role.MODERATOR:
        rows.append(texts.inline("hours-change"))
    return rows


def _holidays(context: Context, hours: Hours, today: date) -> Sequence[Inline]:
    if hours.territory is None:
        return context.texts.inline("hours-no-holidays")
    known = holidays(hours.territory, today.year) | holidays(hours.territory, today.year + 1)
    coming = min(day for day in known if day >= today)
    return context.texts.inline(
        "hours-holidays",
        territory=context.texts.plain(f"territory-{hours.territory}"),
        day=words.day(context.texts, coming, today),
    )


def _now(context: Context, hours: Hours) -> Sequence[Inline]:
    if hours.is_open(context.now):
        return context.texts.inline("hours-open-now")
    opening = hours.next_opening(context.now)
    said = words.moment(context.texts, opening, hours, context.now)
    return context.texts.inline("hours-closed-now", moment=said)


async def of_room(context: Context, command: str) -> tuple[OwnHours, date]:
    """What `chosen` gives of this room. Raises UserError in a direct chat."""
    in_a_room(context, command)
    return await chosen(context, context.message.room)


async def chosen(context: Context, whose: Whose) -> tuple[OwnHours, date]:
    """What was chosen, without what is past, and the day it is there."""
    own = await context.tx.hours.of(whose)
    today = context.now.astimezone(own.over(context.house.office.common).zone).date()
    return own.since(today), today


async def set_times(context: Context, text: str = "") -> Reply:
    own, _ = await of_room(context, "salon horaires")
    if not text:
        return Reply((Paragraph(lines(*described(context, own))),), notice=True)
    return await _kept(context, with_times(own, read_times(text)))


def with_times(own: OwnHours, times: Times | None) -> OwnHours:
    """None: as elsewhere. What nothing was said of stays."""
    if times is None:
        return replace(own, always=False, days=None, opens=None, closes=None)
    if times.always:
        return replace(own, always=True, days=None, opens=None, closes=None)
    return replace(
        own,
        always=False,
        days=times.days or own.days,
        opens=own.opens if times.opens is None else times.opens,
        closes=own.closes if times.closes is None else times.closes,
    )


async def set_zone(context: Context, text: str) -> Reply:
    own, _ = await of_room(context, "salon fuseau")
    return await _kept(context, replace(own, zone=zone_named(text)))


def zone_named(text: str) -> str:
    """Its name in IANA's database, "" for that of everybody else. Raises UserError."""
    if fold(text) in DEFAULT:
        return ""
    zone = read_zone(text)
    if zone is None:
        raise UserError("hours-zone-unknown", typed=text[:60])
    return zone.key


async def set_holidays(context: Context, text: str) -> Reply:
    own, _ = await of_room(context, "salon fériés")
    name = text.removeprefix("fériés").removeprefix("feries").strip()
    if fold(name) in NONE | DEFAULT:
        own = replace(own, territory=None, works_holidays=fold(name) in NONE)
    elif territory := read_territory(name):
        own = replace(own, territory=territory, works_holidays=False)
    else:
        known = ", ".join(context.texts.plain(f"territory-{each}") for each in Territory)
        raise UserError("hours-territory-unknown", typed=name[:60], known=known)
    return await _kept(context, own)


async def _kept(context: Context, own: OwnHours) -> Reply:
    await keep(context, own)
    rows = [context.texts.inline("hours-done"), *described(context, own)]
    return Reply((Paragraph(lines(*rows)),), notice=True)


async def keep(context: Context, own: OwnHours) -> None:
    """What waits there is ruled on again."""
    room = context.message.room
    await context.tx.hours.put(room, own)
    await context.tx.outbox.reconsider(room=room)
    await context.journal("set", "hours", room)


def in_a_room(context: Context, command: str) -> None:
    if context.message.direct:
        raise UserError("hours-room-where", command=command)


COMMANDS = (
    Command(
        id="hours-set",
        name="salon horaires",
        english="room hours",
        aliases=("salon horaire", "salon heures", "salon jours"),
        run=set_times,
        parameter=Parameter.WORDS,
        form="form-hours",
        optional=True,
        role=Role.MODERATOR,
        example="example-hours",
        detailed=True,
    ),
    Command(
        id="hours-zone",
        name="salon fuseau",
        english="room timezone",
        aliases=("salon fuseau-horaire", "room zone"),
        run=set_zone,
        parameter=Parameter.PLACE,
        role=Role.MODERATOR,
        example="example-zone",
        detailed=True,
    ),
    Command(
        id="hours-holidays",
        name="salon fériés",
        english="room holidays",
        aliases=("salon férié", "salon jours-fériés"),
        run=set_holidays,
        parameter=Parameter.PLACE,
        role=Role.MODERATOR,
        example="example-territory",
        detailed=True,
    ),
)
