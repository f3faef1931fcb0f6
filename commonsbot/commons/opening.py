"""When what the bot starts by itself may leave."""

from datetime import datetime

from commonsbot.domain.hours import Hours

_HOURS = Hours()


def opening(now: datetime) -> datetime:
    """`now` within the hours, else the next time they begin."""
    return _HOURS.next_opening(now)
