"""How a command ends: an exit code, and one clear line for whoever typed it."""

import logging
import os
import secrets
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from commonsbot.cli.words import say
from commonsbot.errors import (
    AccountExpiredError,
    BackupError,
    CommonsBotError,
    ConfigError,
    DataDirectoryBusyError,
    DeviceClashError,
    ExchangeError,
    RecoveryError,
    TokenGoneError,
)

OK = 0
FAILED = 1
ACCOUNT_EXPIRED = 69  # EX_UNAVAILABLE: until somebody renews it
BUSY = 75  # EX_TEMPFAIL of sysexits.h: the same command may succeed later
DEVICE_CLASH = 76  # EX_PROTOCOL: only a person can give the bot a new device
TOKEN_GONE = 77  # EX_NOPERM: only a person can log in again
BAD_CONFIG = 78  # EX_CONFIG
INTERRUPTED = 130  # 128 + SIGINT, as shells count

log = logging.getLogger(__name__)


def guarded(command: Callable[[], int], *, debug: bool = False) -> int:
    """Runs `command`; what it raises becomes one line on stderr and an exit code."""
    try:
        return command()
    except CommonsBotError as error:
        if debug:
            traceback.print_exc()
        return _expected(error)
    except (KeyboardInterrupt, EOFError):
        print(f"\n{say('cli-interrupted')}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # `commonsbot schema | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback to a person
        return _unexpected(error, debug=debug)


def _expected(error: CommonsBotError) -> int:
    if isinstance(error, ConfigError):
        for one in error.errors:
            _complain(str(one))
        return BAD_CONFIG
    if isinstance(error, DataDirectoryBusyError):
        _complain(say("cli-busy", detail=str(error)))
        return BUSY
    if isinstance(error, DeviceClashError):
        _complain(say("cli-device-clash", device=error.device))
        return DEVICE_CLASH
    if isinstance(error, TokenGoneError):
        _complain(say("cli-token-gone"))
        return TOKEN_GONE
    if isinstance(error, AccountExpiredError):
        _complain(say("cli-account-expired"))
        return ACCOUNT_EXPIRED
    if isinstance(error, BackupError | ExchangeError | RecoveryError):
        _complain(say(error.reason, **error.values))
        return FAILED
    _complain(str(error))
    return FAILED


def _unexpected(error: Exception, *, debug: bool) -> int:
    reference = secrets.token_hex(4)
    if debug:
        traceback.print_exc()
    if logging.getLogger().handlers:
        log.error("unexpected error", exc_info=error, extra={"reference": reference})
        _complain(say("cli-unexpected-log", reference=reference))
    else:
        _complain(say("cli-unexpected-file", reference=reference, path=_keep(error, reference)))
    return FAILED


def _keep(error: Exception, reference: str) -> str:
    path = Path(tempfile.gettempdir()) / f"commonsbot-{reference}.log"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "w", encoding="utf-8") as file:
        file.writelines(traceback.format_exception(error))
    return str(path)


def _complain(sentence: str) -> None:
    print(f"✗ {sentence}", file=sys.stderr)
