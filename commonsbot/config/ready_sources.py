"""The sources that come with the bot: each was checked, or is off."""

from dataclasses import dataclass
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadySource:
    id: str
    name: str
    url: str
    checked: str
    """The day its address was read and gave a feed; "": it never was, and the source is off."""


def load() -> dict[str, ReadySource]:
    written = yaml.safe_load((files("commonsbot.config") / "sources.yaml").read_text("utf-8"))
    return {
        id: ReadySource(
            id=id, name=one["name"], url=one["url"], checked=str(one.get("checked") or "")
        )
        for id, one in written["sources"].items()
    }
