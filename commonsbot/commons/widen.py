"""Letting more people see a resource: its author reads what they will see, and says yes."""

from datetime import datetime, timedelta

import msgspec

from commonsbot.commons.asking import Question
from commonsbot.commons.revise import write
from commonsbot.domain.audiences import Audience
from commonsbot.domain.consent import keeps_files, widened
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.markup import Document, Paragraph, lines
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Resource, Status, with_draft
from commonsbot.store import Transaction
from commonsbot.texts import Views

PATIENCE = timedelta(days=7)
"""How long the author may think it over."""


class Wish(msgspec.Struct, frozen=True):
    """What the author is asked: the subject of a prompt."""

    resource: ResourceId
    audience: Audience
    version: int
    """What they read. Another one is asked about again."""


async def question(
    tx: Transaction, views: Views, resource: Resource, audience: Audience, now: datetime
) -> Question:
    """What to ask its author: once for a version and an audience."""
    wish = Wish(resource.id, audience, await tx.revisions.last(resource.id))
    return Question(
        ask=Ask.WIDEN,
        key=f"widen:{resource.id}:{audience}:{wish.version}",
        to=resource.author,
        document=_read_before(views, resource, audience),
        subject=msgspec.json.encode(wish).decode(),
        expires_at=now + PATIENCE,
    )


def _read_before(views: Views, resource: Resource, audience: Audience) -> Document:
    """To whom it would show, and exactly what."""
    texts = views.texts
    rows = [texts.inline("widen-ask", audience=texts.plain(f"reach-{audience}"))]
    rows.append(texts.inline(f"widen-ask-{audience}"))
    if keeps_files(resource.draft):
        rows.append(texts.inline("widen-files"))
    shown = with_draft(resource, widened(resource.draft, audience))
    answer = texts.paragraph("widen-answer", days=PATIENCE.days)
    return (Paragraph(lines(*rows)), *views.card(shown), answer)


async def wished(tx: Transaction, subject: str) -> tuple[Wish, Resource | None]:
    """What was asked, and the resource if it is still there."""
    wish = msgspec.json.decode(subject, type=Wish)
    resource = await tx.resources.at(wish.resource)
    there = resource is not None and resource.status is Status.PUBLISHED
    return wish, resource if there else None


async def widen(tx: Transaction, resource: Resource, audience: Audience, by: UserId) -> None:
    """The author agreed."""
    await write(tx, resource.id, widened(resource.draft, audience), by, "audience")
    await tx.resources.consented(resource.id)
