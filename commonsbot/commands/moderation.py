"""!modérer, and what becomes of the shares that wait for a moderator."""

from datetime import timedelta
from functools import partial

from commonsbot.commands.answers import Answers
from commonsbot.commands.command import Command, Context
from commonsbot.commands.share_questions import author_of, name_of_room
from commonsbot.commons import moderation
from commonsbot.commons.asking import Place
from commonsbot.commons.moderation import SayThere
from commonsbot.commons.questions import put_to_asker
from commonsbot.domain.audiences import may_read
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.markup import Block, Bold, Document, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.moderation import Waiting, prompt_key, waiting
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.resources import Resource, Status
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.search.snippets import one_line
from commonsbot.texts import Translator, Views

Row = tuple[Inline, ...]

REASON = 500
"""Characters of a reason that are passed on."""

SHOWN = 5
"""Shares in one message."""

COUNTED = 200

READ_FOR = timedelta(minutes=1)
"""After its author changed a share, before it can be accepted by its number."""


async def share_that_waits(context: Context, number: int) -> Resource | None:
    """What waits under that number, for who may decide on it from here."""
    resource = await context.tx.resources.at(ResourceId(number))
    if resource is None or resource.status is not Status.PENDING:
        return None
    legible = may_read(resource.audience, resource.room, None, context.reader)
    return resource if legible and context.actor.moderates(resource) else None


async def accept_share(context: Context, resource: Resource, shown: Waiting | None = None) -> Reply:
    """Others see it from now on; its author is told. `shown`: the question that is answered."""
    tx, by = context.tx, context.message.sender
    what = shown or await _last_shown(context, resource)
    await moderation.publish(tx, resource, by)
    if what and what.answers:
        await _answer_question(context, what)
    number = context.views.number(resource.id)
    audience = context.texts.plain(f"reach-{resource.audience}")

    def note(views: Views, place: Place) -> Row:
        return views.texts.inline("moderation-accepted-note", link=views.title(resource))

    also = await _tell(context, resource, note)
    said = context.texts.paragraph(
        "moderation-accepted", number=number, audience=audience, who=author_of(context, resource)
    )
    return Reply((said,), also=also)


async def _last_shown(context: Context, resource: Resource) -> Waiting | None:
    """What who moderates could read for a moment, at least. Raises UserError."""
    changed = context.now - resource.updated_at < READ_FOR
    if changed and await context.tx.revisions.last(resource.id) > 1:
        number = context.views.number(resource.id)
        taps = int(not context.message.encrypted)
        raise UserError("moderation-changed", number=number, card=str(resource.id), taps=taps)
    return await moderation.withdraw_question(context.tx, resource.id)


async def _answer_question(context: Context, what: Waiting) -> None:
    tx = context.tx
    assert what.answers
    question = await tx.resources.at(what.answers)
    answer = await tx.resources.at(what.resource)
    if what.solves:
        await tx.questions.answer(what.answers, what.resource)
    elif question and answer:
        await put_to_asker(tx, context.languages, question, answer)


async def refuse_share(context: Context, resource: Resource, reason: str) -> Reply:
    """Nobody sees it; its author is told, kindly, and why."""
    texts, number = context.texts, context.views.number(resource.id)
    reason = " ".join(reason.split())[:REASON]
    await moderation.withdraw_question(context.tx, resource.id)
    await moderation.refuse(context.tx, resource, context.message.sender, reason)
    also = await _tell(context, resource, partial(_refused_note, resource, reason))
    said = texts.inline("moderation-refused", number=number, who=author_of(context, resource))
    return Reply((Paragraph(lines(said, *_because(texts, reason))),), also=also)


def _refused_note(resource: Resource, reason: str, views: Views, place: Place) -> Row:
    texts, number = views.texts, views.number(resource.id)
    if place.direct:
        thanks = texts.inline("moderation-refused-note", number=number, title=resource.title)
    else:  # its room reads it: nothing of what was refused is said there
        thanks = texts.inline("moderation-refused-note-here", number=number)
    return lines(thanks, *_because(texts, reason), texts.inline("moderation-refused-again"))


def _because(texts: Translator, reason: str) -> list[Row]:
    return [texts.inline("moderation-reason", reason=reason)] if reason else []


async def _tell(context: Context, resource: Resource, note: SayThere) -> tuple[UserId, ...]:
    """Tells its author; whom to mention in the answer where they read that anyway."""
    message = context.message
    if resource.author is None or resource.author == message.sender:
        return ()
    if resource.names_author and resource.room == message.room and not message.direct:
        return (resource.author,)
    version = await context.tx.revisions.last(resource.id)
    key = f"{prompt_key(resource.id, version)}:decided"
    await moderation.tell_author(context.tx, context.languages, resource, note, key)
    return ()


async def answer_share(context: Context, prompt: Prompt, yes: bool) -> Reply:
    what = waiting(prompt.subject)
    resource = await context.tx.resources.at(what.resource)
    number = context.views.number(what.resource)
    if resource is None or resource.status is not Status.PENDING:
        return context.notice("moderation-decided", number=number)
    if yes:
        return await accept_share(context, resource, what)
    return await refuse_share(context, resource, "")


async def queue(context: Context) -> Reply:
    """What waits for who asks, here: shares, and changes proposed to cards."""
    tx, texts, message = context.tx, context.texts, context.message
    everywhere = context.actor.desk or context.role is Role.STEWARD
    room = None if everywhere else message.room
    found = await tx.resources.pending(room, COUNTED)
    shown = [r for r in found if may_read(r.audience, r.room, None, context.reader)]
    blocks: list[Block] = []
    for resource in shown[:SHOWN]:
        blocks += await _item(context, resource)
    if elsewhere := len(found) - len(shown):
        blocks.append(texts.paragraph("moderation-elsewhere", count=elsewhere))
    proposals = await tx.proposals.open_to(message.sender, message.room, everywhere=everywhere)
    if proposals:
        blocks.append(texts.paragraph("moderation-proposals", count=len(proposals)))
    if not blocks:
        return context.notice("moderation-nothing")
    return Reply((texts.paragraph("moderation-queue", count=len(shown)), *blocks))


async def _item(context: Context, resource: Resource) -> Document:
    texts, views = context.texts, context.views
    facts = texts.inline(
        "moderation-item",
        who=author_of(context, resource),
        room=await name_of_room(context, resource.room),
        date=views.date(resource.created_at),
    )
    line = one_line(resource)
    return (
        Paragraph(lines([Bold(views.title(resource))], facts, [Text(line)] if line else [])),
        texts.paragraph("moderation-how", number=str(resource.id)),
    )


ANSWERS: Answers = {Ask.SHARE: answer_share}

COMMANDS = (
    Command(
        id="moderate",
        name="modérer",
        english="moderate",
        aliases=("modération", "queue", "relectures"),
        run=queue,
        role=Role.MODERATOR,
    ),
)
