"""What holds for every command, whoever asks: what the operator decided, where moderators meet."""

from collections.abc import Callable
from dataclasses import dataclass

from commonsbot.commons.hours import Office
from commonsbot.domain.editions import Schedule
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.posting import LETTER_ONLY, Posting
from commonsbot.domain.ready_sources import ReadySource
from commonsbot.domain.retention import KEPT_AS_USUAL, Retention
from commonsbot.domain.rooms import Room
from commonsbot.domain.terms import Terms, terms_in


def default_terms(room: Room) -> Terms:
    return terms_in(encrypted=room.encrypted, direct=room.direct)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    office: Office
    terms_in: Callable[[Room], Terms] = default_terms
    """What holds of a room's shares while its moderators choose nothing."""
    schedule_of: Callable[[RoomId], Schedule | None] = lambda room: None
    """When the settings let a room's letter leave; None where they give it none."""
    desk: Callable[[], RoomId | None] = lambda: None
    """The moderators' room, once the bot is in it."""
    stewards: frozenset[UserId] = frozenset()
    """Of the configuration."""
    retention: Retention = KEPT_AS_USUAL
    """How long is kept what serves no more."""
    posting: Posting = LETTER_ONLY
    """What becomes of a new source, until its room says otherwise."""
    ready: tuple[ReadySource, ...] = ()
    """Sources that come with the bot."""
