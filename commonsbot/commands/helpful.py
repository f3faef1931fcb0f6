"""✅ by who asked, on what somebody wrote under their question: it becomes the answer."""

import json

from commonsbot.commands.command import Context
from commonsbot.commands.consent import answered, ask_author, keep_answer
from commonsbot.commands.parse import is_command
from commonsbot.commands.reactions import Gesture
from commonsbot.commons.nominate import join, open_nomination
from commonsbot.domain.captures import capture_of
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.messages import Reaction, Reply, Said
from commonsbot.domain.prompts import YES
from commonsbot.domain.resources import Resource, Status
from commonsbot.store import Transaction


async def may_mean_that(tx: Transaction, reaction: Reaction) -> bool:
    """Whether who reacts waits for an answer there: no other message is read for it."""
    return await tx.questions.waits(reaction.sender, reaction.room)


async def accept(context: Context, said: Said | None) -> Reply | None:
    """`said` helped who asked. None where that was no answer to an open question of theirs."""
    if said is None or said.own or said.is_empty:
        return None
    made = await context.tx.resources.of_event(said.event)
    kept = made if made and made.status is Status.PUBLISHED else None
    if kept is None and is_command(said.text):
        return None
    question = await _question_over(context, said, kept)
    if question is None:
        return None
    await context.tx.questions.close(question)
    if kept:
        return Reply(await answered(context, question, kept))
    if said.sender != context.message.sender:
        return await _ask_author(context, question, said)
    return await keep_answer(context, capture_of(said, context.message.origin), question)


async def _question_over(context: Context, said: Said, kept: Resource | None) -> ResourceId | None:
    """The open question of who reacts that `said` answers: by `!répondre`, or in its thread."""
    asker = context.message.sender
    if kept and (prompt := await context.tx.prompts.on_answer(kept.id, asker)):
        await context.tx.prompts.close(prompt.id)
        return ResourceId(json.loads(prompt.subject)["question"])
    id = await context.tx.questions.asked_in(said.thread) if said.thread else None
    question = await context.tx.resources.current(id, context.reader) if id else None
    return question.id if question and question.author == asker else None


async def _ask_author(context: Context, question: ResourceId, said: Said) -> Reply:
    if nominated := await open_nomination(context.tx, said.event):
        await join(context.tx, nominated, question)
    else:
        await ask_author(context, said, question=question)
    said_so = context.texts.paragraph(
        "question-helpful",
        number=context.views.number(question),
        author=context.views.person(said.sender),
    )
    return Reply((said_so,), notice=True)


async def by_emoji(context: Context, reaction: Reaction) -> Reply | None:
    return await accept(context, reaction.quoted)


GESTURES = (Gesture(emojis=YES, run=by_emoji, quotes=may_mean_that),)
