"""What a room's moderators may want to know when the bot and a member do not understand each
other."""

from enum import StrEnum


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
