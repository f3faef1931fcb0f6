"""What has served is forgotten by itself, and leaves the file."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commonsbot.commons.retention import Housekeeping
from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Draft, Status
from commonsbot.domain.retention import Retention, next_night
from commonsbot.domain.rooms import Room
from commonsbot.store import Store

PARIS = ZoneInfo("Europe/Paris")
ROOM = RoomId("!a:example.org")
ANNE = UserId("@anne:example.org")
BEGINNING = datetime(2026, 11, 24, 10, tzinfo=UTC)


class Keeping:
    """A store, its clock and its housekeeping."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = BEGINNING

    async def open(self) -> None:
        self.store = await Store.open(self.path, lambda: self.now)
        self.housekeeping = Housekeeping(self.store, Retention(), PARIS, lambda: self.now)
        async with self.store.transaction() as tx:
            await tx.rooms.join(Room(id=ROOM))

    async def share(self, title: str) -> ResourceId:
        async with self.store.transaction() as tx:
            draft = Draft(title=title, text="Texte de la fiche", themes=(title,))
            return await tx.resources.add(draft, audience=Audience.NETWORK, author=ANNE, room=ROOM)

    async def count(self, table: str) -> int:
        return int(await self.store.read.people._db.value(f"SELECT count(*) FROM {table}"))


@pytest.fixture
async def keeping(tmp_path: Path) -> AsyncIterator[Keeping]:
    made = Keeping(tmp_path / "commonsbot.db")
    await made.open()
    yield made
    await made.store.close()


async def test_a_card_taken_back_keeps_its_words_a_while_then_its_number_only(
    keeping: Keeping,
) -> None:
    gone, kept = await keeping.share("Hurluberlu"), await keeping.share("Galipette")
    async with keeping.store.transaction() as tx:
        await tx.resources.take_out(gone, Status.WITHDRAWN)
    keeping.now += timedelta(days=29)
    await keeping.housekeeping.forget()
    before = await keeping.store.read.resources.at(gone)
    assert before and before.title == "Hurluberlu"
    keeping.now += timedelta(days=2)
    await keeping.housekeeping.forget()
    after = await keeping.store.read.resources.at(gone)
    assert after and (after.title, after.text, after.themes) == ("", "", ())
    assert await keeping.store.read.revisions.of(gone) == []
    still = await keeping.store.read.resources.at(kept)
    assert still and still.title == "Galipette"


async def test_its_bytes_leave_the_file_at_night(keeping: Keeping) -> None:
    gone = await keeping.share("Hurluberlu")
    async with keeping.store.transaction() as tx:
        await tx.resources.take_out(gone, Status.WITHDRAWN)
    keeping.now += timedelta(days=31)
    await keeping.housekeeping.forget()
    await keeping.housekeeping.sweep()
    held = b"".join(file.read_bytes() for file in keeping.path.parent.iterdir())
    assert b"hurluberlu" not in held.lower()
    assert not await keeping.store.read.erasure.sweep_wanted()


async def test_questions_and_the_journal_go_in_their_time(keeping: Keeping) -> None:
    async with keeping.store.transaction() as tx:
        await tx.journal.write(ANNE, "revise", "resource", 1)
        asked = await tx.prompts.add(Ask.REVIEW, "review:1", ANNE, ROOM)
        waiting = await tx.prompts.add(Ask.REVIEW, "review:2", ANNE, ROOM)
        assert asked and waiting
        await tx.prompts.close(asked)
    keeping.now += timedelta(days=366)
    await keeping.housekeeping.forget()
    assert (await keeping.count("prompt"), await keeping.count("journal")) == (1, 1)
    keeping.now += timedelta(days=366)
    await keeping.housekeeping.forget()
    assert (await keeping.count("prompt"), await keeping.count("journal")) == (1, 0)


async def test_copies_made_by_upgrades_do_not_stay_for_ever(keeping: Keeping) -> None:
    old = keeping.path.with_name("commonsbot-v3-20260101-000000.db")
    new = keeping.path.with_name("commonsbot-v4-20261120-000000.db")
    for file, age in ((old, 40), (new, 4)):
        file.touch()
        moment = (BEGINNING - timedelta(days=age)).timestamp()
        os.utime(file, (moment, moment))
    await keeping.housekeeping.forget()
    assert not old.exists() and new.exists() and keeping.path.exists()


def test_the_night_is_that_of_the_network() -> None:
    assert next_night(BEGINNING, PARIS) == datetime(2026, 11, 25, 3, tzinfo=PARIS)
    at_two = datetime(2026, 11, 24, 2, tzinfo=PARIS)
    assert next_night(at_two, PARIS) == datetime(2026, 11, 24, 3, tzinfo=PARIS)
