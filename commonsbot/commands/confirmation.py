"""What was just kept, who sees it, and how to put it right or take it back."""

from collections.abc import Iterable

from commonsbot.commands.command import Context
from commonsbot.commands.share_questions import submit
from commonsbot.commons.share import keep
from commonsbot.domain.captures import Capture
from commonsbot.domain.fields import Unknown
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.markup import Document, Inline, Paragraph, Text, lines
from commonsbot.domain.messages import Reply
from commonsbot.domain.resources import Draft, Kind, Resource, Status, hashtags
from commonsbot.domain.terms import held_back
from commonsbot.domain.trials import FOLLOWED_AFTER
from commonsbot.errors import UserError
from commonsbot.texts.encryption import not_encrypted
from commonsbot.texts.particulars import facet_line

Row = tuple[Inline, ...]

KEPT = "✅"
"""Says at night that something was kept, where there is nothing to remark; `!fiche` says more."""


async def keep_now(context: Context, capture: Capture, unknown: Iterable[Unknown] = ()) -> Reply:
    """Keeps `capture` and says so; `unknown` are the fields that were not understood."""
    id = await keep(context.tx, capture, context.terms)
    return await confirmation(context, id, capture.draft, unknown)


async def confirmation(
    context: Context, id: ResourceId, asked: Draft | None = None, unknown: Iterable[Unknown] = ()
) -> Reply:
    """`asked`: what was to be kept."""
    kept = await context.tx.resources.at(id)
    assert kept, "it was just written"
    if kept.status is Status.PENDING:
        said = remarks(context, asked or kept.draft, kept.draft, unknown)
        return await submit(context, kept, said)
    resource = await context.tx.resources.get(id, context.reader)
    assert resource, "its author can read it"
    texts = context.texts
    rows = [texts.inline("share-done", link=context.views.title(resource))]
    rows.append(seen_by(context, resource))
    if given := resource.draft.themes:
        rows.append(texts.inline("share-themes", themes=hashtags(given)))
    if resource.recognised:
        rows.append(_recognised(context, resource))
    if facets := facet_line(texts, resource.facets):
        rows.append((Text(facets),))
    remarked = remarks(context, asked or resource.draft, resource.draft, unknown)
    rows += remarked
    if any(not file.alt for file in resource.files):
        rows.append(texts.inline("share-describe", number=str(id)))
    if resource.kind is Kind.TEST:
        date = context.views.date(context.now + FOLLOWED_AFTER)
        rows.append(texts.inline("share-followed", date=date, number=str(id)))
    rows.append(texts.inline("share-undo", number=str(id)))
    encryption = await _encryption(context)
    sign = "" if remarked or encryption or resource.kind is Kind.TEST else KEPT
    return Reply((Paragraph(lines(*rows)), *encryption), sign=sign)


async def _encryption(context: Context) -> Document:
    """Whether the room is encrypted: said with its first card, and when that has changed."""
    message = context.message
    if message.encrypted and message.direct:
        return ()  # what is shared there is for the network, and nobody else reads the rest
    if not await context.tx.rooms.tell_encrypted(message.room, encrypted=message.encrypted):
        return ()
    said = "encryption-begun" if message.encrypted else not_encrypted(direct=message.direct)
    return (context.texts.paragraph(said),)


def seen_by(context: Context, resource: Resource) -> Row:
    """Who sees it, and its licence where that is not the room's."""
    audience = context.texts.plain(f"audience-{resource.audience}")
    if resource.licence is context.terms.licence:
        return context.texts.inline("share-visible", audience=audience)
    licence = context.views.licence(resource.licence)
    return context.texts.inline("share-visible-licence", audience=audience, licence=licence)


def remarks(context: Context, asked: Draft, kept: Draft, unknown: Iterable[Unknown]) -> list[Row]:
    """What could not be done as it was written, and what to write instead."""
    texts = context.texts
    hold = held_back(asked, kept)
    rows = [texts.inline(f"share-held-{hold}")] if hold else []
    for each in unknown:
        choices = texts.inline(f"field-{each.field}-choices")
        rows.append(texts.inline("share-unknown", typed=each.typed, choices=choices))
    return rows


async def card_link(context: Context, made: Resource) -> Row:
    """« n° 42 · Titre » for who may read it here, « n° 42 » for others."""
    if now := await context.tx.resources.current(made.id, context.reader):
        return context.views.title(now)
    return context.texts.inline("resource-number", number=str(made.id))


async def already_kept(context: Context, made: Resource) -> Reply:
    """The message is a resource already, or was. Raises UserError."""
    if made.status in (Status.REMOVED, Status.HIDDEN):
        raise UserError("capture-removed", number=str(made.id))
    if made.status is Status.PENDING:
        raise UserError("capture-waits")
    link = await card_link(context, made)
    return context.notice("capture-already", link=link)


def _recognised(context: Context, resource: Resource) -> tuple[Inline, ...]:
    """What its text names, and how to take it off."""
    first = hashtags(resource.recognised[:1])
    return context.texts.inline(
        "share-recognised",
        themes=hashtags(resource.recognised),
        number=str(resource.id),
        first=first,
    )
