"""What a room's moderators may want to know when the bot and a member do not understand each
other."""

from dataclasses import dataclass
from enum import StrEnum

from commonsbot.domain.devices import DoubtfulDevice
from commonsbot.domain.ids import UserId


class Trust(StrEnum):
    """Whether clients that exclude unsigned devices (MSC4153) accept the bot's."""

    SIGNED = "signed"
    BORROWED = "borrowed"
    """Signed, by an identity whose secrets are not here: the next device will not be."""
    UNSIGNED = "unsigned"
    FOREIGN = "foreign"
    """Not signed, because the account's identity was made elsewhere."""
    UNKNOWN = "unknown"
    """The homeserver did not say."""

    @property
    def refused(self) -> bool:
        """Whether those clients exclude it, certainly."""
        return self in (Trust.UNSIGNED, Trust.FOREIGN)


class WhyKeyless(StrEnum):
    """Why a member's device got no key from the bot."""

    UNDELIVERED = "undelivered"
    """The homeserver did not take the message that holds it."""
    NO_ONE_TIME_KEY = "no-one-time-key"
    """It has none left to begin a session with: most often a device that is used no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyless:
    """A device that can't read what the bot says now."""

    user: UserId
    device: str
    """Its name as others see it, its id without one."""
    why: WhyKeyless


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """One room, as it is now."""

    trust: Trust
    encrypted: bool = False
    version: str = "1"
    join_rule: str = "invite"
    """Spec, "m.room.join_rules"."""
    history: str = "shared"
    """Spec, "m.room.history_visibility"."""
    access_rule: str = ""
    """Tchap's own `im.vector.room.access_rules`: restricted, unrestricted or direct."""
    power: float = 0
    """The bot's own."""
    reactions: bool = True
    """Whether every member may react."""
    pins: bool = False
    """Whether the bot may pin a message."""
    doubtful: tuple[DoubtfulDevice, ...] = ()
    """Of the members the bot knows: all of them once it has written here since it was started."""
    keyless: tuple[Keyless, ...] = ()
    key_given: bool = False
    """Whether the bot has given a key here since it was started: else `keyless` says nothing."""
