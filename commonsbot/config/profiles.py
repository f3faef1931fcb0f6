"""What a network asks of every client on it: defaults beneath the file's own settings."""

from collections.abc import Mapping
from typing import Any

PROFILES: Mapping[str, Mapping[str, Any]] = {
    "matrix": {},
    "tchap": {
        "permalink_prefix": "https://tchap.gouv.fr",
        "pace": {"per_second": 1, "burst": 1},  # its makers ask for about one call a second
    },
}


def with_profile(document: Mapping[Any, Any]) -> dict[Any, Any]:
    """The settings as written, over those of the profile they name."""
    name = document.get("profile")
    return _over(document, PROFILES.get(name, {}) if isinstance(name, str) else {})


def _over(written: Mapping[Any, Any], beneath: Mapping[str, Any]) -> dict[Any, Any]:
    merged = dict(written)
    for key, value in beneath.items():
        own = written.get(key)
        if key not in written:
            merged[key] = value
        elif isinstance(own, dict) and isinstance(value, dict):
            merged[key] = _over(own, value)
    return merged
