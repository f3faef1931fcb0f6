"""!oui, !non, ✅ and ❌: answers to what the bot asked."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from commonsbot.commands.command import Command, Context
from commonsbot.domain.captures import message_of
from commonsbot.domain.ids import EventId
from commonsbot.domain.messages import Incoming, Reply, Said
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.store import Transaction

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
    """Carries out what the answer decides, in the thread of the question; nothing when it was
    answered before."""
    if not await context.tx.prompts.close(prompt.id):
        return None
    thread = prompt.thread or await context.tx.outbox.thread_of(prompt.key)
    reply = await answers[prompt.ask](context, prompt, yes)
    return replace(reply, thread=reply.thread or thread) if reply else None


async def message_asked_about(tx: Transaction, message: Incoming) -> EventId | None:
    """The message whose words the answer needs."""
    prompt = await tx.prompts.asked_by(message.answers) if message.answers else None
    if message.answers and not prompt and await tx.questions.waits(message.sender, message.room):
        return message.answers  # it may be what they waited for
    if prompt is None or message_of(prompt) is None:
        prompt = await tx.prompts.open_for(message.sender, message.room, message.thread)
    return message_of(prompt) if prompt else None


async def _question_for(context: Context) -> Prompt | None:
    """The question that is answered: the one replied to, else the last put to who answers."""
    message, prompts = context.message, context.tx.prompts
    prompt = await prompts.asked_by(message.answers) if message.answers else None
    if prompt is None or not may_answer(context, prompt):
        prompt = await prompts.open_for(message.sender, message.room, message.thread)
    return prompt


Accept = Callable[[Context, Said | None], Awaitable[Reply | None]]


def answer_commands(answers: Answers, accept_said: Accept) -> tuple[Command, ...]:
    """`!oui` and `!non`: the same for who sees no reaction. `accept_said`: what ✅ means on the
    message of a member."""

    async def say(context: Context, yes: bool) -> Reply | None:
        prompt = await _question_for(context)
        if prompt is None:
            raise UserError("answer-to-nothing")
        return await give(context, prompt, yes, answers)

    async def accept(context: Context) -> Reply | None:
        said = context.message.quoted
        if said and said.event == context.message.answers:
            if helped := await accept_said(context, said):
                return helped
            prompt = await _question_for(context)
            if prompt and message_of(prompt) not in (None, said.event):
                raise UserError("answer-to-another")
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
