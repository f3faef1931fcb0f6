"""What comes in from a room, and what goes out to one."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from commonsbot.domain.devices import SenderDevice
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.markup import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One text message somebody sent to a room the bot serves, already decrypted."""

    event: EventId
    room: RoomId
    sender: UserId
    text: str
    """The plain body, without reply fallback."""
    sent_at: datetime
    thread: EventId | None = None
    """The thread's root event (spec, "Threading")."""
    mentioned: bool = False
    """The bot is named in `m.mentions` or at the head of the text."""
    direct: bool = False
    encrypted: bool = False
    """The room is; whether the message was, `device` says."""
    device: SenderDevice = SenderDevice.NONE
    overtaken: bool = False
    """Others wrote in the room since: the answer then quotes the question."""
    power: float = 0
    """The sender's power level in the room; infinite for creators from room version 12 on."""
    sender_rooms: frozenset[RoomId] = frozenset()
    """In a direct chat: the served rooms the sender is in too."""


class Kind(StrEnum):
    """Why the bot speaks: what it was asked for is an answer, the rest it starts by itself."""

    ANSWER = "answer"
    INTRODUCTION = "introduction"
    NEWS = "news"
    EDITION = "edition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message to send, once.

    `key` names it for ever: the same key queued twice is one message, and the homeserver sees
    one transaction id for it (spec, "Transaction identifiers").
    """

    key: str
    room: RoomId
    kind: Kind
    document: Document
    notice: bool = False
    """`m.notice`: nothing found, errors, status. A mention in a notice does not ring."""
    mentions: tuple[UserId, ...] = ()
    thread: EventId | None = None
    reply_to: EventId | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a command answers, before it is known where."""

    document: Document = field(default=())
    notice: bool = False


def answer(asked: Incoming, reply: Reply) -> Outgoing:
    """`reply` addressed to who asked: in the thread if asked in one, quoted only in a busy room."""
    quoted = asked.thread is not None or asked.overtaken
    return Outgoing(
        key=f"answer:{asked.event}",
        room=asked.room,
        kind=Kind.ANSWER,
        document=reply.document,
        notice=reply.notice,
        mentions=() if asked.direct else (asked.sender,),
        thread=asked.thread,
        reply_to=asked.event if quoted else None,
    )
