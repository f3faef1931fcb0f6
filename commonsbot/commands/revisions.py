"""!modifier."""

from dataclasses import replace

from commonsbot.commands.audiences import ask_wider, others_words
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.contacts import none_in
from commonsbot.commands.resources import exactly
from commonsbot.commands.second_look import ask_moderators, is_reviewed, submit
from commonsbot.commons.propose import Proposed, propose
from commonsbot.commons.revise import Revised, revise, with_names
from commonsbot.commons.share import bounded
from commonsbot.domain.audiences import Audience
from commonsbot.domain.change_reading import read_change
from commonsbot.domain.changes import Change, apply, between
from commonsbot.domain.differences import differences
from commonsbot.domain.markup import Document, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.moderation import without_look
from commonsbot.domain.resources import Draft, Kind, Resource
from commonsbot.errors import UserError
from commonsbot.texts import differences as differing


async def edit(context: Context, value: tuple[int, str]) -> Reply:
    number, said = value
    resource = await exactly(context, number)
    if not said:
        raise UserError("change-empty", number=context.views.number(number), card=str(number))
    change = read_change(bounded(said), experience=resource.kind is Kind.EXPERIENCE)
    change = await with_names(context.tx, change)
    draft = apply(change, resource.draft)
    none_in(draft, context, before=resource.draft)
    if not context.actor.tends(resource):
        return Reply(await offer(context, resource, change))
    return Reply(await make(context, resource, draft))


async def make(context: Context, resource: Resource, draft: Draft) -> Document:
    """`draft` takes the place of the present state; in a reviewed room its words wait for who
    moderates. Raises UserError."""
    if not await is_reviewed(context, resource, draft):
        return await carry_out(context, resource, draft)
    blocks: Document = ()
    soon = without_look(resource.draft, draft)
    if soon != resource.draft:
        blocks = await carry_out(context, resource, soon)
    change = between(soon, draft)
    if change == Change():
        return blocks
    return (*blocks, *await submit(context, await as_it_is(context, resource), change))


async def offer(context: Context, resource: Resource, change: Change) -> Document:
    """Keeps the change as a proposal, and says who decides."""
    texts, number = context.texts, context.views.number(resource.id)
    proposed = replace(change, audience=None)
    changed = differences(resource.draft, apply(proposed, resource.draft))
    if not changed:
        raise UserError("visible-refused" if change.audience else "change-nothing", number=number)
    what = Proposed(proposed, context.message)
    if await is_reviewed(context, resource, apply(proposed, resource.draft)):
        await ask_moderators(context, resource, what)
        said = texts.paragraph("proposal-kept-nobody", number=number)
        return (said, differing.items(context.views, changed))
    place = await propose(context.tx, context.languages, resource, what)
    if author := context.views.author(resource):
        said = texts.paragraph("proposal-kept", number=number, author=author)
    else:
        said = texts.paragraph("proposal-kept-nobody", number=number)
    if place.room == context.message.room:  # the question there says what would change
        return (said,)
    return (said, differing.items(context.views, changed))


async def carry_out(context: Context, resource: Resource, draft: Draft) -> Document:
    """Writes `draft` as far as who asks may, and asks its author for the rest."""
    own = context.actor.owns(resource)
    sender = context.message.sender
    shared = await others_words(context, resource)
    revised = await revise(context.tx, resource, draft, sender, "", own=own and not shared)
    now = await as_it_is(context, resource)
    blocks = list(said_of(context, resource, now, revised)) if revised.version else []
    if shared and (revised.licence or revised.audience):
        return (*blocks, context.texts.paragraph("merge-others", **shared))
    if revised.licence:
        blocks += await _offer_licence(context, now, Change(licence=revised.licence))
    if revised.audience:
        blocks += await ask_wider(context, now, revised.audience)
    if not blocks:
        raise UserError("change-nothing", number=context.views.number(resource.id))
    return tuple(blocks)


async def _offer_licence(context: Context, resource: Resource, change: Change) -> Document:
    if resource.author is None:
        number = context.views.number(resource.id)
        return (context.texts.paragraph("licence-nobody", number=number),)
    return await offer(context, resource, change)


async def as_it_is(context: Context, resource: Resource) -> Resource:
    """The resource after what was done to it."""
    now = await context.tx.resources.at(resource.id)
    assert now, "it is there"
    return now


def said_of(context: Context, before: Resource, now: Resource, revised: Revised) -> Document:
    """What changed, exactly, and the way back."""
    texts = context.texts
    rows = []
    if before.audience is Audience.PUBLIC and now.audience is not Audience.PUBLIC:
        rows.append(texts.inline("edit-public-lost"))
    rows.append(texts.inline("edit-undo", number=str(now.id), version=str(revised.version)))
    return (
        texts.paragraph("edit-done", link=context.views.title(now)),
        differing.items(context.views, revised.differences),
        Paragraph(lines(*rows)),
    )


COMMANDS = (
    Command(
        id="edit",
        name="modifier",
        english="edit",
        aliases=("modifie", "modification", "corriger", "corrige", "modify"),
        run=edit,
        parameter=Parameter.NUMBERED,
        form="form-edit",
        example="example-edit",
        detailed=True,
        late=True,
    ),
)
