"""From the markup tree to a Matrix event."""

from typing import Any

from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.rendering import html_of, plain_of


def content_of(message: Outgoing) -> dict[str, Any]:
    """The content of the `m.room.message` event.

    `m.mentions` is always there, so that a name in the text rings nobody by accident (v1.7,
    "User and room mentions").
    """
    content: dict[str, Any] = {
        "msgtype": "m.notice" if message.notice else "m.text",
        "body": plain_of(message.document),
        "format": "org.matrix.custom.html",
        "formatted_body": html_of(message.document),
        "m.mentions": _mentions(message),
    }
    if relation := _relation(message):
        content["m.relates_to"] = relation
    return content


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
