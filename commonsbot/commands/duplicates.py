"""What seems to be shared already: shared all the same, dropped, or added to what is there."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from commonsbot.commands import questions
from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Command, Context
from commonsbot.commands.confirmation import keep_now
from commonsbot.commands.contacts import ask_first, contacts_of
from commonsbot.commands.revisions import make
from commonsbot.commands.revisions import offer as propose_change
from commonsbot.commons.complete import addition
from commonsbot.commons.duplicates import find_like
from commonsbot.commons.limits import check
from commonsbot.commons.share import bounded
from commonsbot.domain.captures import Capture, Waiting, subject, waiting
from commonsbot.domain.changes import apply
from commonsbot.domain.duplicates import is_about_same_pages
from commonsbot.domain.fields import Unknown
from commonsbot.domain.ids import EventId
from commonsbot.domain.markup import Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.resources import Resource
from commonsbot.errors import UserError

WAITS = timedelta(days=7)


async def offer(
    context: Context,
    capture: Capture,
    unknown: Iterable[Unknown] = (),
    thread: EventId | None = None,
) -> Reply:
    """Keeps `capture`, or asks first when it tells how to reach people, or looks like a resource
    that is already there."""
    bounded(capture.draft.text)
    await check(context.tx, capture.draft)
    if found := contacts_of(capture.draft, context):
        return await ask_first(context, capture, found, thread)
    return await _unless_alike(context, capture, unknown, thread)


async def _unless_alike(
    context: Context,
    capture: Capture,
    unknown: Iterable[Unknown] = (),
    thread: EventId | None = None,
) -> Reply:
    like = await find_like(context.tx, capture.draft, context.reader)
    if like is None:
        return await keep_now(context, capture, unknown)
    message = context.message
    await context.tx.prompts.add(
        Ask.DUPLICATE,
        f"answer:{message.event}",  # the question is the answer
        message.sender,
        message.room,
        thread=thread or message.thread,
        subject=subject(Waiting(event=capture.event, by=capture.by, like=like.id, capture=capture)),
        expires_at=context.now + WAITS,
    )
    return _question(context, capture, like)


def _question(context: Context, capture: Capture, like: Resource) -> Reply:
    texts, link = context.texts, context.views.title(like)
    number = context.views.number(like.id)
    audience = texts.plain(f"audience-{like.audience}")
    same_link = is_about_same_pages(capture.draft, like.draft)
    return Reply(
        (
            texts.paragraph("duplicate-link" if same_link else "duplicate-title", link=link),
            Paragraph(
                lines(
                    texts.inline("duplicate-complete", number=number, audience=audience),
                    texts.inline("duplicate-yes"),
                    texts.inline("duplicate-no"),
                )
            ),
            texts.paragraph("duplicate-waits", days=WAITS.days),
        )
    )


async def answer(context: Context, prompt: Prompt, yes: bool) -> Reply:
    if yes:
        return await keep_now(context, waiting(prompt.subject).capture)
    return context.notice("duplicate-dropped")


async def complete(context: Context) -> Reply:
    """The third way: what waits becomes a part of what was there."""
    asked = await _waiting_for(context)
    if asked is None:
        raise UserError("complete-nothing")
    await context.tx.prompts.close(asked.id)
    what = waiting(asked.subject)
    assert what.like, "it is what the question was about"
    resource = await context.tx.resources.current(what.like, context.reader)
    if resource is None:
        raise UserError("complete-gone", number=context.views.number(what.like))
    more = what.capture.draft
    change = addition(resource.draft, more)
    if context.actor.tends(resource):
        draft = apply(change, resource.draft)
        files = tuple(dict.fromkeys((*draft.files, *more.files)))
        return Reply(await make(context, resource, replace(draft, files=files)))
    if more.files:
        raise UserError("complete-file", number=context.views.number(resource.id))
    return Reply(await propose_change(context, resource, change))


async def _waiting_for(context: Context) -> Prompt | None:
    """The share of theirs that waits: the one the message replies to, else the last one."""
    prompts, message = context.tx.prompts, context.message
    asked = await prompts.asked_by(message.answers) if message.answers else None
    if asked and asked.ask is Ask.DUPLICATE and asked.to == message.sender:
        return asked
    return await prompts.open_for(message.sender, message.room, message.thread, Ask.DUPLICATE)


async def answer_contacts(context: Context, prompt: Prompt, yes: bool) -> Reply:
    what = waiting(prompt.subject)
    if yes and (what.asks or what.answers):
        return await questions.answer_contacts(context, what, prompt.thread)
    if yes:
        return await _unless_alike(context, what.capture, thread=prompt.thread)
    return context.notice("duplicate-dropped")


ANSWERS: Answers = {Ask.DUPLICATE: answer, Ask.CONTACTS: answer_contacts}

COMMANDS = (
    Command(
        id="complete",
        name="compléter",
        english="complete",
        run=complete,
        late=True,
    ),
)
