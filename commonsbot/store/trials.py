"""What members made of resources."""

from collections.abc import Callable, Sequence
from datetime import datetime

from commonsbot.domain.audiences import Reader
from commonsbot.domain.facets import Population
from commonsbot.domain.ids import EventId, ResourceId, UserId
from commonsbot.domain.trials import Outcome, Report, Shown, Tally, Trial, tally
from commonsbot.store.audiences import readable
from commonsbot.store.connection import Connection, Row, from_ms, marks, to_ms
from commonsbot.store.resource_reads import facets_of

_SELECT = """SELECT trial.resource_id, trial.user_id, trial.outcome, trial.note, trial.body,
    trial.population, trial.budget, trial.channel, trial.cost, trial.changed, trial.again,
    trial.shown, trial.at, trial.id FROM trial"""


class Trials:
    def __init__(self, db: Connection, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now

    async def put(self, resource: ResourceId, user: UserId, report: Report, event: EventId) -> bool:
        """Keeps the report, in place of an earlier one of the same person; True if the first."""
        before = await self._db.value(
            "DELETE FROM trial WHERE resource_id = ? AND user_id = ? RETURNING id", resource, user
        )
        facets = report.facets
        await self._db.execute(
            "INSERT INTO trial (resource_id, user_id, outcome, note, body, population, budget,"
            " channel, cost, changed, again, shown, event_id, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(resource, user, report.outcome, report.note),
            *(facets.body, facets.population, facets.budget, facets.channel),
            *(report.cost, report.changed, report.again, report.shown, event),
            to_ms(self._now()),
        )
        return before is None

    async def take_back(self, event: EventId, user: UserId) -> None:
        """What `user` reported by that message."""
        await self._db.execute(
            "DELETE FROM trial WHERE event_id = ? AND user_id = ?", *(event, user)
        )

    async def of(self, resource: ResourceId) -> list[Trial]:
        """Newest first. Who asks must be allowed to read the resource."""
        rows = await self._db.fetch(
            f"{_SELECT} WHERE resource_id = ? ORDER BY trial.at DESC, trial.id DESC", resource
        )
        return [_trial(row) for row in rows]

    async def tally(self, resource: ResourceId) -> Tally:
        return (await self.tallies([resource])).get(resource, Tally())

    async def tallies(self, resources: Sequence[ResourceId]) -> dict[ResourceId, Tally]:
        """Of those that were tried."""
        rows = await self._db.fetch(
            "SELECT resource_id, outcome, population FROM trial"
            f" WHERE resource_id IN ({marks(resources)})",
            *resources,
        )
        found: dict[ResourceId, list[tuple[Outcome, Population | None]]] = {}
        for id, outcome, band in rows:
            population = None if band is None else Population(band)
            found.setdefault(ResourceId(id), []).append((Outcome(outcome), population))
        return {id: tally(trials) for id, trials in found.items()}

    async def between(
        self, since: datetime, until: datetime, reader: Reader, limit: int
    ) -> list[Trial]:
        """The last ones of the period, of resources that `reader` may see, newest first."""
        condition, values = readable(reader)
        rows = await self._db.fetch(
            f"{_SELECT} JOIN resource ON resource.id = trial.resource_id"
            f" WHERE {condition} AND trial.at >= ? AND trial.at < ? ORDER BY trial.at DESC LIMIT ?",
            *(*values, to_ms(since), to_ms(until), limit),
        )
        return [_trial(row) for row in rows]

    async def several(self, ids: Sequence[int], reader: Reader) -> list[Trial]:
        """Those of `ids`, in that order, whose resources `reader` may see."""
        if not ids:
            return []
        condition, values = readable(reader)
        rows = await self._db.fetch(
            f"{_SELECT} JOIN resource ON resource.id = trial.resource_id"
            f" WHERE trial.id IN ({marks(ids)}) AND {condition}",
            *(*ids, *values),
        )
        found = {trial.id: trial for trial in map(_trial, rows)}
        return [found[id] for id in ids if id in found]


def _trial(row: Row) -> Trial:
    return Trial(
        resource=ResourceId(row[0]),
        user=row[1],
        outcome=Outcome(row[2]),
        note=row[3],
        facets=facets_of(*row[4:8]),
        cost=row[8],
        changed=row[9],
        again=None if row[10] is None else bool(row[10]),
        shown=Shown(row[11]),
        at=from_ms(row[12]),
        id=row[13],
    )
