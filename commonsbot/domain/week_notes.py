"""When the moderators' room hears of its week."""

from datetime import datetime, time, timedelta

from commonsbot.domain.editions import week_of
from commonsbot.domain.hours import Hours

MORNING = time(8)
"""Not before, in a room that is open at any hour."""

LATE = timedelta(days=2)
"""How long a note is still worth it, when the bot was off."""


def week_due(hours: Hours, now: datetime) -> str | None:
    """The week whose note is due: from its first opening on, which is Monday's where Monday is
    open. A week without opening has none."""
    local = now.astimezone(hours.zone)
    monday = local.date() - timedelta(days=local.weekday())
    opening = hours.next_opening(datetime.combine(monday, MORNING, hours.zone))
    return week_of(local) if opening <= now < opening + LATE else None
