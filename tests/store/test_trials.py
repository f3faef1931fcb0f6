"""Reports of trials."""

from datetime import timedelta

from commonsbot.domain.audiences import Audience, Reader
from commonsbot.domain.ids import EventId, UserId
from commonsbot.domain.resources import Draft
from commonsbot.domain.trials import Outcome, Report
from commonsbot.store import Store
from tests.store.conftest import NOW


async def test_no_more_trials_of_a_period_are_read_than_asked(store: Store) -> None:
    async with store.transaction() as tx:
        id = await tx.resources.add(
            Draft(title="Vœux en vidéo", text=""),
            audience=Audience.NETWORK,
            author=UserId("@a:example.org"),
        )
        for n in range(3):
            report = Report(outcome=Outcome.ADOPTED, note=str(n))
            await tx.trials.put(id, UserId(f"@{n}:example.org"), report, EventId(f"${n}"))
    since, until = NOW - timedelta(days=7), NOW + timedelta(minutes=1)
    found = await store.read.trials.between(since, until, Reader(frozenset()), 2)
    assert len(found) == 2
