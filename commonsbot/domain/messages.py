"""What comes in from a room, and what goes out to one."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from commonsbot.domain.devices import SenderDevice
from commonsbot.domain.diagnosis import Diagnosis
from commonsbot.domain.files import File
from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.markup import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message that another one is about, fetched because somebody asked for it."""

    event: EventId
    room: RoomId
    sender: UserId
    text: str
    """As it reads now, after its edits."""
    sent_at: datetime
    thread: EventId | None = None
    file: File | None = None
    own: bool = False
    """Said by the bot itself."""

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() and self.file is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One message somebody sent to a room the bot serves, already decrypted."""

    event: EventId
    room: RoomId
    sender: UserId
    text: str
    """The plain body, without reply fallback; of a file, its caption."""
    sent_at: datetime
    file: File | None = None
    answers: EventId | None = None
    """The message it replies to (spec, "Rich replies")."""
    quoted: Said | None = None
    """That message, or the one that a question it answers is about, where it is needed."""
    page: str = ""
    """The title of the page it is about, where it gives none itself."""
    edits: EventId | None = None
    """The message it is the new wording of."""
    reacted: EventId | None = None
    """Of a reaction, the message it is on."""
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
    stranger: bool = False
    """In a direct chat: the sender is in no room of the network, nor invited by its operator."""
    diagnosis: Diagnosis | None = None
    """Of the room, where a command examines it."""

    @property
    def origin(self) -> EventId:
        """The message as others know it: edits leave it its id (spec, "Event replacements")."""
        return self.edits or self.event


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """An emoji somebody put on a message (spec, "Event annotations and reactions")."""

    event: EventId
    room: RoomId
    sender: UserId
    to: EventId
    key: str
    sent_at: datetime
    direct: bool = False
    encrypted: bool = False
    power: float = 0
    sender_rooms: frozenset[RoomId] = frozenset()
    stranger: bool = False
    quoted: Said | None = None
    """The message it is on, or the one that a question it answers is about, where it is needed."""
    page: str = ""
    """The title of the page that message links to, where it has none of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A message said otherwise (spec, "Event replacements"). `message` has the new words.

    Its `event` is that of the edit; `of` is the message that is edited.
    """

    of: EventId
    message: Incoming


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """A message taken back, by its author or a moderator (spec, "Redactions")."""

    event: EventId
    room: RoomId
    sender: UserId
    of: EventId


Happening: TypeAlias = Incoming | Reaction | Edit | Redaction


class Kind(StrEnum):
    """Why the bot speaks: what it was asked for is an answer, the rest it starts by itself."""

    ANSWER = "answer"
    INTRODUCTION = "introduction"
    NEWS = "news"
    EDITION = "edition"
    PROMPT = "prompt"
    """A question to somebody, see `prompts`. One that is part of an answer is an answer."""
    NOTE = "note"
    """Private: who thanked, what one follows."""
    URGENT = "urgent"
    """Said past everybody's hours, by somebody who may."""


@dataclass(frozen=True, slots=True)
class Sign:
    """An emoji put on a message, which says enough where words would disturb (spec, "Event
    annotations and reactions")."""

    emoji: str
    on: EventId


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
    under: str | None = None
    """The key of another message of the outbox, in whose thread this one goes. It is dropped
    with it."""
    reply_to: EventId | None = None
    pins: EventId | None = None
    """A message to pin in the room, instead of saying something."""
    redacts: EventId | None = None
    """A message of the bot's to take back, instead of saying something."""
    sign: Sign | None = None
    """Takes the place of the words outside hours; alone, without words, it is what is sent."""
    replaces: EventId | None = None
    """A message of the bot's that this is the new wording of."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a command answers, before it is known where."""

    document: Document = field(default=())
    notice: bool = False
    thread: EventId | None = None
    """Where it belongs, if not where it was asked for."""
    also: tuple[UserId, ...] = ()
    """Whom it concerns besides who asked; never in a direct chat."""
    sign: str = ""
    """An emoji that says enough outside hours."""


def answer(asked: Incoming, reply: Reply) -> Outgoing:
    """`reply` addressed to who asked: in the thread if asked in one, quoted only in a busy room."""
    thread = reply.thread or asked.thread
    quoted = thread is not None or asked.overtaken
    about = asked.reacted or asked.origin
    return Outgoing(
        key=f"answer:{asked.event}",
        room=asked.room,
        kind=Kind.ANSWER,
        document=reply.document,
        notice=reply.notice,
        mentions=() if asked.direct else tuple(dict.fromkeys((asked.sender, *reply.also))),
        thread=thread,
        reply_to=about if quoted else None,
        sign=Sign(reply.sign, about) if reply.sign else None,
    )
