"""The bot's way in: from a file that only its owner reads, from systemd or the environment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path

from commonsbot.config import documents, values
from commonsbot.config.shapes import Fault, Group, setting

PASSWORD = "COMMONSBOT_PASSWORD"  # noqa: S105 - a name, not a password
ACCESS_TOKEN = "COMMONSBOT_ACCESS_TOKEN"  # noqa: S105
FOLDER = "CREDENTIALS_DIRECTORY"
"""Where systemd puts what `LoadCredential=` names (systemd.exec(5), "Credentials")."""
OTHERS = 0o077
WORLD = 0o007


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """At least one of `password` and `access_token` is there. Neither shows in a repr."""

    password: str | None = field(default=None, repr=False)
    access_token: str | None = field(default=None, repr=False)
    device_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretsFile:
    password: str | None = setting(values.SECRET, "Mot de passe du robot.", None)
    access_token: str | None = setting(values.SECRET, "Jeton d'accès du robot.", None)
    device_id: str | None = setting(values.WORD, "Appareil auquel appartient le jeton.", None)


def load(path: Path, environment: Mapping[str, str], faults: list[Fault]) -> Credentials:
    """What `path`, systemd and the environment hold; the later ones win.

    Notes a fault when others may read a file, or when there is neither password nor token.
    """
    kept = SecretsFile()
    password = environment.get(PASSWORD) or _of_systemd("password", environment, faults)
    token = environment.get(ACCESS_TOKEN) or _of_systemd("access_token", environment, faults)
    if path.exists() or not (password or token):
        kept = _file(path, faults) or kept
    read = Credentials(
        password=password or kept.password,
        access_token=token or kept.access_token,
        device_id=None if token else kept.device_id,
    )
    if not (faults or read.password or read.access_token):
        faults.append(Fault("", "config-secrets-empty", {}))
    return read


def exposed(data: Path) -> Iterator[tuple[Path, int]]:
    """Files of the data directory that other accounts can read, with their modes: the session and
    the keys speak for the bot, the database holds the commons in clear."""
    if not data.is_dir() or not _is_open(data):
        return
    for path in (data / "session.json", *sorted(data.glob("commonsbot.db*"))):
        if path.exists() and _mode(path) & OTHERS:
            yield path, _mode(path)
    keys = data / "crypto"
    if keys.is_dir() and _is_open(keys):
        yield from ((one, _mode(one)) for one in sorted(keys.iterdir()) if _mode(one) & OTHERS)


def _is_open(folder: Path) -> bool:
    """Whether others may reach what is in it."""
    return bool(_mode(folder) & 0o011)


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def _of_systemd(name: str, environment: Mapping[str, str], faults: list[Fault]) -> str | None:
    """The credential `commonsbot.name`, if systemd gave one."""
    folder = environment.get(FOLDER)
    path = Path(folder) / f"commonsbot.{name}" if folder else None
    if path is None or not path.is_file():
        return None
    if _mode(path) & WORLD:
        values = {"path": str(path), "mode": f"{_mode(path):o}"}
        faults.append(Fault("", "config-credential-mode", values))
    return path.read_text(encoding="utf-8").strip() or None


def _file(path: Path, faults: list[Fault]) -> SecretsFile | None:
    if not path.exists():
        faults.append(Fault("", "config-secrets-missing", {"path": str(path)}))
        return None
    if _mode(path) & OTHERS:
        mode = f"{_mode(path):o}"
        faults.append(Fault("", "config-secrets-mode", {"path": str(path), "mode": mode}))
    document = documents.read(path, faults, secret=True)
    if document is None:
        return None
    known = [one.name for one in fields(SecretsFile)]
    if any(not get_close_matches(str(name), known, n=1, cutoff=0.7) for name in document):
        # Not a slip: the name may be the secret itself.
        faults.append(Fault("", "config-secrets-unknown", {"keys": ", ".join(known)}))
        return None
    read: SecretsFile | None = Group(SecretsFile).read(document, "", faults)
    return read
