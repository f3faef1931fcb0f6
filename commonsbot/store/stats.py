"""Counts of things, as far as somebody may read them."""

from dataclasses import dataclass
from datetime import datetime

from commonsbot.domain.audiences import Reader
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection, marks, to_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    resources: int
    fresh: int
    """Of those, the ones of the last month."""
    kinds: dict[str, int]
    trials: int
    thanks: int
    questions: int
    open_questions: int
    sources: int
    """Followed in the reader's rooms."""


class Stats:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def of(self, reader: Reader, since: datetime) -> Counts:
        condition, values = readable(reader)
        kinds = await self._db.fetch(
            "SELECT kind, count(*), sum(created_at >= ?) FROM resource"
            f" WHERE {condition} GROUP BY kind ORDER BY count(*) DESC, kind",
            *(to_ms(since), *values),
        )
        rooms = sorted(reader.rooms)
        return Counts(
            resources=sum(row[1] for row in kinds),
            fresh=sum(row[2] for row in kinds),
            kinds={str(row[0]): int(row[1]) for row in kinds},
            trials=await self._count("trial", "1", reader),
            thanks=await self._count("thanks", "1", reader),
            questions=await self._count("question", "1", reader),
            open_questions=await self._count("question", "answered_at IS NULL", reader),
            sources=int(
                await self._db.value(
                    "SELECT count(DISTINCT source_id) FROM source_room"
                    f" WHERE room_id IN ({marks(rooms)})",
                    *rooms,
                )
            ),
        )

    async def _count(self, table: str, which: str, reader: Reader) -> int:
        condition, values = readable(reader)
        return int(
            await self._db.value(
                f"SELECT count(*) FROM {table} JOIN resource ON resource.id = {table}.resource_id"
                f" WHERE {which} AND {condition}",
                *values,
            )
        )
