"""Answers of the homeserver, put right before nio reads them."""

import logging
from typing import Any

log = logging.getLogger(__name__)


def drop_malformed_devices(body: dict[str, Any]) -> None:
    """The keys of a broken device must not cost those of everybody else.

    nio refuses the whole answer for one wrong part (spec, "POST /keys/query").
    """
    found = body.get("device_keys")
    if not isinstance(found, dict):
        return
    for user, devices in found.items():
        known = devices if isinstance(devices, dict) else {}
        found[user] = {id: keys for id, keys in known.items() if _is_device(keys)}
        if len(found[user]) < len(known):
            log.warning("malformed device keys dropped", extra={"sender": user})


def _is_device(keys: Any) -> bool:
    """Whether it has the shape of a `DeviceInformation`."""
    if not isinstance(keys, dict):
        return False
    texts = (keys.get("user_id"), keys.get("device_id"))
    tables = (keys.get("keys"), keys.get("signatures"), keys.get("unsigned", {}))
    return (
        all(isinstance(text, str) for text in texts)
        and _is_list_of_text(keys.get("algorithms"))
        and all(isinstance(table, dict) for table in tables)
        and all(isinstance(key, str) for key in keys["keys"].values())
        and all(isinstance(signed, dict) for signed in keys["signatures"].values())
    )


def _is_list_of_text(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
