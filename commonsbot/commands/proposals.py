"""!propositions, !accepter, !refuser: what others would change."""

from commonsbot.commands.answers import Answers
from commonsbot.commands.audiences import others_words
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.moderation import (
    REASON,
    Row,
    accept_share,
    refuse_share,
    share_that_waits,
)
from commonsbot.commands.parse import read_number
from commonsbot.commands.resources import exactly
from commonsbot.commands.revisions import as_it_is, said_of
from commonsbot.commands.second_look import check_read, is_reviewed
from commonsbot.commons.propose import Say, close, offered, proposed, tell, withdraw
from commonsbot.commons.revise import revise
from commonsbot.commons.widen import widen
from commonsbot.domain.changes import apply
from commonsbot.domain.consent import within_consent
from commonsbot.domain.ids import UserId
from commonsbot.domain.markup import Block, Bold, Document, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.proposals import Proposal, ProposalState
from commonsbot.domain.resources import Draft, Resource, Status
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.texts import Translator, Views
from commonsbot.texts import differences as differing

SHOWN = 5
"""Proposals in one message."""


async def accept_one(context: Context, value: tuple[int, str]) -> Reply:
    """What waits for that card: a share that is reviewed, or a change proposed to it."""
    if waits := await share_that_waits(context, value[0]):
        return await accept_share(context, waits)
    resource, proposal, _ = await _chosen(context, value)
    await check_read(context, proposal)
    return await accept(context, resource, proposal)


async def refuse_one(context: Context, value: tuple[int, str]) -> Reply:
    if waits := await share_that_waits(context, value[0]):
        return await refuse_share(context, waits, value[1])
    resource, proposal, reason = await _chosen(context, value)
    return await refuse(context, resource, proposal, reason)


async def _chosen(context: Context, value: tuple[int, str]) -> tuple[Resource, Proposal, str]:
    """The resource, the proposal that is meant, and what else was said. Raises UserError."""
    number, said = value
    resource = await exactly(context, number)
    waiting = await context.tx.proposals.open_for(resource.id)
    name = context.views.number(number)
    if not waiting:
        raise UserError("proposal-none", number=name)
    first, _, rest = said.partition(" ")
    named = read_number(first) if first else None
    for proposal in waiting:
        if proposal.id == named:
            return resource, proposal, rest.strip()
    if len(waiting) > 1:
        last = str(waiting[-1].id)
        raise UserError("proposal-which", number=name, card=str(number), proposal=last)
    return resource, waiting[0], said


async def accept(context: Context, resource: Resource, proposal: Proposal) -> Reply:
    """The change is made, by who proposed it."""
    sender, number = context.message.sender, context.views.number(resource.id)
    draft = apply(proposal.change, resource.draft)
    await _check(context, resource, proposal, draft)
    if not await close(context.tx, proposal, ProposalState.ACCEPTED, sender):
        raise UserError("proposal-decided")
    why = f"proposal {proposal.id}"
    own = _is_granted(context, resource, proposal)
    revised = await revise(context.tx, resource, draft, proposal.by, why, own=own)
    now = await as_it_is(context, resource)
    thanks = context.texts.inline("proposal-accepted", who=context.views.person(proposal.by))
    blocks: Document = ()
    if revised.version:
        blocks = said_of(context, resource, now, revised)
    if proposal.by == resource.author and revised.audience:
        await widen(context.tx, now, revised.audience, proposal.by)
        reach = context.texts.plain(f"reach-{revised.audience}")
        blocks += (context.texts.paragraph("visible-done", number=number, audience=reach),)
    elif not blocks:  # somebody else had made it since
        blocks = (context.texts.paragraph("change-nothing", number=number),)

    def note(views: Views) -> Row:
        return views.texts.inline("proposal-accepted-note", number=views.number(resource.id))

    also = await _tell(context, proposal, note)
    return Reply((*blocks, Paragraph(thanks)), also=also)


def _is_granted(context: Context, resource: Resource, proposal: Proposal) -> bool:
    """Whether its author asks, or agrees."""
    return context.actor.owns(resource) or proposal.by == resource.author


async def _check(context: Context, resource: Resource, proposal: Proposal, draft: Draft) -> None:
    """Whether who answers may accept `draft`. Raises UserError."""
    number = context.views.number(resource.id)
    if not context.actor.tends(resource):
        raise context.doubt or UserError("proposal-refused-to-you", number=number)
    if await is_reviewed(context, resource, draft):
        raise context.doubt or UserError("proposal-moderators", number=number)
    own = _is_granted(context, resource, proposal)
    granted = within_consent(resource.draft, draft, own=own)
    if granted.licence:
        raise UserError("proposal-author-only")
    opened = within_consent(resource.draft, draft, own=False).licence
    if opened and (shared := await others_words(context, resource)):
        raise UserError("merge-others", **shared)
    if granted.audience and resource.updated_at > proposal.at:  # its author agreed to other words
        raise UserError("proposal-widen-stale", number=number)


async def refuse(context: Context, resource: Resource, proposal: Proposal, reason: str) -> Reply:
    """Nothing changes; who proposed is thanked. Who proposed may refuse: they take it back."""
    texts, number = context.texts, context.views.number(resource.id)
    sender = context.message.sender
    withdrawn = proposal.by == sender
    if not withdrawn and not context.actor.tends(resource):
        raise context.doubt or UserError("proposal-refused-to-you", number=number)
    reason = " ".join(reason.split())[:REASON]
    if withdrawn:
        if not await withdraw(context.tx, proposal, sender, reason):
            raise UserError("proposal-decided")
        return context.notice("proposal-withdrawn", number=number)
    if not await close(context.tx, proposal, ProposalState.REFUSED, sender, reason):
        raise UserError("proposal-decided")

    def note(views: Views) -> Row:
        refused = views.texts.inline("proposal-refused-note", number=views.number(resource.id))
        return lines(refused, *_because(views.texts, reason))

    also = await _tell(context, proposal, note)
    who = context.views.person(proposal.by)
    said = texts.inline("proposal-refused", number=number, who=who)
    return Reply((Paragraph(lines(said, *_because(texts, reason))),), also=also)


def _because(texts: Translator, reason: str) -> list[Row]:
    return [texts.inline("proposal-reason", reason=reason)] if reason else []


async def _tell(context: Context, proposal: Proposal, note: Say) -> tuple[UserId, ...]:
    """Tells who proposed; those to mention in the answer where they read it anyway."""
    message = context.message
    if proposal.by == message.sender:
        return ()
    if proposal.room == message.room and not message.direct:
        return (proposal.by,)
    await tell(context.tx, context.languages, proposal, note)
    return ()


async def answer_proposal(context: Context, prompt: Prompt, yes: bool) -> Reply:
    proposal = await context.tx.proposals.get(offered(prompt.subject))
    assert proposal, "its prompt names it"
    resource = await context.tx.resources.at(proposal.resource)
    if resource is None or resource.status is not Status.PUBLISHED:
        number = context.views.number(proposal.resource)
        return context.notice("proposal-gone", number=number)
    if yes:
        return await accept(context, resource, proposal)
    return await refuse(context, resource, proposal, "")


async def list_open(context: Context) -> Reply:
    message = context.message
    room = message.room if context.role >= Role.MODERATOR else None
    everywhere = context.actor.desk or context.role is Role.STEWARD
    waiting = await context.tx.proposals.open_to(message.sender, room, everywhere=everywhere)
    blocks: list[Block] = []
    count = 0
    for proposal in waiting:
        resource = await context.tx.resources.get(proposal.resource, context.reader)
        if resource:
            count += 1
            blocks += _shown(context, resource, proposal) if count <= SHOWN else ()
    if not count:
        return context.notice("proposal-none-here")
    return Reply((context.texts.paragraph("proposals-count", count=count), *blocks))


def _shown(context: Context, resource: Resource, proposal: Proposal) -> Document:
    """The card, who would change it and how, and what to type."""
    views, texts = context.views, context.texts
    names = {"number": str(resource.id), "proposal": str(proposal.id)}
    who, date = views.person(proposal.by), views.date(proposal.at)
    head = texts.inline("proposals-item", proposal=names["proposal"], who=who, date=date)
    return (
        Paragraph(lines([Bold(views.title(resource))], head)),
        differing.items(views, proposed(resource, proposal)),
        texts.paragraph("proposals-how", **names),
    )


ANSWERS: Answers = {Ask.REVISION: answer_proposal}

COMMANDS = (
    Command(
        id="proposals",
        name="propositions",
        english="proposals",
        aliases=("proposition",),
        run=list_open,
    ),
    Command(
        id="accept",
        name="accepter",
        english="accept",
        aliases=("accepte", "valider", "approve"),
        run=accept_one,
        parameter=Parameter.NUMBERED,
        form="form-accept",
        example="42",
        detailed=True,
        late=True,
    ),
    Command(
        id="refuse",
        name="refuser",
        english="refuse",
        aliases=("decline",),
        run=refuse_one,
        parameter=Parameter.NUMBERED,
        form="form-refuse",
        example="example-refuse",
        detailed=True,
        late=True,
    ),
)
