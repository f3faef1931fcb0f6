"""The bot's way in: from a file that only its owner reads, or from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from commonsbot.config import documents, values
from commonsbot.config.shapes import Fault, Group, setting

PASSWORD = "COMMONSBOT_PASSWORD"  # noqa: S105 - a name, not a password
ACCESS_TOKEN = "COMMONSBOT_ACCESS_TOKEN"  # noqa: S105
OTHERS = 0o077


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
    """What `path` and the environment hold; the environment wins.

    Notes a fault when others may read the file, or when there is neither password nor token.
    """
    kept = SecretsFile()
    given = bool(environment.get(PASSWORD) or environment.get(ACCESS_TOKEN))
    if path.exists() or not given:
        kept = _file(path, faults) or kept
    read = Credentials(
        password=environment.get(PASSWORD) or kept.password,
        access_token=environment.get(ACCESS_TOKEN) or kept.access_token,
        device_id=None if environment.get(ACCESS_TOKEN) else kept.device_id,
    )
    if not (faults or read.password or read.access_token):
        faults.append(Fault("", "config-secrets-empty", {}))
    return read


def _file(path: Path, faults: list[Fault]) -> SecretsFile | None:
    if not path.exists():
        faults.append(Fault("", "config-secrets-missing", {"path": str(path)}))
        return None
    if path.stat().st_mode & OTHERS:
        mode = f"{path.stat().st_mode & 0o777:o}"
        faults.append(Fault("", "config-secrets-mode", {"path": str(path), "mode": mode}))
    document = documents.read(path, faults, secret=True)
    if document is None:
        return None
    read: SecretsFile | None = Group(SecretsFile).read(document, "", faults)
    return read
