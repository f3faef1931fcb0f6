"""!partager, and the emojis that do the same: keeping what members share."""

from collections.abc import Iterable
from dataclasses import replace

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.confirmation import already_kept
from commonsbot.commands.consent import ask_author, beside, keep_nominated
from commonsbot.commands.duplicates import offer
from commonsbot.commands.news_shares import shared_item
from commonsbot.commands.parse import is_command
from commonsbot.commands.reactions import Gesture
from commonsbot.commands.resources import existing
from commonsbot.commons.nominate import open_nomination, second
from commonsbot.commons.undo import undo
from commonsbot.domain.captures import Capture, capture_of, nomination, read_said
from commonsbot.domain.messages import Incoming, Kind, Outgoing, Reaction, Reply, Said
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Resource, Status
from commonsbot.domain.sharing import Reading, read_content, with_file
from commonsbot.errors import UserError
from commonsbot.store import Transaction

EMOJIS = ("💡", "📌")
"""Where the operator chose no others."""


async def share(context: Context, content: str = "") -> Reply:
    if item := await shared_item(context, content):
        return item
    message, reading = context.message, read_content(content)
    if _is_about_another(message, reading):
        return await _share_quoted(context, content)
    draft = with_file(reading.called(message.page).draft, message.file)
    if not draft.title:
        raise UserError("share-empty")
    capture = Capture(
        draft=draft,
        author=message.sender,
        room=message.room,
        event=message.origin,
        at=message.sent_at,
        page=message.page if reading.untitled else "",
    )
    return await offer(context, capture, reading.unknown)


def page_wanted(message: Incoming, content: str) -> str:
    """The page that would name what `!partager` keeps."""
    reading, said = read_content(content), message.quoted
    if not _is_about_another(message, reading):
        return reading.untitled
    return read_said(said, content).untitled if said else ""


def _is_about_another(message: Incoming, reading: Reading) -> bool:
    """A reply that brings no more than a title means the message it replies to."""
    if message.answers is None or message.file or not reading.is_name_only:
        return False
    return not (message.quoted and message.quoted.own and reading.draft.title)


async def _share_quoted(context: Context, words: str) -> Reply:
    message, said = context.message, context.message.quoted
    if said is None or said.is_empty:
        raise UserError("capture-unreadable")
    if said.own or is_command(said.text):
        raise UserError("capture-not-this")
    made = await context.tx.resources.of_event(said.event)
    if made and made.status is not Status.WITHDRAWN:
        await _count_useful(context, made)
        return await already_kept(context, made)
    if said.sender == message.sender:
        capture = capture_of(said, message.origin, words, message.page)
        return await offer(context, capture, read_said(said, words).unknown)
    asked = await _nominate(context, said, words)
    author = context.views.person(said.sender)
    sentence = "capture-proposed" if asked else "capture-proposed-before"
    return context.notice(sentence, author=author)


async def _nominate(context: Context, said: Said, words: str = "") -> bool:
    """The author of `said` is asked, unless they were before: then another would like it kept."""
    if nominated := await open_nomination(context.tx, said.event):
        await second(context.tx, nominated, context.message.sender)
        return False
    return await ask_author(context, said, words)


async def _count_useful(context: Context, made: Resource) -> None:
    user = context.message.sender
    found = await context.tx.resources.current(made.id, context.reader)
    if found and user not in (made.author, found.author):
        await context.tx.captures.found_useful(found.id, [user])


async def capture(context: Context, reaction: Reaction) -> Reply | None:
    """By an emoji: one's own message is kept, that of another proposed."""
    tx, said = context.tx, reaction.quoted
    made = await tx.resources.of_event(reaction.to) or await tx.resources.told_by(reaction.to)
    if made and (made.status is not Status.WITHDRAWN or made.author != reaction.sender):
        await _count_useful(context, made)
        return None
    if said is None or said.is_empty:
        await _say_unreadable(context, reaction)
        return None
    if said.own or is_command(said.text):
        return None
    if said.sender == reaction.sender:
        return await _capture_own(context, said)
    await _nominate(context, said)
    return None


async def _capture_own(context: Context, said: Said) -> Reply | None:
    about = await context.tx.prompts.about(said.event)
    if any(prompt.ask in (Ask.DUPLICATE, Ask.CONTACTS) for prompt in about):
        return None  # it waits for an answer
    thread = beside(context, said)
    if nominated := await open_nomination(context.tx, said.event):
        reply = await keep_nominated(context, said, nomination(nominated.subject))
    else:
        capture = capture_of(said, context.message.origin, page=context.message.page)
        reply = await offer(context, capture, thread=thread)
    return replace(reply, thread=thread)


async def _say_unreadable(context: Context, reaction: Reaction) -> None:
    """Once for each message: it may be from before the bot came, or be no message."""
    await context.tx.outbox.add(
        Outgoing(
            key=f"unreadable:{reaction.to}",
            room=reaction.room,
            kind=Kind.ANSWER,
            document=(context.texts.paragraph("capture-unreadable"),),
            notice=True,
            mentions=() if reaction.direct else (reaction.sender,),
            reply_to=reaction.to,
        )
    )


def page_of(reaction: Reaction) -> str:
    """The page that would name the message it is on."""
    said = reaction.quoted
    return read_said(said).untitled if said and not said.own else ""


async def say_useful(context: Context, number: int) -> Reply:
    """What the emoji says on something that is kept already."""
    resource = await existing(context, number)
    sender = context.message.sender
    if resource.author == sender:
        sentence = "useful-self"
    elif await context.tx.captures.found_useful(resource.id, [sender]):
        sentence = "useful-done"
    else:
        sentence = "useful-again"
    return context.notice(sentence, number=context.views.number(number))


async def take_back(context: Context) -> Reply:
    message = context.message
    undone = await undo(context.tx, message.sender, message.room, context.now)
    if undone is None:
        return context.notice("undo-dropped")
    number = context.views.number(undone.id)
    return context.notice("undo-done", number=number, title=undone.title)


def gestures(emojis: Iterable[str]) -> tuple[Gesture, ...]:
    return (Gesture(emojis=frozenset(emojis), run=capture, quotes=_always, page=page_of),)


async def _always(_: Transaction, __: Reaction) -> bool:
    return True


COMMANDS = (
    Command(
        id="share",
        name="partager",
        english="share",
        aliases=("partage", "partagez"),
        run=share,
        parameter=Parameter.CONTENT,
        optional=True,
        example="example-title",
        detailed=True,
        late=True,
        quotes=True,
        page=page_wanted,
        reads=read_content,
    ),
    Command(
        id="undo",
        name="annuler",
        english="undo",
        aliases=("annule", "cancel"),
        run=take_back,
        late=True,
    ),
    Command(
        id="useful",
        name="utile",
        english="useful",
        run=say_useful,
        parameter=Parameter.NUMBER,
        example="42",
    ),
)
