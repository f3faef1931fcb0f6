"""Taking cards out of sight and putting them back, one or many, and telling their authors."""

from collections.abc import Iterable

from commonsbot.domain.acts import Bulk
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.resources import Resource, Status
from commonsbot.store import Transaction

_VERBS = {Status.HIDDEN: "hide", Status.REMOVED: "removed"}


async def hide(
    tx: Transaction, resource: Resource, by: UserId, why: str, status: Status = Status.HIDDEN
) -> None:
    """No read finds it; its moderators may put it back. (Removed: only an undo may.)"""
    await tx.resources.take_out(resource.id, status)
    await tx.journal.write(by, _VERBS[status], "resource", resource.id, why)


async def put_back(tx: Transaction, resource: Resource, by: UserId, why: str = "") -> None:
    """It is as it was, in its place among the others."""
    await tx.resources.put_back(resource.id)
    await tx.journal.write(by, "put back", "resource", resource.id, why)


async def standing(tx: Transaction, ids: Iterable[ResourceId], status: Status) -> list[Resource]:
    """Those of `ids` that are in that state now."""
    found = [await tx.resources.at(id) for id in ids]
    return [one for one in found if one and one.status is status]


async def carry_out(tx: Transaction, bulk: Bulk, resources: list[Resource]) -> None:
    for one in resources:
        await hide(tx, one, bulk.by, bulk.why, bulk.status)
    await tx.bulks.done(bulk.id, [one.id for one in resources])


async def undo(tx: Transaction, bulk: Bulk) -> list[Resource]:
    """Puts back what is still as the bulk left it; which cards those are."""
    back = await standing(tx, bulk.resources, bulk.status)
    for one in back:
        await put_back(tx, one, bulk.by, f"undo {bulk.id}")
    await tx.bulks.undone(bulk.id)
    return back
