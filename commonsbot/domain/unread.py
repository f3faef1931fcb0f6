"""Encrypted messages the bot could not read: when that deserves a word, and which remedy.

Whether such a message was for the bot, nobody here can know. In a direct chat, or in answer to
the bot, it was; elsewhere the bot speaks up rarely, and never rings.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.refusals import Reason

GRACE = timedelta(minutes=1)
"""Keys come late as a matter of course, but most within seconds."""

ADDRESSED_PAUSE = timedelta(days=1)
PAUSE = timedelta(days=7)
"""Before a person is told again in the same room: of what was for the bot, and of what may be."""

MOST_NOTICES = 3
"""In one room within a day."""


class Remedy(StrEnum):
    """What makes the next message readable."""

    AGAIN = "again"
    """Sending it again."""
    UNBLOCK = "unblock"
    """The sender's client has the bot's device on a black list."""
    TRUST = "trust"
    """The sender's client writes only to people they verified."""
    SIGN = "sign"
    """The bot's device is not signed: only its operator can help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    event: EventId
    room: RoomId
    sender: UserId
    came_at: datetime
    reason: Reason | None = None
    locked: bool = False
    """Its key came, and does not open it."""
    direct: bool = False
    """It was said in a direct chat."""
    answers_bot: bool = False
    """It answers something the bot said: that much is not encrypted."""
    thread: EventId | None = None

    @property
    def addressed(self) -> bool:
        """Whether it was for the bot, certainly."""
        return self.direct or self.answers_bot

    @property
    def pause(self) -> timedelta:
        return ADDRESSED_PAUSE if self.addressed else PAUSE

    def overdue(self, now: datetime) -> bool:
        """Whether waiting for its key has become pointless, or impolite."""
        refused = self.reason is not None and self.reason.final
        return self.locked or refused or now - self.came_at >= GRACE


def remedy(reason: Reason | None, signed: bool) -> Remedy:
    """`signed`: whether the bot's device is, by its account."""
    match reason:
        case Reason.UNVERIFIED:
            return Remedy.TRUST if signed else Remedy.SIGN
        case Reason.BLACKLISTED:
            return Remedy.UNBLOCK
        case _:
            return Remedy.AGAIN
