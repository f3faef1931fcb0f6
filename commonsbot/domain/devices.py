"""The devices people write from, and what may be asked of one in an encrypted room."""

from dataclasses import dataclass
from enum import StrEnum

from commonsbot.domain.ids import UserId


class SenderDevice(StrEnum):
    """What is known of the device that encrypted a message."""

    NONE = "none"
    """The message was not encrypted."""
    FOREIGN = "foreign"
    """It is not one of the sender's devices, as their homeserver lists them."""
    UNSIGNED = "unsigned"
    """It is one of them, but the sender's identity does not vouch for it."""
    SIGNED = "signed"


def may_moderate(device: SenderDevice, *, strict: bool) -> bool:
    """Whether what a member may not do is done at the word of this device, in an encrypted room.

    The room's power levels say who may; only the device shows that it is really them.
    """
    return device is SenderDevice.SIGNED or (device is SenderDevice.UNSIGNED and not strict)


class Doubt(StrEnum):
    """Why a device is not known to be its owner's."""

    NO_IDENTITY = "no-identity"
    """The owner's account has no cross-signing identity: none of its devices can be signed."""
    UNSIGNED = "unsigned"
    """The owner has an identity, which did not sign this device."""
    UNKNOWN = "unknown"
    """The owner's homeserver has not said since the bot was started."""


@dataclass(frozen=True, slots=True)
class DoubtfulDevice:
    """A device of a room's member which its owner has not signed."""

    user: UserId
    device: str
    name: str
    """As its owner or their client named it; may be empty."""
    doubt: Doubt
    left_out: bool
    """It gets no room keys: it can't read the bot."""
