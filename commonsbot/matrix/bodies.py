"""Answers of the homeserver, put right before nio reads them."""

import logging
from collections.abc import Iterator
from typing import Any

log = logging.getLogger(__name__)

MEGOLM = "m.megolm.v1.aes-sha2"


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


def name_senders(body: dict[str, Any]) -> None:
    """Encrypted events that name no sending device are whole (MSC4381); nio refuses them.

    The names are left empty, for the machine to fill in. `body` is that of `GET /sync` or of
    `GET /rooms/{id}/messages`.
    """
    for events in (_list_in(body, "chunk"), *_timelines(body)):
        for event in events:
            content = event.get("content") if isinstance(event, dict) else None
            if isinstance(content, dict) and content.get("algorithm") == MEGOLM:
                content.setdefault("sender_key", "")
                content.setdefault("device_id", "")


def _timelines(body: dict[str, Any]) -> Iterator[list[Any]]:
    joined = _table_in(_table_in(body, "rooms"), "join")
    for room in joined:
        yield _list_in(_table_in(_table_in(joined, room), "timeline"), "events")


def _table_in(table: dict[str, Any], key: str) -> dict[str, Any]:
    value = table.get(key)
    return value if isinstance(value, dict) else {}


def _list_in(table: dict[str, Any], key: str) -> list[Any]:
    value = table.get(key)
    return value if isinstance(value, list) else []


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
