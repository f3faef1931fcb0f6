"""Whether what was shared still holds: asked of its author now and then."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from types import MappingProxyType

from commonsbot.domain.ids import ResourceId
from commonsbot.domain.resources import Kind

MONTH = timedelta(days=30.4375)
"""The mean one: a year has twelve."""

INTERVALS: Mapping[Kind, timedelta] = MappingProxyType(
    {
        Kind.TIP: 12 * MONTH,
        Kind.EXPERIENCE: 24 * MONTH,
        Kind.TOOL: 6 * MONTH,
        Kind.TEMPLATE: 12 * MONTH,
        Kind.REFERENCE: 12 * MONTH,
    }
)
"""How long each kind holds; a question and a test end otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long the bot waits for an answer before it asks again, then before it says so."""

    again: timedelta = timedelta(days=21)
    leave: timedelta = timedelta(days=14)
    between: timedelta = timedelta(days=7)
    """Between two messages to one person."""
    ahead: timedelta = timedelta(days=14)
    """What falls due so soon is asked with the rest."""


PATIENCE = Patience()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A resource that is due, or soon will be."""

    resource: ResourceId
    due: datetime
    asked_at: datetime | None = None
    """Since it was last written or confirmed."""
    times: int = 0
    """How often it was asked since."""


class Step(Enum):
    WAIT = auto()
    ASK = auto()
    LEAVE = auto()
    """Nobody answers: the card says that it is to be checked."""


def next_step(review: Review, now: datetime, patience: Patience = PATIENCE) -> Step:
    """What to do about a resource whose author can be asked."""
    if review.asked_at is None:
        return Step.ASK if review.due <= now + patience.ahead else Step.WAIT
    waited = now - review.asked_at
    if review.times == 1:
        return Step.ASK if waited >= patience.again else Step.WAIT
    return Step.LEAVE if waited >= patience.leave else Step.WAIT


def is_time(reviews: Iterable[Review], now: datetime) -> bool:
    """Whether one of them is due by itself: those due soon only go along."""
    return any(one.asked_at is not None or one.due <= now for one in reviews)
