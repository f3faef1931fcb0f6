"""!rex, !décrire."""

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.confirmation import confirmation
from commonsbot.commands.contacts import ask_first, contacts_of
from commonsbot.commands.resources import existing
from commonsbot.commands.second_look import is_reviewed, submit
from commonsbot.commons.experiences import experience as read_experience
from commonsbot.commons.files import ALT_LIMIT, described
from commonsbot.commons.revise import write
from commonsbot.commons.share import bounded, captured, share
from commonsbot.domain.changes import between
from commonsbot.domain.messages import Reply
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
    name = context.views.number(number)
    if not context.actor.tends(resource):
        raise context.doubt or UserError("describe-refused", number=name)
    if not words:
        raise UserError("describe-empty", number=str(number))
    if len(words) > ALT_LIMIT:
        raise UserError("describe-long", limit=ALT_LIMIT)
    draft = described(resource.draft, words)
    if draft is None:
        raise UserError("describe-no-file", number=name)
    if await is_reviewed(context, resource, draft):
        return Reply(await submit(context, resource, between(resource.draft, draft)))
    await write(context.tx, resource.id, draft, context.message.sender, "alt")
    return context.notice("describe-done", number=name)


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
