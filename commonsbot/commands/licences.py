"""!licence, !créditer."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.resources import exactly, existing
from commonsbot.commands.revisions import carry_out, offer
from commonsbot.domain.changes import Change, apply
from commonsbot.domain.fields import Field, value_of
from commonsbot.domain.licences import Licence
from commonsbot.domain.markup import Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.errors import UserError
from commonsbot.texts import credits


async def choose(context: Context, value: tuple[int, str]) -> Reply:
    """Shows the licence, or chooses it: as `!modifier 42 licence: …` does."""
    number, said = value
    resource = await exactly(context, number)
    if not said:
        return Reply(credits.terms(context.views, resource))
    licence = value_of(Field.LICENCE, said)
    if not isinstance(licence, Licence):
        raise UserError("change-licence-wrong", value=said[:60])
    change = Change(licence=licence)
    if not context.actor.tends(resource):
        return Reply(await offer(context, resource, change))
    return Reply(await carry_out(context, resource, apply(change, resource.draft)))


async def credit(context: Context, number: int) -> Reply:
    """A line to copy, and what the licence asks for."""
    resource = await existing(context, number)
    advice = credits.advice(context.views, resource)
    return Reply((Paragraph(credits.line(context.views, resource)), Paragraph(lines(advice))))


COMMANDS = (
    Command(
        id="licence",
        name="licence",
        english="license",
        run=choose,
        parameter=Parameter.NUMBERED,
        form="form-licence",
        example="42 cc-by",
        detailed=True,
        late=True,
    ),
    Command(
        id="credit",
        name="créditer",
        english="credit",
        aliases=("citer", "cite"),
        run=credit,
        parameter=Parameter.NUMBER,
        example="42",
    ),
)
