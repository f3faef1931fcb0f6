"""The settings described for editors (JSON Schema, draft 2020-12)."""

import json
from typing import Any

from commonsbot.config.settings import Settings
from commonsbot.config.shapes import Group


def schema() -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Configuration de CommonsBot",
        **Group(Settings).schema(),
    }


def as_text() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
