"""!signer: how the author of a card is shown to others."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.resources import existing
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.markup import Document, Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.resources import Resource, Status
from commonsbot.domain.roles import Role
from commonsbot.domain.signing import read_signature
from commonsbot.errors import UserError


async def choose(context: Context, value: tuple[int, str]) -> Reply:
    """Says how the card is signed, or chooses it. Raises UserError."""
    number, said = value
    resource = await _even_merged(context, number)
    name = context.views.number(resource.id)
    if not said:
        return Reply((_now(context, resource), _ways(context, resource)))
    signature = read_signature(said)
    if not _may_sign(context, resource):
        raise context.doubt or UserError("sign-refused", number=name)
    await context.tx.resources.sign(resource.id, signature)
    now = await context.tx.resources.at(resource.id)
    assert now, "it is there"
    return Reply(_done(context, now))


async def _even_merged(context: Context, number: int) -> Resource:
    """A merged card is still named beside the one that holds it. Raises UserError."""
    merged = await context.tx.resources.get(ResourceId(number), context.reader, Status.MERGED)
    return merged or await existing(context, number)


def _may_sign(context: Context, resource: Resource) -> bool:
    """The author alone; of what has none, a steward."""
    if resource.author is None:
        return context.role is Role.STEWARD
    return resource.author == context.message.sender


def _now(context: Context, resource: Resource) -> Paragraph:
    number = context.views.number(resource.id)
    if who := context.views.author(resource):
        return context.texts.paragraph("sign-now", number=number, who=who)
    return context.texts.paragraph("sign-now-nobody", number=number)


def _ways(context: Context, resource: Resource) -> Paragraph:
    return context.texts.paragraph("sign-ways", card=str(resource.id))


def _done(context: Context, resource: Resource) -> Document:
    texts = context.texts
    if resource.names_author:
        return (_now(context, resource),)
    rows = [texts.inline("sign-since")]
    if resource.room and resource.event:
        rows.append(texts.inline("sign-message"))
    if not context.message.direct:
        rows.append(texts.inline("sign-privately"))
    return (_now(context, resource), Paragraph(lines(*rows)))


COMMANDS = (
    Command(
        id="sign",
        name="signer",
        english="sign",
        aliases=("signature",),
        run=choose,
        parameter=Parameter.NUMBERED,
        form="form-sign",
        example="example-sign",
        detailed=True,
        late=True,
    ),
)
