"""`commonsbot restore`: puts a backup back, and says what does not come back."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from commonsbot import config
from commonsbot.cli.paths import add_config
from commonsbot.cli.reporting import OK
from commonsbot.cli.server import Server
from commonsbot.cli.words import language, say
from commonsbot.config import Config
from commonsbot.domain.backups import Seen, why_not_revive
from commonsbot.errors import BackupError, MatrixError
from commonsbot.store import archive
from commonsbot.store.backup import olm_accounts
from commonsbot.store.lock import data_directory
from commonsbot.store.restore import Unpacked, put_back, unpacked


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "archive", type=Path, metavar=say("restore-archive"), help=say("restore-help-archive")
    )
    add_config(parser)
    parser.add_argument("--with-device", action="store_true", help=say("restore-help-with-device"))
    parser.add_argument("--force", action="store_true", help=say("restore-help-force"))


def run(args: Namespace) -> int:
    settings = config.load(args.config, language())
    with data_directory(settings.data) as data, unpacked(args.archive, data) as backup:
        if args.with_device:
            _check_device(settings, backup)
        now = datetime.now(UTC)
        aside = put_back(backup, data, now, device=args.with_device, force=args.force)
    made = f"{backup.manifest.made_at.astimezone():%Y-%m-%d %H:%M}"
    print(f"✓ {say('restore-done', made=made)}")
    if aside:
        print(f"· {say('restore-aside', path=str(aside))}")
    for words in _consequences(settings, with_device=args.with_device):
        print(f"· {words}")
    return OK


def _consequences(settings: Config, *, with_device: bool) -> Iterator[str]:
    yield say("restore-repeats")
    if with_device:
        yield say("restore-device-back")
    elif (settings.data / archive.CRYPTO).exists():
        yield say("restore-device-kept")
    else:
        yield say("restore-device-new")
        if settings.credentials.access_token:
            yield say("restore-token", config=str(settings.file))


def _check_device(settings: Config, backup: Unpacked) -> None:
    """Raises BackupError unless the device of the backup was not used since."""
    ours = _fingerprints(settings, backup)
    try:
        seen = _ask(settings) if ours else {}
    except MatrixError as error:
        raise BackupError("restore-device-unasked", detail=str(error)) from error
    if reason := why_not_revive(backup.manifest, ours, seen):
        raise BackupError(reason)


def _fingerprints(settings: Config, backup: Unpacked) -> dict[str, str]:
    from commonsbot.matrix.fingerprint import fingerprint  # heavy: only for --with-device

    locked = olm_accounts(backup.folder / archive.CRYPTO, settings.account)
    key = backup.folder / archive.PICKLE_KEY
    if not locked or not key.exists():
        return {}
    return {device: fingerprint(keys, key.read_text()) for device, keys in locked.items()}


def _ask(settings: Config) -> dict[str, Seen]:
    """Asked from a device of its own: a question in the name of the old one would be its use."""
    password = settings.credentials.password
    if not password:
        raise BackupError("restore-device-password")
    server = Server(settings.homeserver)
    server.login(settings.account, password)
    try:
        published = server.fingerprints(settings.account)
        return {
            device: Seen(
                fingerprint=published.get(device),
                last_used=None if moment is None else datetime.fromtimestamp(moment, UTC),
            )
            for device, moment in server.devices().items()
        }
    finally:
        server.logout()
