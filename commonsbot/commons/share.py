"""Keeping what a member decides to share, or agrees to have shared."""

from commonsbot.commons.limits import check
from commonsbot.commons.moderation import entry
from commonsbot.commons.themes import recognised
from commonsbot.domain.captures import Capture
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.messages import Incoming
from commonsbot.domain.resources import Draft, Kind, Resource, Status
from commonsbot.domain.sharing import TEXT_LIMIT, with_file
from commonsbot.domain.terms import Terms, settled
from commonsbot.domain.trials import FOLLOWED_AFTER, OUTCOME
from commonsbot.errors import UserError
from commonsbot.store import Transaction


async def share(tx: Transaction, message: Incoming, draft: Draft, terms: Terms) -> ResourceId:
    """Publishes `draft` as its author shared it by `message`, with the file that came with it."""
    return await keep(tx, captured(message, draft), terms)


def captured(message: Incoming, draft: Draft) -> Capture:
    """`draft` as the author of `message` shares it by it, with the file that came with it."""
    return Capture(
        draft=with_file(draft, message.file),
        author=message.sender,
        room=message.room,
        event=message.origin,
        at=message.sent_at,
    )


def bounded(content: str) -> str:
    """`content`, if it is not too long to keep. Raises UserError."""
    if len(content) > TEXT_LIMIT:
        raise UserError("share-too-long", limit=TEXT_LIMIT)
    return content


async def keep(tx: Transaction, capture: Capture, terms: Terms) -> ResourceId:
    """Publishes `capture`, or has it wait for a moderator; `terms` hold where its author chose
    nothing.

    The themes and tools that its text names are added to the author's own. One that its author
    had withdrawn comes back under its number. Raises UserError when it is too long, or when a
    moderator took it out.
    """
    bounded(capture.draft.text)
    await check(tx, capture.draft)
    draft = await recognised(tx, settled(capture.draft, terms))
    status = await entry(tx, capture, draft, terms)
    made = await tx.resources.of_event(capture.event)
    if made:
        id = await _renew(tx, capture, draft, made, status)
    else:
        id = await _add(tx, capture, draft, status)
    if draft.kind is Kind.TEST:
        await tx.duties.plan(id, OUTCOME, capture.at + FOLLOWED_AFTER)
    if capture.words or capture.page:
        await tx.captures.name(id, capture.words, capture.page)
    if capture.news:
        await tx.news_agenda.became(capture.news, id)
    for prompt in await tx.prompts.about(capture.event):
        await tx.prompts.close(prompt.id)  # what was still asked about it is settled
    others = [user for user in capture.useful if user != capture.author]
    await tx.captures.found_useful(id, others)
    return id


async def _add(tx: Transaction, capture: Capture, draft: Draft, status: Status) -> ResourceId:
    assert draft.audience, "it is settled"
    return await tx.resources.add(
        draft,
        audience=draft.audience,
        author=capture.author,
        room=capture.room,
        event=capture.event,
        made_by=capture.by,
        status=status,
    )


async def _renew(
    tx: Transaction, capture: Capture, draft: Draft, made: Resource, status: Status
) -> ResourceId:
    if made.status in (Status.REMOVED, Status.HIDDEN):
        raise UserError("capture-removed", number=str(made.id))
    if made.status is Status.WITHDRAWN:
        await tx.resources.publish_again(made.id, draft, capture.author, capture.by, status)
    return made.id
