"""The files that `init` writes."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from commonsbot.cli.words import language, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What `init` learnt."""

    homeserver: str
    account: str
    access_token: str = field(repr=False)
    device_id: str
    password: str = field(repr=False)
    """"" unless it is to be kept."""
    name: str
    """Of the network; "" for none."""
    space: str
    rooms: Sequence[str]
    stewards: Sequence[str]
    data: str
    """"" for the default."""


def write(answers: Answers, config: Path, secrets: Path) -> None:
    config.parent.mkdir(parents=True, exist_ok=True)
    _put(secrets, secrets_text(answers), 0o600)
    _put(config, config_text(answers, secrets.name), 0o644)


def config_text(answers: Answers, secrets: str) -> str:
    settings: dict[str, str | Sequence[str]] = {
        "homeserver": answers.homeserver,
        "account": answers.account,
        "name": answers.name,
        "profile": _profile(answers.homeserver),
        "secrets": secrets,
        "space": answers.space,
        "rooms": answers.rooms,
        "stewards": answers.stewards,
        "data": answers.data,
        "language": language(),
    }
    parts = [f"# {say('written-head')}\n"]
    parts += [
        f"# {say(f'written-{name}')}\n{name}: {_yaml(value)}\n"
        for name, value in settings.items()
        if value or name == "stewards"
    ]
    return "\n".join(parts)


def _profile(homeserver: str) -> str:
    """The network whose defaults suit this homeserver; "" for the usual ones."""
    host = urlsplit(homeserver).hostname or ""
    return "tchap" if f".{host}".endswith(".tchap.gouv.fr") else ""


def secrets_text(answers: Answers) -> str:
    return _secrets_text(answers.access_token, answers.device_id, answers.password)


def write_secrets(path: Path, access_token: str, device_id: str, password: str) -> None:
    """`password`: "" unless it is to be kept."""
    _put(path, _secrets_text(access_token, device_id, password), 0o600)


def _secrets_text(access_token: str, device_id: str, password: str) -> str:
    secrets = {"access_token": access_token, "device_id": device_id, "password": password}
    lines = [f"{name}: {_yaml(value)}\n" for name, value in secrets.items() if value]
    return f"# {say('written-secrets-head')}\n" + "".join(lines)


def _yaml(value: str | Sequence[str]) -> str:
    """JSON is YAML, and quotes what must be."""
    return json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)


def _put(path: Path, text: str, mode: int) -> None:
    """All of it or nothing, and never readable by others for a moment."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with open(handle, "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)
