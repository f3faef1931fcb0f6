"""The audience rule in SQL: the same as `domain.audiences.may_read`, which a test compares."""

from typing import Any

from commonsbot.domain.audiences import Reader
from commonsbot.domain.resources import Status
from commonsbot.store.connection import marks


def readable(
    reader: Reader, resource: str = "resource", status: Status = Status.PUBLISHED
) -> tuple[str, list[Any]]:
    """A condition on the table alias `resource`, and its values."""
    rooms = sorted(reader.rooms)
    return (
        f"({resource}.status = '{status}' AND ({resource}.audience <> 'room'"
        f" OR {resource}.room_id IN ({marks(rooms)}) OR {resource}.author = ?))",
        [*rooms, reader.user],
    )


def readable_news(reader: Reader) -> tuple[str, list[Any]]:
    """The same for news: what the sources of the reader's rooms published."""
    rooms = sorted(reader.rooms)
    return (
        f"(news.source_id IN (SELECT source_id FROM source_room"
        f" WHERE room_id IN ({marks(rooms)})))",
        list(rooms),
    )
