"""!modifier, !rétablir."""

from dataclasses import replace

from commonsbot.commands.audiences import ask_wider, others_words
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import read_number
from commonsbot.commands.resources import exactly
from commonsbot.commons.propose import propose
from commonsbot.commons.revise import Revised, legible, revise
from commonsbot.commons.share import bounded
from commonsbot.domain.audiences import Audience, widens
from commonsbot.domain.change_reading import read_change
from commonsbot.domain.changes import Change, apply
from commonsbot.domain.differences import differences
from commonsbot.domain.markup import Document, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.resources import Draft, Resource
from commonsbot.errors import UserError
from commonsbot.store.revisions import Revision
from commonsbot.texts import differences as differing


async def edit(context: Context, value: tuple[int, str]) -> Reply:
    number, said = value
    resource = await exactly(context, number)
    if not said:
        raise UserError("change-empty", number=context.views.number(number), card=str(number))
    change = read_change(bounded(said))
    if not context.actor.tends(resource):
        return Reply(await offer(context, resource, change))
    return Reply(await carry_out(context, resource, apply(change, resource.draft)))


async def offer(context: Context, resource: Resource, change: Change) -> Document:
    """Keeps the change as a proposal, and says who decides."""
    texts, number = context.texts, context.views.number(resource.id)
    proposed = replace(change, audience=None)
    changed = differences(resource.draft, apply(proposed, resource.draft))
    if not changed:
        raise UserError("visible-refused" if change.audience else "change-nothing", number=number)
    await propose(context.tx, context.views, resource, proposed, context.message)
    if resource.author is None:
        said = texts.paragraph("proposal-kept-nobody", number=number)
    else:
        author = context.views.person(resource.author)
        said = texts.paragraph("proposal-kept", number=number, author=author)
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
        return (*blocks, shared)
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


async def restore(context: Context, value: tuple[int, str]) -> Reply:
    number, said = value
    resource = await exactly(context, number)
    name = context.views.number(number)
    if not context.actor.tends(resource):
        raise UserError("restore-refused", number=name, card=str(number))
    old = await _version(context, resource, said)
    own = context.actor.owns(resource)
    if not own and widens(old.draft.audience or Audience.ROOM, resource.audience):
        raise UserError("restore-narrower", version=str(old.number))
    draft = replace(old.draft, audience=resource.audience, licence=resource.licence)
    sender, why = context.message.sender, f"revert {old.number}"
    revised = await revise(context.tx, resource, draft, sender, why, own=own)
    if not revised.version:
        raise UserError("restore-same", number=name, version=str(old.number))
    now = await as_it_is(context, resource)
    link = context.views.title(now)
    said_first = context.texts.paragraph("restore-done", link=link, version=str(old.number))
    return Reply((said_first, *said_of(context, resource, now, revised)[1:]))


async def _version(context: Context, resource: Resource, said: str) -> Revision:
    """The version that was named, else the one before the present one. Raises UserError."""
    history = await context.tx.revisions.of(resource.id)
    number = read_version(said) if said else len(history) - 1
    name = context.views.number(resource.id)
    if not said and len(history) < 2:
        raise UserError("restore-only", number=name)
    return find_version(context, resource, history, number)


def find_version(
    context: Context, resource: Resource, history: list[Revision], number: int
) -> Revision:
    """A version that can be seen from here. Raises UserError."""
    for revision in legible(history, resource, context.reader):
        if revision.number == number:
            return revision
    name = context.views.number(resource.id)
    shown = str(number) if number else "?"
    raise UserError("version-missing", number=name, version=shown, card=str(resource.id))


def read_version(said: str) -> int:
    """« 3 », « version 3 », « v3 », « à la version 3 »; 0 when there is no number."""
    return read_number(said.split()[-1].lstrip("vV")) or 0


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
    Command(
        id="restore",
        name="rétablir",
        english="restore",
        aliases=("restaurer", "revenir", "revert"),
        run=restore,
        parameter=Parameter.NUMBERED,
        form="form-restore",
        example="42 3",
        detailed=True,
    ),
)
