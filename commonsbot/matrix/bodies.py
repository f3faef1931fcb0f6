"""Answers of the homeserver, put right before nio reads them."""

import logging
from typing import Any, TypeGuard

log = logging.getLogger(__name__)

MEGOLM = "m.megolm.v1.aes-sha2"

Json = dict[str, Any]


def drop_malformed_devices(body: Json) -> None:
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


def well_formed(events: list[Any], room: str) -> list[Json]:
    """Those that have the fields of a room event (spec, "Room event format").

    Encrypted events that name no sending device are whole (MSC4381), but nio refuses them: the
    names are left empty, for the machine to fill in.
    """
    good = [event for event in events if _is_event(event)]
    if len(good) < len(events):
        dropped = len(events) - len(good)
        log.warning("malformed events dropped", extra={"room": room, "events": dropped})
    for event in good:
        if event["content"].get("algorithm") == MEGOLM:
            event["content"].setdefault("sender_key", "")
            event["content"].setdefault("device_id", "")
    return good


def table(value: object, *path: str) -> Json:
    """The object at `path`; an empty one when there is none."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def listed(value: Json, name: str) -> list[Any]:
    """The list of that name; an empty one when there is none."""
    found = value.get(name)
    return found if isinstance(found, list) else []


def has_kind(event: Any) -> bool:
    """Whether it says what it is, who sent it, and anything at all: as all events do."""
    return (
        isinstance(event, dict)
        and isinstance(event.get("type"), str)
        and isinstance(event.get("sender"), str)
        and isinstance(event.get("content"), dict)
    )


def is_number(value: object) -> TypeGuard[int]:
    """An integer; JSON has no others here, and no truth values among them."""
    return isinstance(value, int) and not isinstance(value, bool)


def _is_event(event: Any) -> bool:
    return (
        has_kind(event)
        and isinstance(event.get("event_id"), str)
        and is_number(event.get("origin_server_ts"))
        and isinstance(event.get("state_key", ""), str)
        and _is_unsigned(event.get("unsigned", {}))
    )


def _is_unsigned(value: Any) -> bool:
    """What the homeserver adds to an event."""
    parts = ("prev_content", "redacted_because")
    return isinstance(value, dict) and all(isinstance(value.get(part, {}), dict) for part in parts)


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
