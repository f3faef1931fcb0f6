"""Taking a resource out of the commons."""

from commonsbot.commons.merge import release, split
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.messages import Redaction
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.resources import Resource, Status
from commonsbot.domain.roles import Actor, Role
from commonsbot.store import Transaction


def removal(resource: Resource, user: UserId, room: RoomId, role: Role) -> Status | None:
    """What removing it by `user`, asking in `room`, would make of it; None if not allowed.

    An author withdraws; a moderator removes what was shared in the room; a steward anything.
    """
    if resource.author == user:
        return Status.WITHDRAWN
    return Status.REMOVED if Actor(user, room, role).moderates(resource) else None


async def remove(tx: Transaction, resource: Resource, by: UserId, status: Status) -> None:
    """Who withdraws their own takes nothing of others' away."""
    if status is Status.WITHDRAWN:
        await release(tx, resource, by)
    await tx.resources.take_out(resource.id, status)
    await tx.journal.write(by, status, "resource", resource.id)


async def take_back(tx: Transaction, redaction: Redaction) -> None:
    """A message was taken back, and so is what was made of it, or was to be."""
    for prompt in await tx.prompts.about(redaction.of):
        if prompt.room == redaction.room:
            await _drop(tx, prompt)
    resource = await tx.resources.of_event(redaction.of)
    standing = resource and resource.status in (Status.PUBLISHED, Status.MERGED)
    if resource is None or not standing or resource.room != redaction.room:
        return
    if resource.status is Status.MERGED:  # its words are in another one
        await split(tx, resource, redaction.sender)
    own = redaction.sender == resource.author
    await remove(tx, resource, redaction.sender, Status.WITHDRAWN if own else Status.REMOVED)


async def _drop(tx: Transaction, prompt: Prompt) -> None:
    await tx.prompts.close(prompt.id)
    if prompt.ask is Ask.CAPTURE:
        await tx.outbox.unsay(prompt.key)  # it repeats the message
