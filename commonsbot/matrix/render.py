"""From the markup tree to a Matrix event."""

from typing import Any

from commonsbot.domain.ids import EventId
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.rendering import html_of, plain_of


def content_of(message: Outgoing) -> dict[str, Any]:
    """The content of the `m.room.message` event.

    `m.mentions` is always there, so that a name in the text rings nobody by accident (v1.7,
    "User and room mentions").
    """
    said = _said(message)
    if message.replaces:
        return _edit(said, message.replaces)
    if relation := _relation(message):
        said["m.relates_to"] = relation
    return said


def _said(message: Outgoing) -> dict[str, Any]:
    return {
        "msgtype": "m.notice" if message.notice else "m.text",
        "body": plain_of(message.document),
        "format": "org.matrix.custom.html",
        "formatted_body": html_of(message.document),
        "m.mentions": _mentions(message),
    }


def _edit(said: dict[str, Any], of: EventId) -> dict[str, Any]:
    """Spec, "Event replacements": the new content, and a fallback for who doesn't know them."""
    return {
        **said,
        "body": f"* {said['body']}",
        "formatted_body": f"* {said['formatted_body']}",
        "m.new_content": said,
        "m.relates_to": {"rel_type": "m.replace", "event_id": of},
    }


def _mentions(message: Outgoing) -> dict[str, Any]:
    if message.mentions:
        return {"user_ids": list(message.mentions)}
    return {"room": True} if message.kind is Kind.URGENT else {}


def _relation(message: Outgoing) -> dict[str, Any]:
    """Spec, "Threading" and "Rich replies"."""
    reply = {"m.in_reply_to": {"event_id": message.reply_to}} if message.reply_to else {}
    if message.thread is None:
        return reply
    return {
        "rel_type": "m.thread",
        "event_id": message.thread,
        "is_falling_back": True,
        **(reply or {"m.in_reply_to": {"event_id": message.thread}}),
    }
