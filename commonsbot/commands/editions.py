"""!lettre apercu, !lettre maintenant."""

from commonsbot.commands.command import Command, Context
from commonsbot.digest.compose import compose
from commonsbot.digest.edition import contents_for, request_edition
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role


async def preview(context: Context) -> Reply:
    room = context.message.room
    _, contents = await contents_for(context.tx, room, context.now)
    if contents.empty:
        return Reply((context.texts.paragraph("letter-nothing"),), notice=True)
    letter = compose(context.views, contents, context.now)
    return Reply((context.texts.paragraph("letter-preview"), *letter))


async def send_now(context: Context) -> Reply | None:
    """The letter itself is the answer; nothing to say is said."""
    message = context.message
    sent = await request_edition(
        context.tx, context.views, message.room, message.event, context.now
    )
    if sent:
        await context.tx.journal.write(message.sender, "send", "edition", message.room)
        return None
    return Reply((context.texts.paragraph("letter-nothing"),), notice=True)


COMMANDS = (
    Command(
        id="letter-preview",
        name="lettre aperçu",
        english="letter preview",
        aliases=("lettre", "letter"),
        run=preview,
        role=Role.MODERATOR,
    ),
    Command(
        id="letter-now",
        name="lettre maintenant",
        english="letter now",
        aliases=("lettre envoyer",),
        run=send_now,
        role=Role.MODERATOR,
    ),
)
