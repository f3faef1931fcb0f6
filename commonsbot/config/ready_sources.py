"""The sources that come with the bot: each was checked, or is off."""

from importlib.resources import files

import yaml

from commonsbot.domain.ready_sources import ReadySource


def load() -> tuple[ReadySource, ...]:
    written = yaml.safe_load((files("commonsbot.config") / "sources.yaml").read_text("utf-8"))
    return tuple(
        ReadySource(id=id, name=one["name"], url=one["url"], checked=str(one.get("checked") or ""))
        for id, one in written["sources"].items()
    )
