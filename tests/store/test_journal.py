"""The journal only grows; the end of its time is written down first."""

import sqlite3
from datetime import timedelta

import pytest

from commonsbot.domain.acts import Wanted
from commonsbot.domain.ids import UserId
from commonsbot.store import Store

ANNE, BRUNO = UserId("@anne:example.org"), UserId("@bruno:example.org")


@pytest.fixture
async def written(store: Store) -> Store:
    """Two acts of Anne, one of Bruno, one about Anne."""
    async with store.transaction() as tx:
        await tx.journal.write(ANNE, "hide", "resource", 1, "à revoir")
        await tx.journal.write(ANNE, "put back", "resource", 1)
        await tx.journal.write(BRUNO, "suspend", "member", ANNE, "@anne insiste")
    return store


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journal",
        "DELETE FROM journal WHERE id = 1",
        "UPDATE journal SET who = '@autre:example.org'",
        "UPDATE journal SET what = 'thank'",
        "UPDATE journal SET why = 'autre chose'",
        "UPDATE journal SET at = 0",
        "UPDATE journal SET id = id + 100",
        "UPDATE journal SET noun = 'member'",
        "UPDATE journal SET noun_id = '2'",
        "REPLACE INTO journal (id, at, what, noun, noun_id) VALUES (1, 0, 'x', 'x', 'x')",
    ],
)
async def test_nothing_written_can_be_changed_or_taken_out(written: Store, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="the journal only grows"):
        await written._writer.execute(statement)
    acts, total = await written.read.journal.read(Wanted(), 10)
    assert total == 3 and acts[-1].why == "à revoir"


async def test_what_is_past_its_time_goes_and_that_is_kept(written: Store) -> None:
    async with written.transaction() as tx:
        assert await tx.retention.drop_journal(timedelta(days=1)) == 0
        assert await tx.retention.drop_journal(timedelta(seconds=-1)) == 3
    db = written.read.outbox._db
    assert await db.value("SELECT count(*) FROM journal_retention") == 1
