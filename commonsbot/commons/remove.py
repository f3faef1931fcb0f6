"""Taking a resource out of the commons."""

from commonsbot.commons.merge import release
from commonsbot.commons.moderation import unsay
from commonsbot.domain.ids import UserId
from commonsbot.domain.resources import Resource, Status
from commonsbot.domain.roles import Actor
from commonsbot.store import Transaction


def removal(resource: Resource, actor: Actor) -> Status | None:
    """What removing it by `actor` would make of it; None if not allowed.

    An author withdraws; a moderator removes what was shared in the room; a steward anything.
    """
    if resource.author == actor.user:
        return Status.WITHDRAWN
    return Status.REMOVED if actor.moderates(resource) else None


async def remove(
    tx: Transaction, resource: Resource, by: UserId, status: Status, why: str = ""
) -> None:
    """Who withdraws their own takes nothing of others' away."""
    if status is Status.WITHDRAWN:
        await release(tx, resource, by)
        await unsay(tx, resource.id)
    await tx.resources.take_out(resource.id, status)
    await tx.journal.write(by, status, "resource", resource.id, why)
