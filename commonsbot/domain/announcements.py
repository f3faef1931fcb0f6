"""The state of a room by which a bot tells clients its commands, for them to complete."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Announcement:
    """One state event of the bot's. Empty content takes it back."""

    kind: str
    """Its event type."""
    key: str
    """Its state key."""
    content: Mapping[str, Any]

    @property
    def place(self) -> tuple[str, str]:
        """What a later one of the same place replaces."""
        return self.kind, self.key

    @property
    def digest(self) -> str:
        """The same for the same content."""
        words = json.dumps(self.content, sort_keys=True)
        return hashlib.sha256(words.encode()).hexdigest()


def changes(
    wanted: Mapping[tuple[str, str], Announcement], written: Mapping[tuple[str, str], str]
) -> list[Announcement]:
    """What to write so that a room says what is `wanted`, and no more.

    `written` is what the bot wrote there before: the digest of each.
    """
    gone = [Announcement(*place, {}) for place in written if place not in wanted]
    return gone + [each for place, each in wanted.items() if written.get(place) != each.digest]
