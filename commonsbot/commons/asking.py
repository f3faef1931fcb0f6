"""Putting a question about a resource to whoever can answer it, where they will see it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.markup import Document
from commonsbot.domain.messages import Incoming, Kind, Outgoing
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Resource
from commonsbot.store import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    room: RoomId
    direct: bool = False
    thread: EventId | None = None
    reply_to: EventId | None = None

    @classmethod
    def of(cls, message: Incoming) -> "Place":
        """Beside `message`: in its thread, or in one it begins."""
        if message.direct:
            return cls(room=message.room, direct=True)
        return cls(room=message.room, thread=message.thread or message.event)


async def place_of_author(tx: Transaction, resource: Resource) -> Place | None:
    """The direct chat with its author, else the room it was shared in; None when neither is left.

    A room reads nothing there that it may not: the resource is its own. Who does not sign by name
    is never named in a room.
    """
    if resource.author and (direct := await tx.rooms.direct_with(resource.author)):
        return Place(room=direct, direct=True)
    if resource.room and resource.names_author and await tx.rooms.serves(resource.room):
        return Place(room=resource.room, reply_to=resource.event)
    return None


async def place_beside(tx: Transaction, resource: Resource) -> Place | None:
    """In its thread, or `place_of_author` where they don't sign by name."""
    if resource.room is None or not resource.names_author:
        return await place_of_author(tx, resource)
    room = await tx.rooms.get(resource.room)
    if room is None:
        return None
    return Place(room=room.id, direct=room.direct, thread=resource.event)


Present = Callable[[RoomId, UserId], Awaitable[bool]]
"""Whether somebody is in a room; true where it can't be known."""


async def place_if_there(tx: Transaction, resource: Resource, present: Present) -> Place | None:
    """`place_of_author`, while they are still there. Not to be asked within a transaction."""
    place = await place_of_author(tx, resource)
    if place is None or resource.author is None:
        return None
    return place if place.direct or await present(place.room, resource.author) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    ask: Ask
    key: str
    """Names it for ever: put twice it is one."""
    to: UserId | None
    """None: only who moderates answers."""
    document: Document
    subject: str
    moderated: bool = False
    expires_at: datetime | None = None


async def put(tx: Transaction, question: Question, place: Place) -> bool:
    """Queues the question; False when it was put before."""
    prompt = await tx.prompts.add(
        question.ask,
        question.key,
        question.to,
        place.room,
        moderated=question.moderated and not place.direct,
        thread=place.thread,
        subject=question.subject,
        expires_at=question.expires_at,
    )
    if prompt is None:
        return False
    await tx.outbox.add(
        Outgoing(
            key=question.key,
            room=place.room,
            kind=Kind.PROMPT,
            document=question.document,
            mentions=() if place.direct or question.to is None else (question.to,),
            thread=place.thread,
            reply_to=place.reply_to,
        )
    )
    return True
