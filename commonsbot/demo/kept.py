"""What a demonstration needs to be taken up again: passwords, rooms, ports."""

import json
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self

from commonsbot.demo.homeserver_config import write_private

FILE = "demo.json"
OUR_OWN = frozenset({FILE, "lock", "homeserver", "bot"})


@dataclass(frozen=True, slots=True)
class Place:
    """A room of the demonstration."""

    key: str
    name: str
    id: str
    encrypted: bool = False


@dataclass(slots=True)
class Kept:
    passwords: dict[str, str]
    feed_port: int = 0
    space: str = ""
    places: list[Place] = field(default_factory=list)
    played: bool = False
    """Whether the scene was played to its end."""

    @classmethod
    def open(cls, folder: Path, names: tuple[str, ...]) -> Self:
        """What `folder` keeps, or new passwords for `names`."""
        path = folder / FILE
        if not path.exists():
            return cls({name: f"{name}-{secrets.token_hex(4)}" for name in names})
        values = json.loads(path.read_text())
        values["places"] = [Place(**place) for place in values["places"]]
        return cls(**values)

    def save(self, folder: Path) -> None:
        """Readable by its owner only."""
        write_private(folder / FILE, json.dumps(asdict(self), indent=1, ensure_ascii=False))


def is_foreign(folder: Path) -> bool:
    """Whether `folder` holds something that no demonstration put there."""
    return folder.exists() and any(entry.name not in OUR_OWN for entry in folder.iterdir())
