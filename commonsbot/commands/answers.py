"""!oui, !non, ✅ and ❌: answers to what the bot asked."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from commonsbot.commands.command import Command, Context
from commonsbot.domain.captures import message_of
from commonsbot.domain.ids import EventId
from commonsbot.domain.messages import Incoming, Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.errors import UserError
from commonsbot.store import Transaction

Answer = Callable[[Context, Prompt, bool], Awaitable[Reply | None]]
"""`answer(context, prompt, yes)`; the prompt is closed already."""

Answers = Mapping[Ask, Answer]


async def give(context: Context, prompt: Prompt, yes: bool, answers: Answers) -> Reply | None:
    """Carries out what the answer decides, in the thread of the question; nothing when it was
    answered before."""
    if not await context.tx.prompts.close(prompt.id):
        return None
    reply = await answers[prompt.ask](context, prompt, yes)
    return replace(reply, thread=reply.thread or prompt.thread) if reply else None


async def question_for(tx: Transaction, message: Incoming) -> Prompt | None:
    """The question that `message` answers: the one it replies to, else the last put to them."""
    prompt = await tx.prompts.asked_by(message.answers) if message.answers else None
    if prompt is None or prompt.to != message.sender:
        prompt = await tx.prompts.open_for(message.sender, message.room, message.thread)
    return prompt


async def message_asked_about(tx: Transaction, message: Incoming) -> EventId | None:
    """The message whose words the answer needs."""
    prompt = await question_for(tx, message)
    return message_of(prompt) if prompt else None


def answer_commands(answers: Answers) -> tuple[Command, ...]:
    """`!oui` and `!non`: the same for who sees no reaction."""

    async def say(context: Context, yes: bool) -> Reply | None:
        prompt = await question_for(context.tx, context.message)
        if prompt is None:
            raise UserError("answer-to-nothing")
        return await give(context, prompt, yes, answers)

    async def accept(context: Context) -> Reply | None:
        return await say(context, True)

    async def decline(context: Context) -> Reply | None:
        return await say(context, False)

    return (
        Command(
            id="yes",
            name="oui",
            english="yes",
            aliases=("ok",),
            run=accept,
            late=True,
            about=message_asked_about,
        ),
        Command(id="no", name="non", english="no", run=decline, late=True),
    )
