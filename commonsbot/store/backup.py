"""Makes backups of a data directory, while its bot runs or not."""

import fcntl
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from commonsbot.domain.backups import FORMAT, Manifest
from commonsbot.errors import BackupError, DataDirectoryBusyError
from commonsbot.store import archive
from commonsbot.store.lock import data_directory

_STAGING = ".commonsbot-backup"
"""Where an archive grows. What a killed backup leaves there, the next one clears away."""

_PATIENCE = 30.0
"""Seconds to wait for a database that is being written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    path: Path
    manifest: Manifest
    size: int
    """Bytes of the archive."""


def back_up(data: Path, destination: Path, account: str, version: str, now: datetime) -> Backup:
    """Makes an archive of `data` in the folder `destination`: whole, or none.

    Raises BackupError.
    """
    if not (data / archive.DATABASE).exists():
        raise BackupError("backup-nothing", path=str(data))
    destination.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _staging(destination) as staging, _bot_held_off(data) as stopped:
        files = _copy_all(data, staging)
        manifest = Manifest(
            format=FORMAT,
            version=version,
            made_at=now,
            account=account,
            devices=_devices(staging, account),
            schema=_schema(staging),
            stopped=stopped,
            files={name: archive.measure(staging / name) for name in files},
        )
        path = destination / f"{_stem(account)}-{now:%Y%m%d-%H%M%S}.tar.gz"
        _write(staging, manifest, path)
    return Backup(path=path, manifest=manifest, size=path.stat().st_size)


def prune(destination: Path, account: str, keep: int) -> list[Path]:
    """Removes all but the newest `keep` backups of `account`; those removed."""
    name = re.compile(re.escape(_stem(account)) + r"-\d{8}-\d{6}\.tar\.gz")
    found = sorted(path for path in destination.iterdir() if name.fullmatch(path.name))
    old = found[:-keep]
    for path in old:
        path.unlink()
    return old


def olm_accounts(crypto: Path, account: str) -> dict[str, bytes]:
    """The devices whose keys this store holds, the newest first, each with its locked keys."""
    if not crypto.exists():
        return {}
    with closing(sqlite3.connect(f"{crypto.as_uri()}?immutable=1", uri=True)) as db:
        rows = db.execute(
            "SELECT device_id, account FROM accounts WHERE user_id = ? ORDER BY rowid DESC",
            (account,),
        ).fetchall()
    return {str(device): bytes(keys) for device, keys in rows}


def _stem(account: str) -> str:
    return re.sub(r"[^\w.-]", "_", account.removeprefix("@"))


@contextmanager
def _staging(destination: Path) -> Iterator[Path]:
    folder = destination.absolute() / _STAGING
    folder.mkdir(mode=0o700, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        _take(handle, destination)
        _empty(folder)
        try:
            yield folder
        finally:
            shutil.rmtree(folder)
    finally:
        os.close(handle)


def _take(handle: int, destination: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BackupError("backup-under-way", path=str(destination)) from None


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def _bot_held_off(data: Path) -> Iterator[bool]:
    """True while no bot runs, and none can start; False when one runs."""
    with ExitStack() as stack:
        try:
            stack.enter_context(data_directory(data))
        except DataDirectoryBusyError:
            yield False
        else:
            yield True


def _copy_all(data: Path, staging: Path) -> list[str]:
    """The names copied. The database goes first: its sync token must not be ahead of the keys."""
    (staging / "crypto").mkdir(mode=0o700)
    names = [archive.DATABASE, archive.CRYPTO, archive.PICKLE_KEY, archive.SESSION]
    names += sorted(f"crypto/{path.name}" for path in data.glob("crypto/identity*.json"))
    there = [name for name in names if archive.is_ours(name) and (data / name).exists()]
    for name in there:
        (staging / name).touch(mode=0o600)
        if name in (archive.DATABASE, archive.CRYPTO):
            _copy_database(data / name, staging / name)
        else:
            (staging / name).write_bytes((data / name).read_bytes())
    return there


def _copy_database(source: Path, target: Path) -> None:
    """A copy as of one moment, made while others read and write (SQLite, "Online Backup API")."""
    try:
        with (
            closing(sqlite3.connect(source, timeout=_PATIENCE)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            [(verdict,)] = new.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.DatabaseError as error:
        verdict = str(error)
    if verdict != "ok":
        raise BackupError("backup-unreadable", path=str(source), detail=verdict)


def _devices(staging: Path, account: str) -> tuple[str, ...]:
    return tuple(olm_accounts(staging / archive.CRYPTO, account))


def _schema(staging: Path) -> int:
    with closing(sqlite3.connect(staging / archive.DATABASE)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def _write(staging: Path, manifest: Manifest, path: Path) -> None:
    """Takes its name only once it is whole and on the disk."""
    growing = staging / "archive"
    growing.touch(mode=0o600)
    with growing.open("wb") as file:
        archive.pack(staging, manifest, file)
        file.flush()
        os.fsync(file.fileno())
    growing.replace(path)
    handle = os.open(path.parent, os.O_RDONLY)
    with suppress(OSError):  # some file systems have no such thing
        os.fsync(handle)
    os.close(handle)
