"""What of a resource may leave for others than the operator."""

import msgspec

from commonsbot.domain.records import Gone, Whole
from commonsbot.domain.resources import Status

_OURS = ("room", "event", "made_by")


def published(item: Whole | Gone) -> Whole | Gone | None:
    """The resource as it reads now, without where it was said nor who did what to it.

    What was taken back leaves its number and origin, so that who has a copy takes it out too.
    """
    if isinstance(item, Gone):
        return msgspec.structs.replace(item, event=None)
    if item.record.status is not Status.PUBLISHED:
        return None
    return Whole(msgspec.structs.replace(item.record, **dict.fromkeys(_OURS)))
