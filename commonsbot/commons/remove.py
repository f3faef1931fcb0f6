"""Taking a resource out of the commons."""

from commonsbot.commons.merge import release, split
from commonsbot.commons.moderation import unsay
from commonsbot.domain.ids import UserId
from commonsbot.domain.messages import Redaction
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.resources import Resource, Status
from commonsbot.domain.roles import Actor
from commonsbot.store import Transaction

_STANDING = (Status.PUBLISHED, Status.PENDING, Status.MERGED)


def removal(resource: Resource, actor: Actor) -> Status | None:
    """What removing it by `actor` would make of it; None if not allowed.

    An author withdraws; a moderator removes what was shared in the room; a steward anything.
    """
    if resource.author == actor.user:
        return Status.WITHDRAWN
    return Status.REMOVED if actor.moderates(resource) else None


async def remove(tx: Transaction, resource: Resource, by: UserId, status: Status) -> None:
    """Who withdraws their own takes nothing of others' away."""
    if status is Status.WITHDRAWN:
        await release(tx, resource, by)
        await unsay(tx, resource.id)
    await tx.resources.take_out(resource.id, status)
    await tx.journal.write(by, status, "resource", resource.id)


async def take_back(tx: Transaction, redaction: Redaction) -> None:
    """A message was taken back, and so is what was made of it, or was to be."""
    for prompt in await tx.prompts.about(redaction.of):
        if prompt.room == redaction.room:
            await _drop(tx, prompt)
    resource = await tx.resources.of_event(redaction.of)
    standing = resource and resource.status in _STANDING
    if resource is None or not standing or resource.room != redaction.room:
        return
    if resource.status is Status.MERGED:  # its words are in another one
        await split(tx, resource, redaction.sender)
    own = redaction.sender == resource.author
    await unsay(tx, resource.id)
    await remove(tx, resource, redaction.sender, Status.WITHDRAWN if own else Status.REMOVED)


async def _drop(tx: Transaction, prompt: Prompt) -> None:
    await tx.prompts.close(prompt.id)
    if prompt.ask is Ask.CAPTURE:
        await tx.outbox.unsay(prompt.key)  # it repeats the message
