"""!question, !répondre, !questions."""

import json
from dataclasses import replace
from datetime import timedelta

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.confirmation import confirmation
from commonsbot.commands.contacts import ask_about, contacts_of
from commonsbot.commands.parse import read_numbered
from commonsbot.commands.resources import existing
from commonsbot.commons import questions
from commonsbot.commons.moderation import reply_to
from commonsbot.commons.share import bounded, captured, keep
from commonsbot.domain.captures import Capture, Waiting
from commonsbot.domain.ids import EventId, ResourceId
from commonsbot.domain.markup import Block
from commonsbot.domain.messages import Incoming, Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.resources import Kind, Resource, hashtags
from commonsbot.domain.sharing import Reading, read_content
from commonsbot.errors import UserError
from commonsbot.search.snippets import one_line

SHOWN = 3
"""Resources that may answer already."""

LISTED = 10


async def ask(context: Context, content: str) -> Reply:
    """What is there already comes first; the question stays open unless that helps."""
    draft = questions.as_question(bounded(content))
    capture = captured(context.message, draft)
    if found := contacts_of(draft, context):
        what = Waiting(event=capture.event, by=None, asks=True, capture=capture)
        return await ask_about(context, what, found)
    return await open_question(context, capture, context.message.thread)


async def open_question(context: Context, capture: Capture, thread: EventId | None) -> Reply:
    draft = capture.draft
    content = f"{draft.title}\n{draft.text} {hashtags(draft.themes)}"
    near = await context.tx.index.search(content, context.reader, SHOWN)
    id = await questions.ask(context.tx, capture, thread or capture.event, context.terms)
    question = await context.tx.resources.get(id, context.reader)
    if question is None:  # it waits for a moderator
        return await confirmation(context, id)
    texts = context.texts
    blocks: list[Block] = [texts.paragraph("question-asked", link=context.views.title(question))]
    found = await context.tx.resources.several(near.ids, context.reader)
    if found:
        await _offer(context, question, found[0])
        blocks.append(texts.paragraph("question-near"))
        blocks.append(context.views.items((r, one_line(r, content)) for r in found))
        first = context.views.number(found[0].id)
        blocks.append(texts.paragraph("question-near-helps", number=first))
    blocks.append(texts.paragraph("question-open", number=str(id)))
    return Reply(tuple(blocks))


async def _offer(context: Context, question: Resource, answer: Resource) -> None:
    """The bot's answer is the prompt: ✅ on it closes the question."""
    message = context.message
    await context.tx.prompts.add(
        Ask.SOLVED,
        f"answer:{message.event}",
        message.sender,
        message.room,
        thread=message.thread,
        subject=json.dumps({"question": question.id, "answer": answer.id}),
    )


async def reply(context: Context, words: str) -> Reply:
    """« !répondre 51 … », or without a number in the question's own thread."""
    question, content = await _question(context, words)
    if not content:
        raise UserError("question-reply-empty", number=str(question.id))
    reading, page = read_content(bounded(content)), context.message.page
    capture = captured(context.message, reading.called(page).draft)
    capture = replace(capture, page=page if reading.untitled else "")
    if found := contacts_of(capture.draft, context):
        what = Waiting(event=capture.event, by=None, answers=question.id, capture=capture)
        return await ask_about(context, what, found)
    return await keep_reply(context, capture, question)


async def keep_reply(context: Context, capture: Capture, question: Resource) -> Reply:
    """Keeps an answer as a resource of its own; the asker will say whether it helps."""
    id = await keep(context.tx, capture, context.terms)
    answer = await context.tx.resources.get(id, context.reader)
    if answer is None:  # it waits for a moderator
        waits = await confirmation(context, id)
        await reply_to(context.tx, id, question.id, solves=False)
        return waits
    await questions.put_to_asker(context.tx, context.languages, question, answer)
    said = context.texts.paragraph(
        "question-replied",
        link=context.views.title(answer),
        question=context.views.number(question.id),
    )
    return Reply((said,))


async def _question(context: Context, words: str) -> tuple[Resource, str]:
    """The question that is answered, and the answer. Raises UserError."""
    numbered = read_numbered(words)
    thread = context.message.thread
    here = await context.tx.questions.asked_in(thread) if thread else None
    if here is not None and (numbered is None or numbered[0] != here):
        return await existing(context, here), words.strip()
    if numbered is None:
        raise UserError("question-which")
    question = await existing(context, numbered[0])
    if question.kind is not Kind.QUESTION:
        raise UserError("question-no-question", number=context.views.number(numbered[0]))
    return question, numbered[1]


async def waiting(context: Context) -> Reply:
    since = context.now - timedelta(days=365)
    ids = await context.tx.questions.waiting(context.reader, since, context.now, LISTED)
    found = await context.tx.resources.several(ids, context.reader)
    texts = context.texts
    if not found:
        return context.notice("question-none")
    how = texts.paragraph("question-how", number=str(found[0].id))
    return Reply(
        (texts.paragraph("question-list"), context.views.items((q, "") for q in found), how)
    )


async def helped(context: Context, prompt: Prompt, yes: bool) -> Reply | None:
    """Who asked says whether an answer helps."""
    named = json.loads(prompt.subject)
    question, answer = ResourceId(named["question"]), ResourceId(named["answer"])
    number = context.views.number(question)
    if not yes:
        return context.notice("question-still-open", number=number)
    found = await context.tx.resources.current(answer, context.reader)
    if found is None or not await context.tx.questions.answer(question, answer):
        return context.notice("question-closed", number=number)
    link = context.views.title(found)
    return Reply((context.texts.paragraph("question-solved", number=number, link=link),))


async def answer_contacts(context: Context, what: Waiting, thread: EventId | None) -> Reply:
    """Its author says yes to a question or an answer that tells how to reach people. Raises
    UserError."""
    if what.answers is None:
        return await open_question(context, what.capture, thread)
    question = await existing(context, what.answers)
    return await keep_reply(context, what.capture, question)


def _question_said(content: str) -> Reading:
    return Reading(draft=questions.as_question(content))


def _reply_said(words: str) -> Reading:
    numbered = read_numbered(words)
    return read_content(numbered[1] if numbered else words)


def _page_wanted(message: Incoming, words: str) -> str:
    return _reply_said(words).untitled


ANSWERS = {Ask.SOLVED: helped}

COMMANDS = (
    Command(
        id="question",
        name="question",
        english="ask",
        aliases=("demander", "demande"),
        run=ask,
        parameter=Parameter.CONTENT,
        form="form-question",
        example="example-question",
        detailed=True,
        late=True,
        reads=_question_said,
    ),
    Command(
        id="reply",
        name="répondre",
        english="reply",
        aliases=("réponse", "answer"),
        run=reply,
        parameter=Parameter.CONTENT,
        form="usage-numbered",
        example="example-reply",
        detailed=True,
        late=True,
        page=_page_wanted,
        reads=_reply_said,
    ),
    Command(id="questions", name="questions", english="questions", aliases=(), run=waiting),
)
