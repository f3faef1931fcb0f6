"""A share that holds somebody's number or address: its author says whether it is kept so."""

from collections.abc import Sequence
from datetime import timedelta

from commonsbot.commands.command import Context
from commonsbot.domain.captures import Capture, Waiting, subject
from commonsbot.domain.contacts import contacts_in
from commonsbot.domain.ids import EventId
from commonsbot.domain.markup import Paragraph, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Draft
from commonsbot.domain.terms import chosen
from commonsbot.errors import UserError

WAITS = timedelta(days=7)


def contacts_of(draft: Draft, context: Context) -> tuple[str, ...]:
    """Those of other people, as far as that can be told."""
    written = "\n".join([draft.title, draft.text, *(said for _, said in draft.sections)])
    return contacts_in(written, context.message.sender)


async def ask_first(
    context: Context, capture: Capture, found: Sequence[str], thread: EventId | None = None
) -> Reply:
    """Nothing is kept before the author's yes; the question is the answer."""
    what = Waiting(event=capture.event, by=capture.by, capture=capture)
    return await ask_about(context, what, found, thread)


async def ask_about(
    context: Context, what: Waiting, found: Sequence[str], thread: EventId | None = None
) -> Reply:
    """`ask_first`, of a question or an answer."""
    message = context.message
    await context.tx.prompts.add(
        Ask.CONTACTS,
        f"answer:{message.event}",
        message.sender,
        message.room,
        thread=thread or message.thread,
        subject=subject(what),
        expires_at=context.now + WAITS,
    )
    texts, terms = context.texts, chosen(what.capture.draft, context.terms)
    rows = [
        texts.inline("contacts-found", contacts=", ".join(found)),
        texts.inline("contacts-seen", audience=texts.plain(f"audience-{terms.audience}")),
        texts.inline("contacts-how", days=WAITS.days),
    ]
    return Reply((Paragraph(lines(*rows)),))


def none_in(draft: Draft, context: Context, before: Draft | None = None) -> None:
    """Where there is no asking. What was in it `before` was agreed to. Raises UserError."""
    known = contacts_of(before, context) if before else ()
    if found := [one for one in contacts_of(draft, context) if one not in known]:
        raise UserError("contacts-not-here", contacts=", ".join(found))
