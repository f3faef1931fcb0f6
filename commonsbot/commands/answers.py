"""!oui, !non, ✅ and ❌: answers to what the bot asked."""

from collections.abc import Awaitable, Callable, Mapping

from commonsbot.commands.command import Command, Context
from commonsbot.domain.messages import Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError

Answer = Callable[[Context, Prompt, bool], Awaitable[Reply | None]]
"""`answer(context, prompt, yes)`; the prompt is closed already."""

Answers = Mapping[Ask, Answer]


def may_answer(context: Context, prompt: Prompt) -> bool:
    """Whom it was put to; a moderator of its room where it says so."""
    if prompt.to == context.message.sender:
        return True
    here = prompt.room == context.message.room
    return prompt.moderated and here and context.role >= Role.MODERATOR


async def give(context: Context, prompt: Prompt, yes: bool, answers: Answers) -> Reply | None:
    """Carries out what the answer decides; nothing when it was answered before."""
    if not await context.tx.prompts.close(prompt.id):
        return None
    return await answers[prompt.ask](context, prompt, yes)


def answer_commands(answers: Answers) -> tuple[Command, ...]:
    """`!oui` and `!non`: the same for who sees no reaction."""

    async def say(context: Context, yes: bool) -> Reply | None:
        message = context.message
        prompt = None
        if message.answers:
            prompt = await context.tx.prompts.asked_by(message.answers)
        if prompt is None or not may_answer(context, prompt):
            prompt = await context.tx.prompts.open_for(message.sender, message.room, message.thread)
        if prompt is None:
            raise UserError("answer-to-nothing")
        return await give(context, prompt, yes, answers)

    async def accept(context: Context) -> Reply | None:
        return await say(context, True)

    async def decline(context: Context) -> Reply | None:
        return await say(context, False)

    return (
        Command(id="yes", name="oui", english="yes", aliases=("ok",), run=accept, late=True),
        Command(id="no", name="non", english="no", run=decline, late=True),
    )
