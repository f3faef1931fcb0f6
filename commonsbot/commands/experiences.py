"""!rex, !décrire."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.confirmation import confirmation
from commonsbot.commands.contacts import ask_first, contacts_of
from commonsbot.commands.resources import existing
from commonsbot.commons.experiences import experience as read_experience
from commonsbot.commons.files import ALT_LIMIT, describe
from commonsbot.commons.share import bounded, captured, share
from commonsbot.domain.messages import Reply
from commonsbot.domain.roles import Role
from commonsbot.domain.sharing import Reading
from commonsbot.errors import UserError


async def experience(context: Context, content: str | None = None) -> Reply:
    """The card to fill in, or what is kept of a filled one."""
    if content is None:
        return Reply(context.texts.document("experience-card"), notice=True)
    draft = read_experience(bounded(content))
    if found := contacts_of(draft, context):
        return await ask_first(context, captured(context.message, draft), found)
    return await confirmation(
        context, await share(context.tx, context.message, draft, context.terms)
    )


async def describe_file(context: Context, value: tuple[int, str]) -> Reply:
    number, words = value
    resource = await existing(context, number)
    texts, name = context.texts, context.views.number(number)
    if resource.author != context.message.sender and context.role < Role.MODERATOR:
        raise context.doubt or UserError("describe-refused", number=name)
    if not words:
        raise UserError("describe-empty", number=str(number))
    if len(words) > ALT_LIMIT:
        raise UserError("describe-long", limit=ALT_LIMIT)
    if not await describe(context.tx, resource, words, context.message.sender):
        raise UserError("describe-no-file", number=name)
    return Reply((texts.paragraph("describe-done", number=name),), notice=True)


def _reread(content: str) -> Reading:
    return Reading(draft=read_experience(content))


COMMANDS = (
    Command(
        id="experience",
        name="rex",
        english="experience",
        aliases=("retour", "retex"),
        run=experience,
        parameter=Parameter.CONTENT,
        optional=True,
        example="example-experience",
        detailed=True,
        late=True,
        reads=_reread,
    ),
    Command(
        id="describe",
        name="décrire",
        english="describe",
        aliases=("alt", "description"),
        run=describe_file,
        parameter=Parameter.NUMBERED,
        example="example-alt",
        late=True,
    ),
)
