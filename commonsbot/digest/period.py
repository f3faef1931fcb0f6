"""What a letter covers, and who reads it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import RoomId
from commonsbot.store import Transaction

LOOK_BACK = timedelta(days=14)
"""What the first letter of a room covers, even put off; later ones start where the last ended."""

LONGEST = timedelta(days=35)
"""After a long pause, older news is news no more."""


@dataclass(frozen=True, slots=True)
class Period:
    """What a letter covers, and who reads it."""

    room: RoomId
    since: datetime
    until: datetime

    @property
    def reader(self) -> Reader:
        return Reader(frozenset({self.room}))


async def period_of(tx: Transaction, room: RoomId, until: datetime) -> Period:
    """From the last letter on."""
    covered = await tx.editions.covered_until(room, until)
    since = until - LOOK_BACK if covered is None else max(covered, until - LONGEST)
    return Period(room, since, until)
