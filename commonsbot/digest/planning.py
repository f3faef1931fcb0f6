"""When the next letter of a room leaves, and what is planned for it."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from commonsbot.digest.edition import Draft, draft
from commonsbot.domain.editions import Due, Plan, Schedule, upcoming
from commonsbot.domain.ids import RoomId
from commonsbot.store import Transaction
from commonsbot.texts import Views


@dataclass(frozen=True, slots=True)
class Planned:
    """`upcoming` is None while the letter is paused, or where nobody asked for one."""

    plan: Plan
    schedule: Schedule | None
    upcoming: Due | None

    def seen_in(self, views: Views) -> Views:
        """Dates are those of the room's letter."""
        return replace(views, zone=self.schedule.zone) if self.schedule else views


async def planned(
    tx: Transaction, room: RoomId, common: Schedule | None, zone: ZoneInfo, now: datetime
) -> Planned:
    """`common`: the room's schedule in the settings; `zone`: its clock where they give none."""
    plan = await tx.edition_plans.get(room)
    schedule = plan.over(common, zone)
    return Planned(plan, schedule, upcoming(schedule, plan, now) if schedule else None)


async def next_draft(
    tx: Transaction, views: Views, room: RoomId, now: datetime, plan: Planned
) -> Draft | None:
    """The next letter as it would leave if nothing else happened."""
    until = plan.upcoming.until if plan.upcoming else now
    return await draft(tx, plan.seen_in(views), room, until)
