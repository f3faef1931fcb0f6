"""What a transaction leaves for others to notice, once it is committed."""

from dataclasses import dataclass, field

from commonsbot.domain.ids import RoomId
from commonsbot.domain.own_hours import OwnHours, Whose


@dataclass(slots=True)
class Signals:
    """Of one transaction: written by the nouns, read by `Store.transaction`."""

    queued: bool = False
    """Something was put into the outbox."""
    planned: bool = False
    """A letter may leave at another moment."""
    delivered: bool = False
    """Other news wait for a room, or read otherwise, or a room wants them otherwise."""
    hours: dict[Whose, OwnHours] = field(default_factory=dict)
    """Those that were chosen."""
    languages: dict[RoomId, str | None] = field(default_factory=dict)
    """Those that were chosen; None: as the settings have it."""

    def clear(self) -> None:
        self.queued = self.planned = self.delivered = False
        self.hours.clear()
        self.languages.clear()
