"""What deciding when letters leave costs: a week of ten thousand rooms, by a clock that jumps.

The store and the scheduler are the bot's. No letter has anything to say, so that what is measured
is when they are due and the record of it, and not their composition.
"""

import time
from datetime import UTC, datetime, timedelta
from datetime import time as Time
from pathlib import Path
from unittest.mock import patch
from zoneinfo import ZoneInfo

from benchmarks.figures import Figure
from commonsbot.digest import edition
from commonsbot.digest.schedule import Scheduler
from commonsbot.domain.editions import Schedule
from commonsbot.domain.ids import RoomId
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.rooms import Room
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages, Translator, Views

ROOMS = 10_000
BAR = 1.0  # seconds of processor time for a day
START = datetime(2026, 11, 30, tzinfo=UTC)  # a Monday
ZONES = [ZoneInfo(name) for name in ("Europe/Paris", "Indian/Reunion", "America/Guadeloupe")]


class Week:
    """The scheduler and its clock."""

    def __init__(self) -> None:
        self.now = START

    async def run(self, file: Path, rooms: int, days: int) -> tuple[float, float, int]:
        """Seconds of processor time of the first look and of the rest, and letters decided."""
        schedules = {RoomId(f"!{n}:example.org"): _schedule(n) for n in range(rooms)}
        store = await Store.open(file, lambda: self.now)
        try:
            async with store.transaction() as tx:
                for room in schedules:
                    await tx.rooms.join(Room(id=room))
            languages = Languages(Views(Translator("fr"), Permalinks(), ZONES[0]))
            scheduler = Scheduler(store, languages, schedules.get, lambda: self.now)
            began = time.process_time()
            await scheduler.round()
            looked = time.process_time()
            while self.now < START + timedelta(days=days):
                self.now += await scheduler.round()
            taken = time.process_time() - looked
            made = await store.read.edition_plans.all()
            return looked - began, taken, sum(bool(plan.dealt_with) for plan in made.values())
        finally:
            await store.close()


def _schedule(number: int) -> Schedule:
    """Working hours of every day of the week."""
    at = Time(8 + number // 7 % 10, number * 7 % 60)
    return Schedule(weekday=number % 7, at=at, zone=ZONES[number % len(ZONES)])


async def _nothing(tx: Transaction, views: Views, room: RoomId, until: datetime) -> None:
    return None


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    days = 1 if quick else 7
    with patch.object(edition, "draft", _nothing):
        first, rest, letters = await Week().run(folder / "commonsbot.db", ROOMS, days)
    note = f"mean of {days} days, {letters} letters decided"
    return [
        Figure(f"letters of {ROOMS} rooms, CPU a simulated day", rest / days, "s", BAR, note=note),
        Figure(f"letters of {ROOMS} rooms, first look at all", first, "s"),
    ]
