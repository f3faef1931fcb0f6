"""One transaction, one process, one schema."""

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.errors import DataDirectoryBusyError, NewerDatabaseError, StoreError
from commonsbot.store import Store
from commonsbot.store.connection import Connection
from commonsbot.store.lock import data_directory
from commonsbot.store.migrate import migrate
from commonsbot.store.schema import PLACES, STEPS, VERSION
from tests.store.conftest import NOW

EVENT = EventId("$event")


def schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as db, db:
        return db.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


async def at_version(path: Path, version: int) -> None:
    db = await Connection.open(path)
    await migrate(db, path, NOW, STEPS[:version])
    await db.close()


async def test_the_pragmas_hold(tmp_path: Path) -> None:
    db = await Connection.open(tmp_path / "a.db")
    assert await db.value("PRAGMA journal_mode") == "wal"
    assert await db.value("PRAGMA foreign_keys") == 1
    assert await db.value("PRAGMA synchronous") == 1
    assert await db.value("PRAGMA busy_timeout") == 5000
    await db.close()


@pytest.mark.parametrize("version", range(1, VERSION))
async def test_an_upgraded_schema_equals_a_fresh_one(tmp_path: Path, version: int) -> None:
    await at_version(tmp_path / "old.db", version)
    for name in ("old.db", "new.db"):
        await (await Store.open(tmp_path / name, lambda: NOW)).close()
    assert schema(tmp_path / "old.db") == schema(tmp_path / "new.db")


async def test_a_backup_is_made_before_an_upgrade(tmp_path: Path) -> None:
    await at_version(tmp_path / "old.db", 1)
    before = schema(tmp_path / "old.db")
    await (await Store.open(tmp_path / "old.db", lambda: NOW)).close()
    assert schema(tmp_path / "old-v1-20261124-100000.db") == before


async def test_a_step_that_fails_leaves_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    db = await Connection.open(path)
    broken = (*STEPS, ("CREATE TABLE extra (a)", "CREATE TABLE extra (a)"))
    with pytest.raises(sqlite3.OperationalError):
        await migrate(db, path, NOW, broken)
    assert await db.value("PRAGMA user_version") == VERSION
    assert await db.value("SELECT count(*) FROM sqlite_master WHERE name = 'extra'") == 0
    await db.close()


async def test_a_table_made_anew_loses_nothing_that_refers_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    await at_version(path, STEPS.index(PLACES))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO room (room_id, joined_at) VALUES ('!a:b', 0)")
        db.execute(
            "INSERT INTO source (id, url, status, next_at, added_at, selectors)"
            " VALUES (7, 'https://example.org/', 'active', 0, 0, '{\"item\":\"a\"}')"
        )
        db.execute("INSERT INTO source_room (source_id, room_id, added_at) VALUES (7, '!a:b', 0)")
        db.execute(
            "INSERT INTO news (id, source_id, title, link, summary, seen_at, announced)"
            " VALUES (1, 7, 'Titre', '', '', 0, 1)"
        )
        db.execute("INSERT INTO news_key (source_id, key, news_id) VALUES (7, 'k', 1)")
    store = await Store.open(path, lambda: NOW)
    (source,) = await store.read.sources.of_room(RoomId("!a:b"))
    assert (source.id, source.url) == (7, "https://example.org/")
    assert await store.read.news.known(source.id, ["k"]) == {"k": 1}
    assert await store.read.sources._db.value("PRAGMA foreign_keys") == 1
    await store.close()


async def test_a_step_that_would_lead_nowhere_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    db = await Connection.open(path)
    orphan = "INSERT INTO source_room (source_id, room_id, added_at) VALUES (7, '!a:b', 0)"
    with pytest.raises(StoreError, match="lead nowhere"):
        await migrate(db, path, NOW, (*STEPS, (orphan,)))
    assert await db.value("SELECT count(*) FROM source_room") == 0
    assert await db.value("PRAGMA foreign_keys") == 1
    await db.close()


async def test_a_later_versions_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    await (await Store.open(path, lambda: NOW)).close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(NewerDatabaseError, match="restore the backup"):
        await Store.open(path, lambda: NOW)


async def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE theirs (a)")
    with pytest.raises(StoreError, match="another program"):
        await Store.open(path, lambda: NOW)


async def test_what_fails_in_a_transaction_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        async with store.transaction() as tx:
            await tx.sync.first_time(EVENT)
            raise ZeroDivisionError
    async with store.transaction() as tx:
        assert await tx.sync.first_time(EVENT)
        assert not await tx.sync.first_time(EVENT)


async def test_a_cancelled_transaction_does_not_hold_the_next_one(store: Store) -> None:
    inside = asyncio.Event()

    async def forever() -> None:
        async with store.transaction() as tx:
            await tx.sync.first_time(EVENT)
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.ensure_future(forever())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.transaction() as tx:
        assert await tx.sync.first_time(EVENT)


async def test_reading_sees_what_was_committed_and_cannot_write(store: Store) -> None:
    account = UserId("@bot:example.org")
    async with store.transaction() as tx:
        await tx.sync.save_token(account, "s1")
    assert await store.read.sync.token(account) == "s1"
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await store.read.sync.save_token(account, "s2")


def test_a_second_process_on_a_data_directory_is_told_who_holds_it(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from commonsbot.store.lock import data_directory\n"
        "with data_directory(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout and process.stdout.readline() == b"held\n"
        with (
            pytest.raises(DataDirectoryBusyError, match=f"process {process.pid}"),
            data_directory(tmp_path),
        ):
            pass
        process.kill()
        process.wait()
        with data_directory(tmp_path):
            pass
