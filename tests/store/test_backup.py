"""A backup is whole or is not; a restoration deletes nothing."""

import asyncio
import gzip
import io
import sqlite3
import subprocess
import sys
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from commonsbot.domain.ids import EventId, UserId
from commonsbot.errors import BackupError
from commonsbot.store import Store
from commonsbot.store.backup import Backup, back_up, prune
from commonsbot.store.lock import data_directory
from commonsbot.store.restore import put_back, unpacked
from commonsbot.store.schema import VERSION
from tests.store.conftest import NOW

BOT = "@bot:example.org"


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """A data directory with everything in it."""
    data = tmp_path / "data"
    (data / "crypto").mkdir(parents=True)
    await (await Store.open(data / "commonsbot.db", lambda: NOW)).close()
    with closing(sqlite3.connect(data / "crypto" / "crypto.sqlite")) as db, db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE accounts (account BLOB, user_id TEXT, device_id TEXT)")
        rows = [(b"a", BOT, "OLD"), (b"b", BOT, "NEW"), (b"c", "@else:example.org", "ELSE")]
        db.executemany("INSERT INTO accounts VALUES (?, ?, ?)", rows)
    (data / "crypto" / "pickle.key").write_text("pickle")
    (data / "crypto" / "identity.json").write_text("seeds")
    (data / "session.json").write_text("{}")
    return data


def backup(data: Path, now: datetime = NOW) -> Backup:
    return back_up(data, data.parent / "backups", BOT, "0.1.0", now)


def restore(path: Path, data: Path, *, device: bool = False, force: bool = False) -> Path | None:
    with data_directory(data), unpacked(path, data) as backup:
        return put_back(backup, data, NOW, device=device, force=force)


def files_in(folder: Path) -> set[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return set(found) - {"lock"}


def handled_in(data: Path) -> int:
    with closing(sqlite3.connect(data / "commonsbot.db")) as db:
        return int(db.execute("SELECT count(*) FROM handled").fetchone()[0])


def test_it_holds_everything_and_says_so(data: Path) -> None:
    made = backup(data)
    assert made.path.name == "bot_example.org-20261124-100000.tar.gz"
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.size == made.path.stat().st_size
    assert set(made.manifest.files) == files_in(data)
    assert made.manifest.devices == ("NEW", "OLD")
    assert (made.manifest.schema, made.manifest.stopped) == (VERSION, True)
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


def test_everything_comes_back_into_an_empty_folder(data: Path, tmp_path: Path) -> None:
    made = backup(data)
    assert restore(made.path, tmp_path / "new", device=True) is None
    assert files_in(tmp_path / "new") == files_in(data)
    assert (tmp_path / "new" / "crypto" / "pickle.key").read_text() == "pickle"
    for path in (tmp_path / "new").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0


def test_without_its_device_come_the_database_and_the_identity(data: Path, tmp_path: Path) -> None:
    made = backup(data)
    restore(made.path, tmp_path / "new")
    assert files_in(tmp_path / "new") == {"commonsbot.db", "crypto/identity.json"}


async def test_a_copy_made_under_a_writer_is_of_one_moment(data: Path, tmp_path: Path) -> None:
    """Each transaction writes an event and a token of the same number."""
    store = await Store.open(data / "commonsbot.db", lambda: NOW)
    committed = 0

    async def write() -> None:
        nonlocal committed
        while True:
            async with store.transaction() as tx:
                await tx.sync.first_time(EventId(f"${committed}"))
                await tx.sync.save_token(UserId(BOT), str(committed + 1))
            committed += 1

    writing = asyncio.create_task(write())
    with data_directory(data):
        for turn in range(5):
            before = committed
            made = await asyncio.to_thread(backup, data, NOW + timedelta(seconds=turn))
            after = committed + 1  # the last one may be committed and not counted yet
            await asyncio.to_thread(restore, made.path, tmp_path / f"{turn}")
            kept = handled_in(tmp_path / f"{turn}")
            assert not made.manifest.stopped
            assert before <= kept <= after
            with closing(sqlite3.connect(tmp_path / f"{turn}" / "commonsbot.db")) as db:
                assert db.execute("SELECT token FROM sync").fetchall() in ([], [(str(kept),)])
    writing.cancel()
    await asyncio.wait([writing])
    await store.close()
    assert committed > 5


def test_a_backup_killed_in_its_middle_leaves_no_archive(data: Path) -> None:
    code = (
        "import sys, tarfile\n"
        "from pathlib import Path\n"
        "from tests.store.test_backup import backup\n"
        "add = tarfile.TarFile.addfile\n"
        "def slowly(tar, entry, file):\n"
        "    add(tar, entry, file)\n"
        "    if entry.name.endswith('crypto.sqlite'):\n"
        "        print('in its middle', flush=True); sys.stdin.read()\n"
        "tarfile.TarFile.addfile = slowly\n"
        "backup(Path(sys.argv[1]))\n"
    )
    command = [sys.executable, "-c", code, str(data)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdout.readline() == b"in its middle\n"
        with pytest.raises(BackupError, match="backup-under-way"):
            backup(data)
        process.kill()
    folder = data.parent / "backups"
    assert [path.name for path in folder.iterdir()] == [".commonsbot-backup"]
    made = backup(data)
    assert list(folder.iterdir()) == [made.path]


def test_older_backups_of_the_same_bot_are_pruned(data: Path) -> None:
    made = [backup(data, NOW + timedelta(days=day)).path for day in range(4)]
    other = back_up(data, data.parent / "backups", "@other:example.org", "0.1.0", NOW).path
    notes = other.with_name("notes.txt")
    notes.touch()
    assert prune(other.parent, BOT, 2) == made[:2]
    assert set(other.parent.iterdir()) == {*made[2:], other, notes}
    assert prune(other.parent, BOT, 2) == []


def test_a_damaged_database_is_not_taken_for_a_backup(data: Path) -> None:
    path = data / "commonsbot.db"
    path.write_bytes(path.read_bytes()[:8192] + b"\xff" * (path.stat().st_size - 8192))
    with pytest.raises(BackupError, match="backup-unreadable"):
        backup(data)
    assert list((data.parent / "backups").iterdir()) == []


def test_nothing_is_replaced_unasked_and_nothing_deleted(data: Path) -> None:
    made = backup(data)
    (data / "crypto" / "pickle.key").write_text("newer")
    (data / "commonsbot.db-wal").write_text("log")
    before = files_in(data)
    with pytest.raises(BackupError, match="restore-occupied"):
        restore(made.path, data)
    assert files_in(data) == before
    aside = restore(made.path, data, force=True)
    assert aside and files_in(aside) == {"commonsbot.db", "commonsbot.db-wal"}
    assert (data / "crypto" / "pickle.key").read_text() == "newer"


def test_a_device_that_is_replaced_is_kept_aside_whole(data: Path) -> None:
    made = backup(data)
    (data / "crypto" / "pickle.key").write_text("newer")
    before = files_in(data)
    aside = restore(made.path, data, device=True, force=True)
    assert aside and files_in(aside) == before
    assert (aside / "crypto" / "pickle.key").read_text() == "newer"
    assert (data / "crypto" / "pickle.key").read_text() == "pickle"


def damaged(content: bytes) -> Iterator[bytes]:
    """One changed byte in many places, and a few cuts."""
    for place in range(30, len(content) - 8, max(1, len(content) // 60)):
        changed = content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :]
        if not says_the_same(changed, content):
            yield changed
    for cut in (0, 5, 60, len(content) // 2, len(content) - 1):
        yield content[:cut]


def says_the_same(changed: bytes, content: bytes) -> bool:
    """Some bits of a deflate stream mean nothing."""
    try:
        return gzip.decompress(changed) == gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return False


def test_a_damaged_archive_is_refused_and_changes_nothing(data: Path, tmp_path: Path) -> None:
    content = backup(data).path.read_bytes()
    path, new = tmp_path / "damaged.tar.gz", tmp_path / "new"
    for bad in damaged(content):
        path.write_bytes(bad)
        with pytest.raises(BackupError, match="restore-damaged"):
            restore(path, new)
        assert files_in(new) == set()


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "crypto/x.py", "commonsbot.db"])
def test_an_archive_with_files_that_are_not_ours_is_refused(
    data: Path, tmp_path: Path, name: str
) -> None:
    made, path = backup(data).path, tmp_path / "more.tar.gz"
    with tarfile.open(made) as old, tarfile.open(path, "w:gz") as new:
        for entry in old:
            new.addfile(entry, old.extractfile(entry))
        more = tarfile.TarInfo(name)
        more.size = 1
        new.addfile(more, io.BytesIO(b"x"))
    with pytest.raises(BackupError, match="restore-damaged"):
        restore(path, tmp_path / "new")
    assert files_in(tmp_path / "new") == set()


def test_a_tar_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("letter.txt"), io.BytesIO())
    with pytest.raises(BackupError, match="restore-foreign"):
        restore(path, tmp_path / "new")
    with pytest.raises(BackupError, match="restore-no-archive"):
        restore(tmp_path / "none", tmp_path / "new")


def test_a_later_versions_backup_is_refused(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(data / "commonsbot.db")) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    made = backup(data)
    with pytest.raises(BackupError, match="restore-newer"):
        restore(made.path, tmp_path / "new")
    monkeypatch.setattr("commonsbot.store.backup.FORMAT", 2)
    with pytest.raises(BackupError, match="restore-newer"):
        restore(backup(data).path, tmp_path / "new")
