"""What was done to the commons, by whom and why."""

from collections.abc import Callable
from datetime import datetime

from commonsbot.domain.ids import UserId
from commonsbot.store.connection import Connection, to_ms


class Journal:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def write(
        self, who: UserId | None, what: str, noun: str, noun_id: int | str, why: str = ""
    ) -> None:
        """`what` is a verb of the commons ("remove", "announce"); `who` is None for the bot."""
        await self._db.execute(
            "INSERT INTO journal (at, who, what, noun, noun_id, why) VALUES (?, ?, ?, ?, ?, ?)",
            to_ms(self._now()),
            who,
            what,
            noun,
            str(noun_id),
            why,
        )
