"""One process for one data directory: two would corrupt the keys of encrypted rooms."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commonsbot.errors import DataDirectoryBusyError


@contextmanager
def data_directory(folder: Path) -> Iterator[Path]:
    """Holds `folder` (made if missing, readable by its owner only) until the block ends.

    The kernel frees the lock with the process, however it dies. Raises DataDirectoryBusyError.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle, folder)
        yield folder
    finally:
        os.close(handle)


def _take(handle: int, folder: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        pid = os.read(handle, 32).decode(errors="replace").strip() or "?"
        raise DataDirectoryBusyError(
            f"{folder} is already used by a running CommonsBot (process {pid})."
        ) from None
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
