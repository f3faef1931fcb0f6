"""!lettre, !lettre aperçu, !lettre maintenant."""

from collections.abc import Iterator

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.digest.compose import Letter, compose
from commonsbot.digest.edition import Draft, request_edition
from commonsbot.digest.memory import remembered
from commonsbot.digest.planning import Planned, next_draft, planned
from commonsbot.domain.contents import Contents
from commonsbot.domain.editions import read_week
from commonsbot.domain.folding import fold
from commonsbot.domain.ids import RoomId
from commonsbot.domain.markup import Block, Inline, Paragraph, lines
from commonsbot.domain.messages import Kind, Outgoing, Reply
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.store.edition_plans import Choices
from commonsbot.texts.moments import moment

WEEKS = 4
"""Past letters that are named when one is asked for that isn't there."""

_LAST = frozenset("derniere dernier precedente last latest previous".split())


async def state(context: Context, words: str | None = None) -> Reply:
    """When the next letter leaves and what is planned for it, or a past letter again."""
    if context.message.direct:
        raise UserError("letter-direct")
    if words is not None:
        return await _past(context, words)
    plan = await planning(context)
    made = await next_draft(context.tx, context.views, room_of(context), context.now, plan)
    choices = await context.tx.edition_plans.choices(room_of(context))
    texts = context.texts
    blocks: list[Block] = [Paragraph(lines(when_next(context, plan), *_planned(context, made)))]
    if rows := list(_decided(context, choices)):
        blocks.append(Paragraph(lines(*rows)))
    if weeks := await context.tx.editions.weeks(room_of(context), 1):
        blocks.append(texts.paragraph("letter-again-last", week=weeks[0]))
    how = "letter-how" if context.role >= Role.MODERATOR else "letter-how-member"
    return Reply((*blocks, *texts.document(how)), notice=True)


async def planning(context: Context) -> Planned:
    room, zone = room_of(context), context.views.zone
    return await planned(context.tx, room, context.house.schedule_of(room), zone, context.now)


def room_of(context: Context) -> RoomId:
    """Raises UserError in a direct chat, which has no letter."""
    if context.message.direct:
        raise UserError("letter-direct")
    return context.message.room


def when_next(context: Context, plan: Planned) -> tuple[Inline, ...]:
    """When the next letter of this room leaves, or why none does."""
    texts, views = context.texts, plan.seen_in(context.views)
    if plan.schedule is None:
        return texts.inline("letter-off")
    if plan.upcoming is None:
        return texts.inline("letter-paused")
    until = plan.upcoming.until
    said = texts.inline("letter-next", moment=moment(views, until))
    opening = context.hours.next_opening(until)
    if opening <= until:
        return said
    return lines(said, texts.inline("letter-held", moment=moment(views, opening)))


def _planned(context: Context, made: Draft | None) -> Iterator[tuple[Inline, ...]]:
    texts = context.texts
    if made is None:
        yield texts.inline("letter-nothing")
        return
    said = ", ".join(_parts(context, made.contents))
    if said:
        yield texts.inline("letter-planned", parts=said)


def _parts(context: Context, contents: Contents) -> Iterator[str]:
    for part in ("picked", "fresh", "tried", "questions", "news", "deadlines"):
        if count := len(getattr(contents, part)):
            yield context.texts.plain(f"letter-part-{part}", count=count)


def _decided(context: Context, choices: Choices) -> Iterator[tuple[Inline, ...]]:
    """What moderators chose for the next letter."""
    texts = context.texts
    if word := choices.word:
        yield texts.inline("letter-word", who=context.views.person(word.by), words=word.text)
    for name, ids in (("added", choices.added), ("left-out", sorted(choices.left_out))):
        if ids:
            numbers = ", ".join(map(context.views.number, ids))
            yield texts.inline(f"letter-{name}", numbers=numbers)


async def preview(context: Context) -> Reply:
    """Exactly what leaves if nothing else happens: the same function makes both."""
    plan = await planning(context)
    made = await next_draft(context.tx, context.views, room_of(context), context.now, plan)
    if made is None:
        return context.notice("letter-nothing")
    if plan.upcoming:
        when = moment(plan.seen_in(context.views), plan.upcoming.until)
        head = context.texts.paragraph("letter-preview", moment=when)
    else:
        head = context.texts.paragraph("letter-preview-now")
    return await shown(context, head, made.letter)


async def shown(context: Context, head: Paragraph, letter: Letter) -> Reply:
    """The letter under a line that says what it is; its details in the thread."""
    message = context.message
    if letter.details:
        await context.tx.outbox.add(
            Outgoing(
                key=f"answer:{message.event}:details",
                room=message.room,
                kind=Kind.ANSWER,
                document=letter.details,
                thread=message.thread,
                under=f"answer:{message.event}",
            )
        )
    return Reply((head, *letter.document))


async def _past(context: Context, words: str) -> Reply:
    """What a past letter told, as far as it may still be read."""
    room, texts = room_of(context), context.texts
    weeks = await context.tx.editions.weeks(room, WEEKS)
    today = context.now.astimezone(context.views.zone)
    week = weeks[0] if weeks and fold(words) in _LAST else read_week(words, today)
    edition = await context.tx.editions.of_week(room, week) if week else None
    if edition is None:
        known = ", ".join(weeks) or texts.plain("letter-none-yet")
        raise UserError(
            "letter-no-such" if week else "letter-unknown", words=words[:40], weeks=known
        )
    contents = await remembered(context.tx, edition, context.reader)
    letter = compose((await planning(context)).seen_in(context.views), contents)
    return await shown(context, texts.paragraph("letter-past", week=edition.week), letter)


async def send_now(context: Context) -> Reply | None:
    """The letter itself is the answer; nothing to say is said, and so is a wait."""
    message, room = context.message, room_of(context)
    views = (await planning(context)).seen_in(context.views)
    if not await request_edition(context.tx, views, room, message.event, context.now):
        return context.notice("letter-nothing")
    await context.journal("send", "edition", room)
    if context.opening <= context.now:
        return None
    when = moment(views, context.opening)
    return context.notice("letter-waits", moment=when)


COMMANDS = (
    Command(
        id="letter",
        name="lettre",
        english="letter",
        aliases=("newsletter",),
        run=state,
        parameter=Parameter.WORDS,
        optional=True,
        form="form-letter",
        example="2026-S47",
        detailed=True,
    ),
    Command(
        id="letter-preview",
        name="lettre aperçu",
        english="letter preview",
        aliases=("lettre voir", "lettre prévisualiser"),
        run=preview,
        role=Role.MODERATOR,
    ),
    Command(
        id="letter-now",
        name="lettre maintenant",
        english="letter now",
        aliases=("lettre envoyer", "letter send"),
        run=send_now,
        role=Role.MODERATOR,
    ),
)
