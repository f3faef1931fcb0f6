"""!masquer, !démasquer, !retirer, !épingler: what others see of a card."""

from commonsbot.commands.bulks import plan, reason
from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.parse import read_numbered
from commonsbot.commands.resources import exactly, own_share_that_waits
from commonsbot.commons import hide as hiding
from commonsbot.commons.asking import Place
from commonsbot.commons.moderation import tell_author
from commonsbot.commons.remove import removal, remove
from commonsbot.domain.audiences import may_read
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.markup import Inline, Paragraph, lines
from commonsbot.domain.messages import Kind, Outgoing, Reply
from commonsbot.domain.resources import Resource, Status
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.texts import Views


async def hide(context: Context, typed: str) -> Reply:
    """« 42 raison » for one card, « de:@x depuis:hier » for those that a query lists."""
    numbered = read_numbered(typed)
    if numbered is None:
        return await plan(context, typed, Status.HIDDEN)
    number, why = numbered[0], reason(numbered[1])
    resource = await exactly(context, number)
    name = context.views.number(number)
    if not context.actor.moderates(resource):
        raise context.doubt or UserError("hide-refused", number=name)
    await hiding.hide(context.tx, resource, context.message.sender, why)
    await _tell(context, resource, "hidden-note", why)
    said = context.texts.inline("hide-done", number=name)
    back = context.texts.inline("hide-back", card=str(number))
    return Reply((Paragraph(lines(said, back)),))


async def take_out(context: Context, typed: str) -> Reply:
    """An author their own; who moderates any card, for good, or those that a query lists."""
    numbered = read_numbered(typed)
    if numbered is None and context.role >= Role.MODERATOR:
        return await plan(context, typed, Status.REMOVED)
    if numbered is None:
        raise UserError("argument-number-wrong", value=typed.split()[0][:60])
    number, why = numbered[0], reason(numbered[1])
    resource = await own_share_that_waits(context, number) or await exactly(context, number)
    name = context.views.number(number)
    status = removal(resource, context.actor)
    if status is None:
        raise context.doubt or UserError("remove-refused", number=name)
    await remove(context.tx, resource, context.message.sender, status, why)
    if status is Status.REMOVED:
        await _tell(context, resource, "removed-note", why)
    return context.notice("remove-done", number=name)


async def _tell(context: Context, resource: Resource, sentence: str, why: str) -> None:
    """Its author knows what was done, why, and whom to ask. In a room nothing repeats the title
    of what is no longer to be read."""
    message, author = context.message, resource.author
    if author is None or author == message.sender:
        return

    def note(views: Views, place: Place) -> tuple[Inline, ...]:
        because = views.texts.inline("moderation-reason", reason=why) if why else ()
        card = views.number(resource.id)
        if sentence == "shown-note" or place.direct:
            card = f"{card}\u00a0· {resource.title}"
        return lines(views.texts.inline(sentence, card=card), because)

    key = f"{sentence}:{resource.id}:{message.event}"
    await tell_author(context.tx, context.languages, resource, note, key)


async def show_again(context: Context, number: int) -> Reply:
    resource = await context.tx.resources.at(ResourceId(number))
    name = context.views.number(number)
    if resource is None or not _may_put_back(context, resource):
        raise UserError("card-missing", number=name)
    await hiding.put_back(context.tx, resource, context.message.sender)
    await _tell(context, resource, "shown-note", "")
    return Reply((context.texts.paragraph("show-done", link=context.views.title(resource)),))


def _may_put_back(context: Context, resource: Resource) -> bool:
    legible = may_read(resource.audience, resource.room, None, context.reader)
    return resource.status is Status.HIDDEN and legible and context.actor.moderates(resource)


async def pin(context: Context, number: int) -> Reply:
    """Pins the message of a card in its room, where the bot has the power: it asks for none."""
    resource = await exactly(context, number)
    message, name = context.message, context.views.number(number)
    if resource.room != message.room or resource.event is None:
        raise UserError("pin-elsewhere", number=name)
    if not resource.names_author:  # the pin would lead to who wrote it
        raise UserError("pin-unsigned", number=name)
    if message.diagnosis is None or not message.diagnosis.pins:
        raise UserError("pin-no-power", number=name)
    await context.tx.outbox.add(
        Outgoing(
            key=f"pin:{message.event}",
            room=message.room,
            kind=Kind.NOTE,
            document=(),
            pins=resource.event,
        )
    )
    await context.journal("pin", "resource", resource.id)
    return Reply((context.texts.paragraph("pin-done", link=context.views.title(resource)),))


COMMANDS = (
    Command(
        id="hide",
        name="masquer",
        english="hide",
        aliases=("cacher",),
        run=hide,
        parameter=Parameter.CONTENT,
        form="form-hide",
        example="example-hide",
        role=Role.MODERATOR,
        detailed=True,
    ),
    Command(
        id="remove",
        name="retirer",
        english="remove",
        run=take_out,
        parameter=Parameter.CONTENT,
        form="form-remove",
        example="42",
        detailed=True,
    ),
    Command(
        id="show",
        name="démasquer",
        english="unhide",
        aliases=("réafficher",),
        run=show_again,
        parameter=Parameter.NUMBER,
        example="42",
        role=Role.MODERATOR,
    ),
    Command(
        id="pin",
        name="épingler",
        english="pin",
        run=pin,
        parameter=Parameter.NUMBER,
        example="42",
        role=Role.MODERATOR,
        examines=True,
    ),
)
