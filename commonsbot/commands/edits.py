"""A message said otherwise: what was made of it follows."""

from collections.abc import Iterable
from dataclasses import replace

from commonsbot.commands.command import Command, Context
from commonsbot.commands.confirmation import card_link, remarks, seen_by
from commonsbot.commands.contacts import none_in
from commonsbot.commands.revisions import as_it_is
from commonsbot.commands.second_look import drop_earlier, is_reviewed, submit
from commonsbot.commands.share_questions import ask_again
from commonsbot.commons.follow import follow, reworded
from commonsbot.domain.audiences import widens
from commonsbot.domain.changes import between
from commonsbot.domain.fields import Unknown
from commonsbot.domain.markup import Paragraph, lines
from commonsbot.domain.messages import Incoming, Reply
from commonsbot.domain.resources import Draft, Resource, Status
from commonsbot.domain.sharing import Reading, read_capture, with_file

Found = tuple[Command, str] | None
"""The command an edited message now holds, and what follows its name."""


def page_wanted(message: Incoming, made: Resource, found: Found) -> str:
    """A page that the new words lead to, and that would name them."""
    if made.made_by is None:
        untitled = _of_command(found).untitled
    else:
        untitled = read_capture(message.text, "").untitled
    return "" if untitled in made.links else untitled


async def reread(context: Context, made: Resource, found: Found) -> Reply | None:
    """`made` follows the new words of its message. Silent, unless more must be said of it.

    What was made of an item of the news says what that says.
    """
    if await context.tx.news_agenda.is_card(made.id):
        return None
    read = await _read(context, made, found)
    if read is None:
        return None
    if not read.draft.title:
        number = context.views.number(made.id)
        return context.notice("edit-not-read", number=number)
    draft = with_file(read.draft, context.message.file)
    none_in(draft, context, before=made.draft)
    new = await reworded(context.tx, made, draft, context.terms)
    if made.status is Status.PUBLISHED and await is_reviewed(context, made, new or made.draft):
        return await _hold(context, made, new or made.draft)
    await drop_earlier(context, made)
    if new:
        await follow(context.tx, made, new)
        if made.status is Status.PENDING:
            await ask_again(context, made.id)
    return await _remarked(context, made, draft, read.unknown)


async def _hold(context: Context, made: Resource, new: Draft) -> Reply | None:
    """The new words wait for who moderates. Silent, when it was said of an earlier edit."""
    fewer = widens(new.audience or made.audience, made.audience)
    soon = replace(made.draft, audience=new.audience) if fewer else made.draft
    if fewer:
        await follow(context.tx, made, soon)
    said_before = await drop_earlier(context, made)
    now = await as_it_is(context, made)
    said = await submit(context, now, between(soon, new))
    return None if said_before else Reply(said, notice=True)


async def _read(context: Context, made: Resource, found: Found) -> Reading | None:
    """What it now says; None when these words say nothing of it, an empty title when nothing
    can be read in them."""
    message = context.message
    words, page = await context.tx.captures.named(made.id)
    if made.made_by is None:  # a command of its own
        reading = _of_command(found)
    elif message.edits == made.event:
        reading = read_capture(message.text, words)
    elif found and found[0].reads and message.quoted:
        words = found[1]
        reading = read_capture(message.quoted.text, words)
    else:
        return None
    if reading.untitled not in made.links:
        page = message.page
    if words or page:
        await context.tx.captures.name(made.id, words, page)
    return reading.called(page)


def _of_command(found: Found) -> Reading:
    if found and found[0].reads:
        return found[0].reads(found[1])
    return Reading(draft=Draft(title="", text=""))


async def _remarked(
    context: Context, before: Resource, asked: Draft, unknown: Iterable[Unknown]
) -> Reply | None:
    """Who sees it, where that changed, and what could not be done as written."""
    now = await context.tx.resources.at(before.id)
    assert now, "it was just there"
    rows = remarks(context, asked, now.draft, unknown)
    if (now.audience, now.licence) != (before.audience, before.licence):
        rows.insert(0, seen_by(context, now))
    if not rows:
        return None
    head = context.texts.inline("edit-followed", link=await card_link(context, now))
    return Reply((Paragraph(lines(head, *rows)),), notice=True)
