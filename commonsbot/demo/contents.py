"""The contents of the events that people send (client-server API, "Instant messaging")."""

from typing import Any, TypedDict


def message(
    text: str,
    *,
    thread: str | None = None,
    reply_to: str | None = None,
    mentions: tuple[str, ...] = (),
    html: str | None = None,
) -> dict[str, Any]:
    """A text message, as Element writes it."""
    content: dict[str, Any] = {"msgtype": "m.text", "body": text}
    content["m.mentions"] = {"user_ids": list(mentions)} if mentions else {}
    if html is not None:
        content |= {"format": "org.matrix.custom.html", "formatted_body": html}
    if relation := relates_to(thread, reply_to):
        content["m.relates_to"] = relation
    return content


def relates_to(thread: str | None, reply_to: str | None) -> dict[str, Any]:
    """The relation of a message in a thread, of a reply, or of a reply in a thread."""
    if thread is None:
        return {"m.in_reply_to": {"event_id": reply_to}} if reply_to else {}
    return {
        "rel_type": "m.thread",
        "event_id": thread,
        "is_falling_back": reply_to is None,
        "m.in_reply_to": {"event_id": reply_to or thread},
    }


class RoomOptions(TypedDict, total=False):
    """How a new room differs from a plain private one."""

    preset: str  # private_chat (the default), public_chat, trusted_private_chat
    topic: str
    invite: tuple[str, ...]
    direct: bool
    encrypted: bool
    space: bool
    members_of: str  # a space whose members may join without an invitation
    power: dict[str, Any]  # overrides the content of m.room.power_levels
    version: str


def room_request(name: str, options: RoomOptions) -> dict[str, Any]:
    """What POST /createRoom is given."""
    request: dict[str, Any] = {
        "preset": options.get("preset", "private_chat"),
        "invite": list(options.get("invite", ())),
        "is_direct": options.get("direct", False),
        "initial_state": first_state(options),
    }
    if options.get("space"):
        request["creation_content"] = {"type": "m.space"}
    optional = {
        "name": name,
        "topic": options.get("topic"),
        "power_level_content_override": options.get("power"),
        "room_version": options.get("version"),
    }
    return request | {key: value for key, value in optional.items() if value}


def first_state(options: RoomOptions) -> list[dict[str, Any]]:
    """The state events that a room starts with."""
    state = []
    if options.get("encrypted"):
        algorithm = {"algorithm": "m.megolm.v1.aes-sha2"}
        state.append({"type": "m.room.encryption", "state_key": "", "content": algorithm})
    if members_of := options.get("members_of"):
        allowed = [{"type": "m.room_membership", "room_id": members_of}]
        rule = {"join_rule": "restricted", "allow": allowed}
        state.append({"type": "m.room.join_rules", "state_key": "", "content": rule})
    return state
