"""What is done to many cards at once: shown first, typed again by its count, undone if need be."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from commonsbot.commands.command import Command, Context, Parameter
from commonsbot.commands.moderation import REASON
from commonsbot.commands.search import asker_of
from commonsbot.commons import hide as hiding
from commonsbot.commons.finding import find
from commonsbot.domain.acts import CONFIRM_WITHIN, UNDO_WITHIN, Bulk
from commonsbot.domain.ids import UserId
from commonsbot.domain.markup import Bold, Bullets, Paragraph, lines
from commonsbot.domain.messages import Kind, Outgoing, Reply
from commonsbot.domain.resources import Resource, Status
from commonsbot.domain.roles import Role
from commonsbot.errors import UserError
from commonsbot.search.criteria import Place
from commonsbot.search.query import read_query

MOST = 500
"""Cards that one decision may be about."""

LISTED = 15

_ALL = re.compile(r"^(?:tout(?:es)?(?: les (?:fiches|partages))?|all(?: cards)?)\s+", re.IGNORECASE)
_OF = re.compile(r"\b(?:de|from|by)\s+(?=@)", re.IGNORECASE)


def reason(words: str) -> str:
    """On one line, no longer than is passed on."""
    return " ".join(words.split())[:REASON]


async def plan(context: Context, typed: str, status: Status) -> Reply:
    """Lists what would change, and changes nothing before it is confirmed by its count."""
    query, why = _split(typed)
    found = await _listed(context, _as_filters(query))
    ids = [one.id for one in found]
    message = context.message
    await context.tx.bulks.plan(message.sender, message.room, status, ids, why)
    texts, views = context.texts, context.views
    items = tuple(lines([Bold(views.title(one))]) for one in found[:LISTED])
    rows = [
        texts.inline("bulk-confirm", count=len(ids), minutes=_minutes(CONFIRM_WITHIN)),
        texts.inline("bulk-undoable", minutes=_minutes(UNDO_WITHIN)),
    ]
    more = len(found) - LISTED
    others = [texts.paragraph("bulk-others", count=more)] if more > 0 else []
    head = texts.paragraph(f"bulk-plan-{status}", count=len(ids))
    return Reply((head, Bullets(items), *others, Paragraph(lines(*rows))))


def _as_filters(typed: str) -> str:
    """« tout de @bruno » as filters are written: « de:@bruno »."""
    return _OF.sub("de:", _ALL.sub("", typed))


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)


def _split(typed: str) -> tuple[str, str]:
    """« de:@x depuis:hier raison : publicité »: the query, and what follows « raison »."""
    for word in ("raison :", "raison:", "reason:", "motif :", "motif:"):
        before, found, after = typed.partition(word)
        if found:
            return before.strip(), reason(after)
    return typed, ""


async def _listed(context: Context, typed: str) -> list[Resource]:
    """What the query lists of what they moderate. Raises UserError unless it says exactly which."""
    today = context.now.astimezone(context.views.zone).date()
    query = replace(read_query(typed, today), place=Place.RESOURCES)
    if not query.filters or query.words or query.remarks:
        raise UserError("bulk-inexact", typed=typed[:80])
    outcome = await find(context.tx, query, asker_of(context), MOST + 1)
    if outcome.unknown or outcome.found.total > MOST:
        sentence = "bulk-inexact" if outcome.unknown else "bulk-too-many"
        raise UserError(sentence, typed=typed[:80], most=MOST)
    found = await context.tx.resources.several(outcome.found.ids, context.reader)
    kept = [one for one in found if context.actor.moderates(one)]
    if not kept:
        raise UserError("bulk-nothing")
    return kept


async def confirm(context: Context, count: int) -> Reply:
    """Typed with the number of cards: nobody confirms what they did not read."""
    message = context.message
    bulk = await context.tx.bulks.planned(message.sender, message.room)
    if bulk is None:
        raise UserError("bulk-none")
    if count != len(bulk.resources):
        raise UserError("bulk-count", count=len(bulk.resources))
    there = await hiding.standing(context.tx, bulk.resources, Status.PUBLISHED)
    there = [one for one in there if context.actor.moderates(one)]
    await hiding.carry_out(context.tx, bulk, there)
    await _tell_authors(context, bulk, there)
    texts = context.texts
    said = texts.inline(f"bulk-done-{bulk.status}", count=len(there))
    back = texts.inline("bulk-undo-how", minutes=_minutes(UNDO_WITHIN))
    return Reply((Paragraph(lines(said, back)),))


def _note_key(bulk: Bulk, author: UserId) -> str:
    return f"bulk:{bulk.id}:{author}"


async def _tell_authors(context: Context, bulk: Bulk, done: Sequence[Resource]) -> None:
    """One message to each, where they have a direct chat; an undo takes it back."""
    by_author: dict[UserId, list[Resource]] = defaultdict(list)
    for one in done:
        if one.author and one.author != bulk.by:
            by_author[one.author].append(one)
    for author, theirs in by_author.items():
        room = await context.tx.rooms.direct_with(author)
        if room is None:
            continue
        views = context.languages.views_of(room)
        texts = views.texts
        numbers = ", ".join(views.number(one.id) for one in theirs[:LISTED])
        said = texts.inline("bulk-note", count=len(theirs), numbers=numbers)
        because = texts.inline("moderation-reason", reason=bulk.why) if bulk.why else ()
        await context.tx.outbox.add(
            Outgoing(
                key=_note_key(bulk, author),
                room=room,
                kind=Kind.NOTE,
                document=(Paragraph(lines(said, because)),),
            )
        )


async def undo(context: Context) -> Reply:
    """Puts back what the last decision on many cards took out."""
    message = context.message
    bulk = await context.tx.bulks.undoable(message.sender, message.room)
    if bulk is None:
        raise UserError("bulk-too-late", minutes=_minutes(UNDO_WITHIN))
    back = await hiding.undo(context.tx, bulk)
    for author in {one.author for one in back if one.author}:
        await context.tx.outbox.unsay(_note_key(bulk, author))
    return Reply((context.texts.paragraph("bulk-undone", count=len(back)),))


COMMANDS = (
    Command(
        id="apply",
        name="appliquer",
        english="apply",
        run=confirm,
        parameter=Parameter.NUMBER,
        example="12",
        role=Role.MODERATOR,
    ),
    Command(
        id="undo-bulk",
        name="défaire",
        english="undo-bulk",
        run=undo,
        role=Role.MODERATOR,
    ),
)
