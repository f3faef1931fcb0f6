"""The recovery key between the bot and its operator: handed over once, and given back.

It is never logged, and kept only where the operator puts it.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from commonsbot.cli.terminal import Terminal
from commonsbot.cli.words import say
from commonsbot.errors import RecoveryError, RecoveryKeyError

Give = Callable[[str], None]
"""Hands the recovery key over."""

T = TypeVar("T")

STDIN = "-"


@contextmanager
def hand_over(path: Path | None) -> Iterator[Give]:
    """On the screen, or in a new file of mode 600, which is gone again if no key came.

    Raises RecoveryError when the file can't be made, before there is a key.
    """
    if path is None:
        yield _show
        return
    with open(_new(path), "w", encoding="utf-8") as file:

        def write(words: str) -> None:
            file.write(f"{words}\n")
            file.flush()
            os.fsync(file.fileno())
            Terminal().tell(f"✓ {say('recovery-in-file', path=str(path))}")

        try:
            yield write
        finally:
            if not os.fstat(file.fileno()).st_size:
                path.unlink(missing_ok=True)


def given_back(path: Path | None, use: Callable[[str], T]) -> T:
    """What `use` makes of the key in the file at `path`, or of the one typed.

    Whoever types may try again. Raises RecoveryError.
    """
    if path:
        return use(_first_line(path))
    while True:
        try:
            return use(Terminal().ask_hidden(say("recovery-ask")))
        except RecoveryKeyError as error:
            if not sys.stdin.isatty():
                raise
            Terminal().tell(f"✗ {say(error.reason, **error.values)}")


def _show(words: str) -> None:
    terminal = Terminal()
    terminal.tell(f"\n{say('recovery-write-down')}\n\n    {words}\n\n{say('recovery-keep-it')}\n")


def _new(path: Path) -> int:
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise RecoveryError("recovery-file-exists", path=str(path)) from None
    except OSError as error:
        detail = error.strerror or ""
        raise RecoveryError("recovery-file-closed", path=str(path), detail=detail) from None


def _first_line(path: Path) -> str:
    if str(path) == STDIN:
        return sys.stdin.readline().rstrip("\r\n")
    try:
        with path.open(encoding="utf-8") as file:
            return file.readline().rstrip("\r\n")
    except UnicodeDecodeError:
        raise RecoveryKeyError("recovery-key-typo") from None
    except OSError as error:
        detail = error.strerror or ""
        raise RecoveryError("recovery-file-unread", path=str(path), detail=detail) from None
