"""What editors and readers are given stays true to the code."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml

from commonsbot.config import load
from commonsbot.config.schema import as_text, schema

FOLDER = Path(__file__).parents[2] / "config"
EXAMPLE = FOLDER / "commonsbot.example.yaml"


def test_the_committed_schema_is_the_one_of_the_code() -> None:
    assert (FOLDER / "commonsbot.schema.json").read_text(encoding="utf-8") == as_text()


def test_the_example_loads_and_points_to_the_schema() -> None:
    config = load(EXAMPLE, "fr", {"COMMONSBOT_PASSWORD": "s3cret"})
    assert all(getattr(config, known.name) for known in fields(config))
    assert EXAMPLE.read_text().startswith(
        "# yaml-language-server: $schema=./commonsbot.schema.json"
    )


def test_the_example_shows_every_setting() -> None:
    assert _missing(schema(), yaml.safe_load(EXAMPLE.read_text()), "") == []


def _missing(described: dict[str, Any], shown: dict[str, Any], path: str) -> list[str]:
    missing = []
    for name, below in described["properties"].items():
        group = below.get("anyOf", [below])[0]
        if name not in shown:
            missing.append(path + name)
        elif "properties" in group:
            missing += _missing(group, shown[name], f"{path}{name}.")
    return missing
