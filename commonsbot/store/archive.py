"""The form of a backup: a compressed tar, its manifest first, then the files it lists."""

import gzip
import hashlib
import io
import os
import re
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from commonsbot.domain.backups import FORMAT, Manifest, Member
from commonsbot.errors import BackupError

DATABASE = "commonsbot.db"
CRYPTO = "crypto/crypto.sqlite"
PICKLE_KEY = "crypto/pickle.key"
SESSION = "session.json"
IDENTITY = re.compile(r"crypto/identity[\w-]*\.json")
"""The account's own identity (cross-signing): it outlives its devices."""

_MANIFEST = "manifest.json"
_MANIFEST_MOST = 1_000_000  # bytes
_CHUNK = 1 << 20  # bytes
_DAMAGE = (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error, msgspec.MsgspecError)


def is_ours(name: str) -> bool:
    """Whether a backup may hold a file of this name."""
    return name in (DATABASE, CRYPTO, PICKLE_KEY, SESSION) or bool(IDENTITY.fullmatch(name))


def measure(path: Path) -> Member:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return Member(size=path.stat().st_size, sha256=digest.hexdigest())


def pack(folder: Path, manifest: Manifest, target: IO[bytes]) -> None:
    """Writes the files of `manifest`, found in `folder`."""
    # Without a file name in its header, every byte of the archive is checked.
    with (
        gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=target) as zipped,
        tarfile.open(fileobj=zipped, mode="w") as tar,
    ):
        _put(tar, _MANIFEST, io.BytesIO(msgspec.json.encode(manifest)), manifest)
        for name in manifest.files:
            with (folder / name).open("rb") as file:
                _put(tar, name, file, manifest)


def _put(tar: tarfile.TarFile, name: str, file: IO[bytes], manifest: Manifest) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = _size(file)
    entry.mode = 0o600
    entry.mtime = int(manifest.made_at.timestamp())
    tar.addfile(entry, file)


def _size(file: IO[bytes]) -> int:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return size


def unpack(archive: Path, folder: Path) -> Manifest:
    """Writes the files of `archive` into the empty `folder`, each equal to its checksum.

    Raises BackupError for an archive that is damaged, foreign, or of a later format.
    """
    with _damage_of(archive):
        _read_through(archive)
        return _unpack(archive, folder)


def _read_through(archive: Path) -> None:
    """To its very end, where the checksum of the whole is."""
    with gzip.open(archive) as file:
        while file.read(_CHUNK):
            pass


def _unpack(archive: Path, folder: Path) -> Manifest:
    with tarfile.open(archive, "r:gz") as tar:
        entries = _files(tar, archive)
        manifest = _manifest(next(entries, None), archive)
        missing = dict(manifest.files)
        for name, file in entries:
            listed = missing.pop(name, None)
            if listed is None or listed.size != _size(file):
                raise _damaged(archive, name)
            _copy(file, folder / name)
            if listed != measure(folder / name):
                raise _damaged(archive, name)
        if missing:
            raise _damaged(archive, min(missing))
    return manifest


@contextmanager
def _damage_of(archive: Path) -> Iterator[None]:
    if not archive.is_file() or not os.access(archive, os.R_OK):
        raise BackupError("restore-no-archive", path=str(archive))
    try:
        yield
    except _DAMAGE as error:
        raise _damaged(archive, str(error) or type(error).__name__) from error


def _files(tar: tarfile.TarFile, archive: Path) -> Iterator[tuple[str, IO[bytes]]]:
    for entry in tar:
        file = tar.extractfile(entry) if entry.isreg() else None
        if file is None:
            raise _damaged(archive, entry.name)
        yield entry.name, file


def _manifest(first: tuple[str, IO[bytes]] | None, archive: Path) -> Manifest:
    if first is None or first[0] != _MANIFEST:
        raise BackupError("restore-foreign", path=str(archive))
    text = first[1].read(_MANIFEST_MOST)
    form = msgspec.json.decode(text, type=dict[str, msgspec.Raw]).get("format")
    if form is not None and msgspec.json.decode(form, type=int) > FORMAT:
        raise BackupError("restore-newer", path=str(archive))
    manifest = msgspec.json.decode(text, type=Manifest)
    if DATABASE not in manifest.files or not all(map(is_ours, manifest.files)):
        raise BackupError("restore-foreign", path=str(archive))
    return manifest


def _copy(file: IO[bytes], path: Path) -> None:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.touch(mode=0o600, exist_ok=False)
    with path.open("wb") as target:
        while chunk := file.read(_CHUNK):
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())


def _damaged(archive: Path, detail: str) -> BackupError:
    return BackupError("restore-damaged", path=str(archive), detail=detail)
