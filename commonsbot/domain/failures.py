"""What the bot could not say."""

from dataclasses import dataclass

from commonsbot.domain.ids import RoomId


@dataclass(frozen=True, slots=True)
class Refused:
    """Messages that the homeserver did not take for a room."""

    room: RoomId
    error: str
    """What it answered: status, Matrix `errcode` and words, as far as it gave them."""
    count: int

    @property
    def forbidden(self) -> bool:
        """The bot may not speak there."""
        return "M_FORBIDDEN" in self.error
