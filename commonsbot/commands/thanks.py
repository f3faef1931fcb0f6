"""!merci."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.reactions import Gesture
from commonsbot.commands.resources import existing
from commonsbot.commons.thank import Thanked, thank
from commonsbot.domain.messages import Reaction, Reply


async def say_thanks(context: Context, number: int) -> Reply:
    resource = await existing(context, number)
    texts = context.texts
    match await thank(context.tx, resource, context.message.sender):
        case Thanked.NOW:
            link = context.views.title(resource)
            return Reply((texts.paragraph("thank-done", link=link),))
        case Thanked.BEFORE:
            return context.notice("thank-again", number=context.views.number(number))
        case Thanked.ONESELF:
            return context.notice("thank-self", number=context.views.number(number))


async def thank_by_emoji(context: Context, reaction: Reaction) -> None:
    """On the message a resource was made of, or on the bot's that shows it. Silent: it is seen."""
    made = await context.tx.resources.of_event(reaction.to)
    if made and (resource := await context.tx.resources.current(made.id, context.reader)):
        await thank(context.tx, resource, reaction.sender)


GESTURES = (Gesture(emojis=frozenset({"🙏"}), run=thank_by_emoji),)

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
