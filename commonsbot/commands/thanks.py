"""!merci."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.resources import existing
from commonsbot.commons.thank import Thanked, thank
from commonsbot.domain.messages import Reply


async def say_thanks(context: Context, number: int) -> Reply:
    resource = await existing(context, number)
    texts = context.texts
    match await thank(context.tx, resource, context.message.sender):
        case Thanked.NOW:
            link = context.views.title(resource)
            return Reply((texts.paragraph("thank-done", link=link),))
        case Thanked.BEFORE:
            said = texts.paragraph("thank-again", number=context.views.number(number))
        case Thanked.ONESELF:
            said = texts.paragraph("thank-self", number=context.views.number(number))
    return Reply((said,), notice=True)


COMMANDS = (
    Command(
        id="thank",
        name="merci",
        english="thanks",
        aliases=("remercier", "thank"),
        run=say_thanks,
        parameter=Parameter.NUMBER,
        example="42",
    ),
)
