"""A share that waits for a moderator: put to them, then seen by others or not."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from commonsbot.commons.asking import Place, place_of_author
from commonsbot.domain.audiences import Audience
from commonsbot.domain.captures import Capture
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId
from commonsbot.domain.markup import Document, Inline, Paragraph
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.moderation import Waiting, prompt_key, subject_of, waiting
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Draft, Resource, Status
from commonsbot.domain.resources import Kind as Sort
from commonsbot.domain.terms import Terms
from commonsbot.store import Transaction
from commonsbot.texts import Languages, Views

SayThere = Callable[[Views, Place], tuple[Inline, ...]]
"""Words a note for the place it goes to."""


async def entry(tx: Transaction, capture: Capture, draft: Draft, terms: Terms) -> Status:
    """Whether others see `draft` at once, or once a moderator accepted it.

    What its author alone would see needs nobody's look.
    """
    if not terms.reviewed:
        return Status.PUBLISHED
    alone = draft.audience is Audience.ROOM and not await tx.rooms.serves(capture.room)
    return Status.PUBLISHED if alone else Status.PENDING


def place_to_decide(resource: Resource, desk: RoomId | None) -> Place:
    """The moderators' room; beside the share itself where there is none, and for what must not
    leave its room."""
    assert resource.room, "it was shared somewhere"
    if desk is None or resource.audience is Audience.ROOM:
        return Place(room=resource.room, thread=resource.event)
    return Place(room=desk)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDecide:
    """A question to who moderates."""

    ask: Ask
    key: str
    subject: str
    head: Document
    """What it is about, in a line."""
    question: Document


def of_share(what: Waiting, head: Document, question: Document) -> ToDecide:
    key = prompt_key(what.resource, what.version)
    return ToDecide(ask=Ask.SHARE, key=key, subject=subject_of(what), head=head, question=question)


async def put(tx: Transaction, what: ToDecide, place: Place) -> None:
    """Asks who moderates there; in their own room, in the thread of its head."""
    asked = await tx.prompts.add(
        what.ask,
        what.key,
        None,
        place.room,
        moderated=True,
        thread=place.thread,
        subject=what.subject,
    )
    if asked is None:
        return
    under = None if place.thread else head_key(what.key)
    if under:
        await tx.outbox.add(
            Outgoing(key=under, room=place.room, kind=Kind.NOTE, document=what.head)
        )
    await tx.outbox.add(
        Outgoing(
            key=what.key,
            room=place.room,
            kind=Kind.PROMPT,
            document=what.question,
            thread=place.thread,
            under=under,
        )
    )


def head_key(key: str) -> str:
    """Of the line above a question to the moderators' room."""
    return f"{key}:head"


async def take_back_question(tx: Transaction, key: str) -> None:
    """It is not to be read any more."""
    await tx.outbox.unsay(key)
    await tx.outbox.unsay(head_key(key))


async def withdraw_question(tx: Transaction, resource: ResourceId) -> Waiting | None:
    """What its moderators were asked is over; what it was."""
    prompt = await tx.prompts.on_share(resource)
    if prompt is None:
        return None
    await tx.prompts.close(prompt.id)
    return waiting(prompt.subject)


async def unsay(tx: Transaction, resource: ResourceId) -> None:
    """The questions about it repeat its words: they go with it."""
    await withdraw_question(tx, resource)
    for key in await tx.prompts.keys(prompt_key(resource, "")):
        await take_back_question(tx, key)


async def reply_to(
    tx: Transaction, resource: ResourceId, question: ResourceId, *, solves: bool
) -> None:
    """A share that waits is an answer: the question learns of it once it is accepted."""
    prompt = await tx.prompts.on_share(resource)
    assert prompt, "it waits"
    what = msgspec.structs.replace(waiting(prompt.subject), answers=question, solves=solves)
    await tx.prompts.amend(prompt.id, subject_of(what))


async def publish(tx: Transaction, resource: Resource, by: UserId) -> None:
    """Whoever its audience is sees it from now on."""
    await tx.resources.publish(resource.id)
    await tx.journal.write(by, "publish", "resource", resource.id)


async def refuse(tx: Transaction, resource: Resource, by: UserId, reason: str) -> None:
    """Nobody will see it."""
    await tx.resources.take_out(resource.id, Status.REMOVED)
    if resource.kind is Sort.QUESTION:
        await tx.questions.close(resource.id)
    await tx.journal.write(by, "refuse", "resource", resource.id, reason)


async def tell_author(
    tx: Transaction, languages: Languages, resource: Resource, say: SayThere, key: str
) -> None:
    """In their direct chat, else beside what they shared."""
    place = await place_of_author(tx, resource)
    if place is None or resource.author is None:
        return
    thread: EventId | None = None if place.direct else resource.event
    await tx.outbox.add(
        Outgoing(
            key=key,
            room=place.room,
            kind=Kind.NOTE,
            document=(Paragraph(say(languages.views_of(place.room), place)),),
            mentions=() if place.direct else (resource.author,),
            thread=thread,
            reply_to=place.reply_to,
        )
    )
