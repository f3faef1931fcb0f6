"""Puts a backup back into a data directory. Nothing that was there is deleted."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from commonsbot.domain.backups import Manifest
from commonsbot.errors import BackupError
from commonsbot.store import archive
from commonsbot.store.schema import VERSION

_STAGING = ".restoring"

_DATABASE = (archive.DATABASE, f"{archive.DATABASE}-wal", f"{archive.DATABASE}-shm")
_DEVICE = ("crypto", archive.SESSION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """A backup that was found whole, and of a version this code can use."""

    folder: Path
    manifest: Manifest


@contextmanager
def unpacked(path: Path, data: Path) -> Iterator[Unpacked]:
    """The archive at `path`, unpacked beside what it will replace in the locked folder `data`.

    Raises BackupError.
    """
    folder = data.absolute() / _STAGING
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    try:
        manifest = archive.unpack(path, folder)
        if manifest.schema > VERSION:
            raise BackupError("restore-newer", path=str(path))
        yield Unpacked(folder=folder, manifest=manifest)
    finally:
        shutil.rmtree(folder)


def put_back(
    backup: Unpacked, data: Path, now: datetime, *, device: bool, force: bool
) -> Path | None:
    """Puts the database back, and the encryption device if `device` says so.

    Otherwise the device of `data`, where there is one, lives on; the account's identity
    comes back where it is missing. With `force` what is replaced is moved into a
    folder of `data`, which is returned. Raises BackupError without it.
    """
    replaced = [*_DATABASE, *(_DEVICE if device else ())]
    there = [data / name for name in replaced if (data / name).exists()]
    if there and not force:
        raise BackupError("restore-occupied", paths=", ".join(map(str, there)))
    aside = data / f"before-restore-{now:%Y%m%d-%H%M%S}" if there else None
    if aside:
        aside.mkdir(mode=0o700)
        for path in there:
            path.rename(aside / path.name)
    for name in _wanted(backup.manifest, data, device=device):
        (data / name).parent.mkdir(mode=0o700, exist_ok=True)
        (backup.folder / name).rename(data / name)
    return aside


def _wanted(manifest: Manifest, data: Path, *, device: bool) -> list[str]:
    """The database last: it is what makes a data directory look whole."""
    others = [name for name in manifest.files if name != archive.DATABASE]
    if not device and _has_identity(data):
        others = []
    elif not device:
        others = [name for name in others if archive.IDENTITY.fullmatch(name)]
    return [*others, archive.DATABASE]


def _has_identity(data: Path) -> bool:
    files = (path.relative_to(data).as_posix() for path in data.glob("crypto/*"))
    return any(map(archive.IDENTITY.fullmatch, files))
