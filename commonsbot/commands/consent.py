"""A message that another member would like kept: its author is asked, and decides."""

from dataclasses import replace

from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Context
from commonsbot.commands.confirmation import Row, already_kept, card_link, keep_now, remarks
from commonsbot.commons.duplicates import find_like
from commonsbot.commons.moderation import reply_to
from commonsbot.commons.nominate import ANSWER_WITHIN, nominate
from commonsbot.commons.share import bounded
from commonsbot.domain.captures import (
    Capture,
    Nomination,
    capture_of,
    digest,
    nomination,
    read_said,
)
from commonsbot.domain.ids import EventId, ResourceId
from commonsbot.domain.markup import Bold, Document, Paragraph, Text, lines
from commonsbot.domain.messages import Kind, Outgoing, Reply, Said
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.resources import Draft, Resource, Status, hashtags
from commonsbot.domain.terms import Terms, chosen, under
from commonsbot.errors import UserError


def beside(context: Context, said: Said) -> EventId | None:
    """The thread of the message `said`; none in a direct chat."""
    return None if context.message.direct else said.thread or said.event


async def ask_author(
    context: Context, said: Said, words: str = "", question: ResourceId | None = None
) -> bool:
    """Asks the author of `said` whether it may be kept, called by `words`; False when they were
    asked before. `question`: what it answers."""
    message, texts, views = context.message, context.texts, context.views
    reading = read_said(said, words, message.page)
    terms = chosen(reading.draft, context.terms)
    draft = under(reading.draft, terms)
    what = Nomination(
        event=said.event,
        digest=digest(said),
        words=words,
        page=message.page,
        terms=terms,
        useful=(message.sender,),
        question=question,
    )
    author, proposer = views.person(said.sender), views.person(message.sender)
    if question is None:
        head = texts.inline("capture-ask", author=author, proposer=proposer)
    else:
        number = views.number(question)
        head = texts.inline("question-ask", author=author, asker=proposer, number=number)
    rows = [head, *remarks(context, reading.draft, draft, reading.unknown)]
    return await _ask(context, said, what, f"capture:{said.event}", rows)


async def _ask_again(context: Context, said: Said, old: Nomination) -> None:
    """The message is not what its author was shown: nothing else is kept than what is."""
    what = replace(old, digest=digest(said), page="")
    key = f"capture:{said.event}:{what.digest}"
    rows = [context.texts.inline("capture-changed")]
    await _ask(context, said, what, key, rows)


async def _ask(context: Context, said: Said, what: Nomination, key: str, head: list[Row]) -> bool:
    """Queues the question, with what would be kept and who would see it; False when it was put."""
    draft = _agreed(said, what)
    bounded(draft.text)
    thread = beside(context, said)
    if not await nominate(context.tx, said, what, key, thread, context.opening):
        return False
    await context.tx.outbox.add(
        Outgoing(
            key=key,
            room=said.room,
            kind=Kind.PROMPT,
            document=(Paragraph(lines(*head)), *await _shown(context, draft, what.terms)),
            mentions=() if context.message.direct else (said.sender,),
            thread=thread,
            reply_to=said.event,
        )
    )
    return True


async def _shown(context: Context, draft: Draft, terms: Terms) -> Document:
    texts, views = context.texts, context.views
    seen = texts.inline(
        "capture-ask-seen",
        kind=texts.plain(f"kind-{draft.kind}"),
        audience=texts.plain(f"audience-{terms.audience}"),
        licence=views.licence(terms.licence),
    )
    like = await find_like(context.tx, draft, context.reader)
    alike = texts.inline("capture-ask-like", link=views.title(like)) if like else ()
    return (
        Paragraph(lines(texts.inline("capture-ask-kept"), [Bold((Text(draft.title),))])),
        *views.content(draft),
        Paragraph(lines([Text(hashtags(draft.themes))] if draft.themes else [], seen, alike)),
        texts.paragraph("capture-ask-how", days=ANSWER_WITHIN.days),
    )


async def answer(context: Context, prompt: Prompt, yes: bool) -> Reply | None:
    if not yes:
        return context.notice("capture-declined")
    what, said = nomination(prompt.subject), context.message.quoted
    if said is None or (said.event, said.sender) != (what.event, prompt.to):
        raise UserError("capture-gone")
    if digest(said) != what.digest:
        await _ask_again(context, said, what)
        return None
    return await keep_nominated(context, said, what)


async def keep_nominated(context: Context, said: Said, what: Nomination) -> Reply:
    """Its author says yes: to what was shown, seen by whom it said."""
    made = await context.tx.resources.of_event(said.event)
    if made and made.status is not Status.WITHDRAWN:  # they shared it themselves meanwhile
        return await already_kept(context, made)
    capture = capture_of(said, context.message.origin, what.words, what.page)
    capture = replace(capture, draft=_agreed(said, what), useful=what.useful)
    if what.question is None:
        return await keep_now(context, capture)
    return await keep_answer(context, capture, what.question)


async def keep_answer(context: Context, capture: Capture, question: ResourceId) -> Reply:
    """Keeps `capture` as the answer to `question`."""
    reply = await keep_now(context, capture)
    answer = await context.tx.resources.of_event(capture.event)
    assert answer, "it is kept"
    if answer.status is Status.PENDING:
        await reply_to(context.tx, answer.id, question, solves=True)
        return reply
    linked = await answered(context, question, answer)
    return replace(reply, document=(*reply.document, *linked))


async def answered(context: Context, question: ResourceId, answer: Resource) -> Document:
    await context.tx.questions.answer(question, answer.id)
    number, link = context.views.number(question), await card_link(context, answer)
    return (context.texts.paragraph("question-solved", number=number, link=link),)


def _agreed(said: Said, what: Nomination) -> Draft:
    """The message as it is kept: what is shown is what is kept."""
    return under(read_said(said, what.words, what.page).draft, what.terms)


ANSWERS: Answers = {Ask.CAPTURE: answer}
