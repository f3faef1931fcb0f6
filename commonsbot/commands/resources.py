"""!récent, and the cards that commands name by their number."""

from commonsbot.commands.command import Command, Context
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.markup import Inline
from commonsbot.domain.messages import Reply
from commonsbot.domain.resources import Resource, Status
from commonsbot.errors import UserError
from commonsbot.search.snippets import one_line

PAGE = 5
"""Results in one message."""


async def existing(context: Context, number: int) -> Resource:
    """The resource, or what it was merged into, if it can be seen from here. Raises UserError."""
    resource = await context.tx.resources.current(ResourceId(number), context.reader)
    if resource is None:
        raise UserError("card-missing", number=context.views.number(number))
    return resource


async def exactly(context: Context, number: int) -> Resource:
    """`existing`, where another one in its place would be a mistake. Raises UserError."""
    resource = await existing(context, number)
    if resource.id != number:
        names = {"number": context.views.number(number), "into": context.views.number(resource.id)}
        raise UserError("card-merged", **names, card=str(resource.id), old=str(number))
    return resource


async def own_share_that_waits(context: Context, number: int) -> Resource | None:
    """A share of theirs that a moderator has not decided on."""
    resource = await context.tx.resources.at(ResourceId(number))
    if resource is None or resource.status is not Status.PENDING:
        return None
    return resource if resource.author == context.message.sender else None


async def question_state(context: Context, question: Resource) -> tuple[Inline, ...]:
    """What the card of a question says: which resource answers it, or how to answer."""
    answer = await context.tx.questions.answer_to(question.id)
    if answer is None and not await context.tx.questions.is_open(question.id):
        return context.texts.inline("question-solved-there")
    if answer is None:
        return context.texts.inline("question-reply-hint", number=str(question.id))
    found = await context.tx.resources.current(answer, context.reader)
    return context.texts.inline("question-answer", link=context.views.title(found)) if found else ()


async def recent(context: Context) -> Reply:
    resources = await context.tx.resources.recent(context.reader, PAGE)
    texts = context.texts
    if not resources:
        return context.notice("recent-nothing")
    return Reply(
        (
            texts.paragraph("recent-title"),
            context.views.items((resource, one_line(resource)) for resource in resources),
            texts.paragraph("search-open", number=str(resources[0].id)),
        )
    )


COMMANDS = (
    Command(
        id="recent",
        name="récent",
        english="latest",
        aliases=("récents", "récentes", "dernières"),
        run=recent,
    ),
)
