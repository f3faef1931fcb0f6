"""In a reviewed room, moderators look at later changes too: what others read is what they accepted.

What needs nobody's look is done at once: values of a list, fewer readers, taking back.
"""

from commonsbot.commands.command import Context
from commonsbot.commands.moderation import READ_FOR
from commonsbot.commands.share_questions import name_of_room, place_to_decide, taps_in
from commonsbot.commons import moderation
from commonsbot.commons.moderation import ToDecide
from commonsbot.commons.propose import (
    Proposed,
    keep,
    prompt_key,
    proposed,
    subject_of,
    withdraw,
)
from commonsbot.commons.revise import admit
from commonsbot.domain.audiences import Audience, widens
from commonsbot.domain.changes import Change, apply
from commonsbot.domain.markup import Bold, Document, Paragraph, lines
from commonsbot.domain.moderation import without_look
from commonsbot.domain.prompts import Ask
from commonsbot.domain.proposals import Proposal
from commonsbot.domain.resources import Draft, Resource, with_draft
from commonsbot.domain.rooms import Room
from commonsbot.errors import UserError
from commonsbot.texts import differences as differing


async def is_reviewed(context: Context, resource: Resource, draft: Draft) -> bool:
    """Whether a moderator is to look at `draft` before others read it in the place of what
    `resource` says. The policy is that of the room it was shared in."""
    if resource.room is None or context.actor.moderates(resource):
        return False
    audience = draft.audience or resource.audience
    more = draft != without_look(resource.draft, draft)
    if not (more or widens(resource.audience, audience)):
        return False
    room = await context.tx.rooms.get(resource.room) or Room(id=resource.room)
    own = await context.tx.room_terms.of(room.id)
    if not own.over(context.house.terms_in(room)).reviewed:
        return False
    return audience is not Audience.ROOM or await context.tx.rooms.serves(room.id)


async def submit(context: Context, resource: Resource, change: Change) -> Document:
    """Has `change` wait for who moderates, in the place of an earlier wording of the same
    message; what its author is told. Raises UserError."""
    new = apply(change, resource.draft)
    await admit(context.tx, new, before=resource.draft)
    await drop_earlier(context, resource)
    await ask_moderators(context, resource, Proposed(change, context.message))
    number = context.views.number(resource.id)
    return (context.texts.paragraph("change-waits", number=number, card=str(resource.id)),)


async def drop_earlier(context: Context, resource: Resource) -> bool:
    """The author says it otherwise: nothing else is accepted than what was read. False when
    nothing waited."""
    earlier = await context.tx.proposals.made_by(context.message.origin)
    waiting = [one for one in earlier if one.resource == resource.id and one.is_open]
    for one in waiting:
        await withdraw(context.tx, one, context.message.sender)
    return bool(waiting)


async def ask_moderators(context: Context, resource: Resource, what: Proposed) -> None:
    """Keeps it as a proposal, and asks who decides, where somebody could answer: `!modérer` shows
    it in any case."""
    proposal = await keep(context.tx, resource, what)
    place = await place_to_decide(context, resource)
    if await context.tx.rooms.serves(place.room):
        there = context.towards(place.room)
        asked = await _question(there, resource, proposal, await taps_in(context, place.room))
        await moderation.put(context.tx, asked, place)


async def _question(
    context: Context, resource: Resource, proposal: Proposal, taps: int
) -> ToDecide:
    """What would change, all that others would then read, and what each answer does."""
    texts, views = context.texts, context.views
    who = views.whoever(resource) if proposal.by == resource.author else views.person(proposal.by)
    where = await name_of_room(context, resource.room)
    new = apply(proposal.change, resource.draft)

    def titled(id: str) -> Paragraph:
        return texts.paragraph(id, link=views.title(resource), who=who, room=where)

    return ToDecide(
        ask=Ask.REVISION,
        key=prompt_key(proposal.id),
        subject=subject_of(proposal.id),
        head=(titled("moderation-change-head"),),
        question=(
            titled("moderation-change-ask"),
            differing.items(views, proposed(resource, proposal)),
            texts.paragraph("moderation-change-would"),
            Paragraph((Bold(views.title(with_draft(resource, new))),)),
            *views.content(new),
            _ways(context, proposal, new, taps),
        ),
    )


def _ways(context: Context, proposal: Proposal, new: Draft, taps: int) -> Paragraph:
    texts, which = context.texts, f"{proposal.resource} {proposal.id}"
    audience = texts.plain(f"reach-{new.audience}")
    return Paragraph(
        lines(
            texts.inline("moderation-change-accept", taps=taps, which=which, audience=audience),
            texts.inline("moderation-change-refuse", taps=taps, which=which),
            () if taps else texts.inline("moderation-no-taps"),
        )
    )


async def check_read(context: Context, proposal: Proposal) -> None:
    """What who moderates could read for a moment, at least. Raises UserError."""
    before = [one for one in await context.tx.proposals.made_by(proposal.event) if one != proposal]
    if before and context.now - proposal.at < READ_FOR:
        number = context.views.number(proposal.resource)
        taps = int(not context.message.encrypted)
        card = f"{proposal.resource} {proposal.id}"
        raise UserError("moderation-changed", number=number, card=card, taps=taps)
