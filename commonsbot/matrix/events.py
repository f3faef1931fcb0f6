"""From an event as the homeserver gives it to what the commons understands."""

import math
import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from commonsbot.domain.files import File
from commonsbot.domain.ids import EventId, UserId
from commonsbot.matrix.bodies import is_number

Content = Mapping[str, Any]

COMPOSED = "org.matrix.msc4391.command"
FILES = ("m.image", "m.file", "m.video", "m.audio")  # no set: what is looked for may be a list

_FALLBACK = re.compile(r"(?:^> .*\n)+\n?", re.MULTILINE)


def kind_of(content: Content) -> str:
    """Its `msgtype`; "" for what can't be one."""
    kind = content.get("msgtype")
    return kind if isinstance(kind, str) else ""


def text_of(content: Content) -> str | None:
    """The words of a message: of an `m.text`, or the caption of a file. None without any.

    Not of a notice: those are said by other bots.
    """
    body = content.get("body")
    if not isinstance(body, str):
        return None
    if kind_of(content) in FILES:
        name = content.get("filename")
        return body if isinstance(name, str) and name != body else None  # v1.10, "Media captions"
    if kind_of(content) != "m.text":
        return None
    return _FALLBACK.sub("", body, count=1) if _is_quoting(relation_of(content), body) else body


def file_of(content: Content) -> File | None:
    """The file a message brings (spec, "m.image", "m.file", "m.video", "m.audio")."""
    locked = _table(content, "file")
    uri = locked.get("url") if locked else content.get("url")
    name = content.get("filename") or content.get("body")
    if kind_of(content) not in FILES or not isinstance(uri, str) or not _is_mxc(uri):
        return None
    info = _table(content, "info")
    mimetype, size = info.get("mimetype"), info.get("size")
    return File(
        uri=uri,
        name=name[:200] if isinstance(name, str) else "",
        mimetype=mimetype[:100] if isinstance(mimetype, str) else "",
        size=size if is_number(size) and 0 <= size < 2**53 else None,
        encrypted=bool(locked),
    )


def _is_mxc(uri: str) -> bool:
    return re.fullmatch(r"mxc://[^\s/]{1,255}/[\w-]{1,255}", uri) is not None


def _table(content: Content, key: str) -> Content:
    value = content.get(key)
    return value if isinstance(value, Mapping) else {}


def replaced_by(content: Content) -> tuple[EventId, Content] | None:
    """The message that an edit replaces, and its new content (spec, "Event replacements")."""
    relation = relation_of(content)
    of, new = relation.get("event_id"), content.get("m.new_content")
    if relation.get("rel_type") != "m.replace" or not isinstance(of, str):
        return None
    return EventId(of), new if isinstance(new, Mapping) else {}


def reaction_of(content: Content) -> tuple[EventId, str] | None:
    """The message reacted to, and the emoji (spec, "Event annotations and reactions")."""
    relation = relation_of(content)
    of, key = relation.get("event_id"), relation.get("key")
    if relation.get("rel_type") != "m.annotation" or not isinstance(of, str):
        return None
    return (EventId(of), key) if isinstance(key, str) and key else None


def redacted_by(source: Content) -> EventId | None:
    """The event that a redaction takes back; in its content from room version 11 on."""
    of = _table(source, "content").get("redacts") or source.get("redacts")
    return EventId(of) if isinstance(of, str) else None


def answered_by(content: Content) -> EventId | None:
    """The message it replies to; not the last one of a thread, which only stands in for one."""
    relation = relation_of(content)
    of = _table(relation, "m.in_reply_to").get("event_id")
    if not isinstance(of, str) or relation.get("is_falling_back") is True:
        return None
    return EventId(of)


def command_of(content: Content, bot: UserId) -> str | None:
    """The command a client composed for the bot from its description (MSC4391), as if typed.

    The body of such a message is the client's own rendering, which may follow no syntax of ours.
    """
    composed, mentions = content.get(COMPOSED), content.get("m.mentions")
    if not isinstance(composed, Mapping) or not isinstance(mentions, Mapping):
        return None
    users, name, given = (
        mentions.get("user_ids"),
        composed.get("command"),
        composed.get("arguments"),
    )
    if not isinstance(users, list) or bot not in users or not isinstance(name, str):
        return None
    values = given.values() if isinstance(given, Mapping) else ()
    return " ".join([f"!{name}", *(str(each) for each in values if isinstance(each, str | int))])


def _is_quoting(relation: Content, body: str) -> bool:
    """Older clients repeat what they answer at the head of the body (before v1.13)."""
    return "m.in_reply_to" in relation and body.startswith("> ")


def relation_of(content: Content) -> Content:
    relation = content.get("m.relates_to")
    return relation if isinstance(relation, Mapping) else {}


def thread_of(content: Content) -> EventId | None:
    relation = relation_of(content)
    root = relation.get("event_id")
    if relation.get("rel_type") == "m.thread" and isinstance(root, str):
        return EventId(root)
    return None


def related_to(content: Content) -> frozenset[EventId]:
    """The messages it answers or follows in a thread: in clear on encrypted ones too."""
    quoted = _table(relation_of(content), "m.in_reply_to").get("event_id")
    found = (thread_of(content), quoted)
    return frozenset(EventId(id) for id in found if isinstance(id, str))


def without_name(text: str, names: Collection[str]) -> str | None:
    """What follows the bot's name when `text` begins with it, else None.

    A name further on is somebody speaking of the bot, not to it.
    """
    bare = sorted((name.removeprefix("@") for name in names if name), key=len, reverse=True)
    choices = "|".join(map(re.escape, bare))
    match = re.match(rf"\s*@?(?:{choices})(?=[\s:,!?]|$)\s*[:,]?\s*", text, re.IGNORECASE)
    return text[match.end() :] if match and choices else None


def sent_at(milliseconds: object) -> datetime:
    """`origin_server_ts`, which the sender's server may have made up."""
    if not isinstance(milliseconds, int | float) or not 0 <= milliseconds < 32_503_680_000_000:
        milliseconds = 0
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def creators_of(event: Content) -> frozenset[UserId]:
    """Who has infinite power by an `m.room.create` event: from room version 12 on (MSC4289)."""
    content = event.get("content")
    if not isinstance(content, Mapping) or not _is_modern(content.get("room_version")):
        return frozenset()
    others = content.get("additional_creators")
    named = [user for user in others if isinstance(user, str)] if isinstance(others, list) else []
    return frozenset(map(UserId, [str(event.get("sender")), *named]))


def _is_modern(version: object) -> bool:
    return isinstance(version, str) and version.isdigit() and int(version) >= 12


def power_of(user: UserId, creators: Collection[UserId], level: int) -> float:
    return math.inf if user in creators else level
