"""What of a resource may leave for others than the operator."""

import msgspec

from commonsbot.domain.records import Gone, Whole
from commonsbot.domain.resources import Status

_OURS = ("room", "event", "made_by")


def published(item: Whole | Gone) -> Whole | Gone | None:
    """The resource as it reads now, without where it was said nor who did what to it, nor
    an author who does not sign by name.

    What was taken back leaves its number and origin, so that who has a copy takes it out too.
    """
    if isinstance(item, Gone):
        return msgspec.structs.replace(item, event=None)
    if item.record.status is not Status.PUBLISHED:
        return None
    left_out = _OURS if item.record.signed is None else (*_OURS, "author")
    return Whole(msgspec.structs.replace(item.record, **dict.fromkeys(left_out)))
