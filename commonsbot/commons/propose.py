"""Changes that somebody proposes, and that who keeps the resource decides on."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from commonsbot.commons.asking import Place, Question, place_of_author, put
from commonsbot.commons.moderation import take_back_question
from commonsbot.domain.changes import Change, apply
from commonsbot.domain.differences import Difference, differences
from commonsbot.domain.ids import UserId
from commonsbot.domain.markup import Document, Inline, Paragraph, lines
from commonsbot.domain.messages import Incoming, Kind, Outgoing
from commonsbot.domain.prompts import Ask
from commonsbot.domain.proposals import Proposal, ProposalId, ProposalState
from commonsbot.domain.resources import Resource
from commonsbot.errors import UserError
from commonsbot.store import Transaction
from commonsbot.texts import Languages, Views
from commonsbot.texts import differences as differing

Say = Callable[[Views], tuple[Inline, ...]]
"""Words a note for the room it goes to."""


class Offer(msgspec.Struct, frozen=True):
    """The subject of a prompt."""

    proposal: ProposalId


def prompt_key(id: ProposalId) -> str:
    return f"proposal:{id}"


def subject_of(id: ProposalId) -> str:
    return msgspec.json.encode(Offer(id)).decode()


def offered(subject: str) -> ProposalId:
    return msgspec.json.decode(subject, type=Offer).proposal


@dataclass(frozen=True, slots=True)
class Proposed:
    """What somebody would change, and the message that says so."""

    change: Change
    message: Incoming


async def keep(tx: Transaction, resource: Resource, what: Proposed) -> Proposal:
    """Keeps the proposal; who decides is to be asked."""
    id = await tx.proposals.add(resource.id, what.change, what.message)
    proposal = await tx.proposals.get(id)
    assert proposal, "it was just written"
    return proposal


async def propose(
    tx: Transaction, languages: Languages, resource: Resource, what: Proposed
) -> Place:
    """Keeps the proposal, and asks who may decide on it; where."""
    proposal = await keep(tx, resource, what)
    place = await _place(tx, resource, what.message)
    asked = Question(
        ask=Ask.REVISION,
        key=prompt_key(proposal.id),
        to=resource.author if resource.names_author or place.direct else None,
        moderated=True,
        document=question(languages.views_of(place.room), resource, proposal),
        subject=subject_of(proposal.id),
    )
    await put(tx, asked, place)
    return place


async def _place(tx: Transaction, resource: Resource, message: Incoming) -> Place:
    """Where who decides will see it; beside the proposal itself where that is as good."""
    place = await place_of_author(tx, resource)
    return Place.of(message) if place is None or place.room == message.room else place


def question(views: Views, resource: Resource, proposal: Proposal) -> Document:
    """What somebody would change, exactly, and how to answer."""
    texts, which = views.texts, str(resource.id)
    return (
        texts.paragraph("proposal-ask", who=views.person(proposal.by), link=views.title(resource)),
        differing.items(views, proposed(resource, proposal)),
        Paragraph(
            lines(
                texts.inline("proposal-accept", which=which),
                texts.inline("proposal-refuse", which=which),
            )
        ),
    )


def proposed(resource: Resource, proposal: Proposal) -> tuple[Difference, ...]:
    """What it would change today; nothing where the resource has moved on."""
    try:
        new = apply(proposal.change, resource.draft)
    except UserError:  # which of its links is meant can't be told any more
        return ()
    return differences(resource.draft, new)


async def close(
    tx: Transaction, proposal: Proposal, state: ProposalState, by: UserId, reason: str = ""
) -> bool:
    """False when somebody decided before."""
    if not await tx.proposals.decide(proposal.id, state, by, reason):
        return False
    prompt = await tx.prompts.get(prompt_key(proposal.id))
    if prompt:
        await tx.prompts.close(prompt.id)
    await tx.journal.write(by, state, "proposal", proposal.id, reason)
    return True


async def withdraw(tx: Transaction, proposal: Proposal, by: UserId, reason: str = "") -> bool:
    """Who made it takes it back, and so the question that repeats it. False as for `close`."""
    if not await close(tx, proposal, ProposalState.WITHDRAWN, by, reason):
        return False
    await take_back_question(tx, prompt_key(proposal.id))
    return True


async def tell(tx: Transaction, languages: Languages, proposal: Proposal, say: Say) -> None:
    """Tells who made the proposal what came of it, where they made it.

    Nothing is said of the resource: the room may no longer see it.
    """
    room = proposal.room
    direct = not await tx.rooms.serves(room)
    if direct:
        room = await tx.rooms.direct_with(proposal.by) or room
    await tx.outbox.add(
        Outgoing(
            key=f"proposal:{proposal.id}:decided",
            room=room,
            kind=Kind.NOTE,
            document=(Paragraph(say(languages.views_of(room))),),
            mentions=() if direct else (proposal.by,),
            thread=None if direct else proposal.thread,
            reply_to=None if direct else proposal.event,
        )
    )
