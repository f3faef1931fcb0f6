"""What leaves is written whole or not at all."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from commonsbot.domain.records import Gone, Whole

Add: TypeAlias = Callable[[Whole | Gone], None]
"""Writes one of them, after the others."""


@contextmanager
def growing(path: Path) -> Iterator[Path]:
    """Where the file or folder grows that is `path` in the end, if nothing fails."""
    new = path.with_name(f".{path.name}.new")
    _remove(new)  # left by a kill
    try:
        yield new
    except BaseException:
        _remove(new)
        raise
    new.replace(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
