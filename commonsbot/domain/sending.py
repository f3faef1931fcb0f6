"""What may leave now, what waits for an opening, and what is not worth sending any more.

The right to disconnect: outside hours the bot starts nothing. It answers who asks at any hour,
without ringing anybody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias

from commonsbot.domain.hours import Hours, common_opening
from commonsbot.domain.ids import UserId
from commonsbot.domain.messages import Kind

ASKED_FOR = frozenset({Kind.ANSWER, Kind.INTRODUCTION})
"""Somebody just did something that calls for it; an invitation too."""

WORTH: Mapping[Kind, timedelta] = {
    Kind.NEWS: timedelta(days=7),
    Kind.EDITION: timedelta(days=3),
    Kind.PROMPT: timedelta(days=60),
    Kind.NOTE: timedelta(days=30),
}
"""How long what the bot starts by itself is worth sending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What decides about a message."""

    kind: Kind
    queued_at: datetime
    mentions: tuple[UserId, ...] = ()
    over: bool = False
    """What it asks is answered, or out of time."""
    redacts: bool = False
    """It takes a message back, or pins one: that rings nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """The hours of the place, and those of the people who have set their own."""

    place: Hours
    people: Mapping[UserId, Hours] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Send:
    """Now. `quiet`: as a notice. `rings`: whom it may mention."""

    quiet: bool = False
    rings: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class Hold:
    """Not before that moment, when it is ruled on again."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Drop:
    """Never, and why: a few words for the journal."""

    why: str


Ruling: TypeAlias = Send | Hold | Drop


def ruling(message: Facts, openings: Openings, now: datetime) -> Ruling:
    """The one decision on whether something may be sent."""
    if message.redacts:
        return Send()
    if message.kind is Kind.URGENT:
        return Send(rings=message.mentions)
    if message.kind in ASKED_FOR:
        return _answer(message, openings, now)
    if message.over:
        return Drop("answered or out of time meanwhile")
    if now - message.queued_at > WORTH[message.kind]:
        return Drop(f"waited more than {WORTH[message.kind].days} days")
    opening = common_opening([openings.place, *_addressee(message, openings)], now)
    if opening is None:
        return Drop("the room and the member are never open at once")
    if opening > now:
        return Hold(opening)
    return Send(rings=_open(message.mentions, openings, now))


def _answer(message: Facts, openings: Openings, now: datetime) -> Send:
    """Whoever asked is there, whatever hours they keep; the others it concerns may not be."""
    if not openings.place.is_open(now):
        return Send(quiet=True)
    asked, others = message.mentions[:1], message.mentions[1:]
    return Send(rings=asked + _open(others, openings, now))


def _addressee(message: Facts, openings: Openings) -> Sequence[Hours]:
    """The hours of the one person it is meant for, if they have their own."""
    if len(message.mentions) != 1 or message.mentions[0] not in openings.people:
        return ()
    return (openings.people[message.mentions[0]],)


def _open(users: Sequence[UserId], openings: Openings, now: datetime) -> tuple[UserId, ...]:
    people = openings.people
    return tuple(user for user in users if user not in people or people[user].is_open(now))
