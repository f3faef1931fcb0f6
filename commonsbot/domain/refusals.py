"""Room keys that other people's devices refuse to the bot's (spec, "Reporting that decryption keys
are withheld")."""

from dataclasses import dataclass
from enum import StrEnum

from commonsbot.domain.ids import RoomId, UserId


class Reason(StrEnum):
    """The `code` of an `m.room_key.withheld` message."""

    BLACKLISTED = "m.blacklisted"
    UNVERIFIED = "m.unverified"
    UNAUTHORISED = "m.unauthorised"
    UNAVAILABLE = "m.unavailable"
    NO_OLM = "m.no_olm"

    @property
    def final(self) -> bool:
        """The device has decided: there is no key to wait for."""
        return self in (Reason.BLACKLISTED, Reason.UNVERIFIED, Reason.UNAUTHORISED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Of one key, by the device that made it."""

    user: UserId
    reason: Reason
    room: RoomId
    session: str
    """Both "" with `m.no_olm`, which names neither."""
