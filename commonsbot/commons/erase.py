"""Words that are taken back for good: by their message, or by who wrote them."""

import json

from commonsbot.commons.merge import split, way_to_root
from commonsbot.commons.moderation import take_back_question, unsay
from commonsbot.commons.propose import close, prompt_key
from commonsbot.commons.remove import remove
from commonsbot.domain import withholding
from commonsbot.domain.ids import ResourceId, RoomId, UserId
from commonsbot.domain.merging import unmerged
from commonsbot.domain.messages import Redaction
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.proposals import ProposalState
from commonsbot.domain.resources import Draft, Resource, Status
from commonsbot.store import Transaction

GONE = (Status.WITHDRAWN, Status.REMOVED)


async def take_back(tx: Transaction, redaction: Redaction) -> None:
    """A message was taken back, and so is what was made of it, or was to be."""
    for prompt in await tx.prompts.about(redaction.of):
        if _asked_in(prompt) == redaction.room:
            await _drop(tx, prompt)
    await _take_back_remarks(tx, redaction)
    resource = await tx.resources.of_event(redaction.of)
    if resource is None or resource.room != redaction.room:
        return
    own = redaction.sender == resource.author
    await erase(tx, resource, redaction.sender, Status.WITHDRAWN if own else Status.REMOVED)


async def _take_back_remarks(tx: Transaction, redaction: Redaction) -> None:
    """What it said of the cards of others: a test, a change."""
    for proposal in await tx.proposals.made_by(redaction.of):
        if proposal.room == redaction.room:
            await close(tx, proposal, ProposalState.WITHDRAWN, redaction.sender)
            await take_back_question(tx, prompt_key(proposal.id))
            await tx.proposals.forget(proposal.id)
    await tx.trials.take_back(redaction.of, redaction.sender)


def _asked_in(prompt: Prompt) -> RoomId:
    """The room of the message that made the bot ask."""
    if prompt.ask is Ask.OTHERS:
        return RoomId(json.loads(prompt.subject)["room"])
    return prompt.room


async def _drop(tx: Transaction, prompt: Prompt) -> None:
    await tx.prompts.close(prompt.id)
    if prompt.ask in (Ask.CAPTURE, Ask.OTHERS):
        await tx.outbox.unsay(prompt.key)  # it repeats the message


async def erase(tx: Transaction, resource: Resource, by: UserId, status: Status) -> None:
    """It is taken out as `status` says, and none of its words is left anywhere."""
    if resource.status is Status.MERGED:  # its words are in another one
        await _unmerge(tx, resource, by)
    await unsay(tx, resource.id)
    for proposal in await tx.proposals.every(resource.id):
        await take_back_question(tx, prompt_key(proposal))  # it repeats the card
    if resource.status not in GONE:
        await remove(tx, resource, by, status)
    await tx.erasure.empty(resource.id)
    for event in (resource.event, resource.made_by):
        if event:
            await tx.outbox.unsay(f"answer:{event}")  # it names the card
    await tx.sending.withhold(withholding.of_resource(resource))


async def _unmerge(tx: Transaction, resource: Resource, by: UserId) -> None:
    """It stands alone again, and no earlier version of the others says what it said."""
    way = await way_to_root(tx, resource)
    await split(tx, resource, by)
    reasons = {f"merge {one.id}" for one in way}
    for one in way[1:]:
        await _purge(tx, one.id, reasons, resource.draft)


async def _purge(tx: Transaction, id: ResourceId, reasons: set[str], gone: Draft) -> None:
    """The versions since a merge that brought `gone` are written without it."""
    history = await tx.revisions.of(id)
    merges = [n for n, revision in enumerate(history) if revision.why in reasons]
    if not merges or not merges[0]:
        return  # it had brought nothing
    before = history[merges[0] - 1].draft
    for revision in history[merges[0] :]:
        await tx.revisions.rewrite(id, revision.number, unmerged(revision.draft, before, gone))
