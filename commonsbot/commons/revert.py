"""Going back to an old version: a new one that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from commonsbot.commons.merge import parts_since, split
from commonsbot.commons.revise import write
from commonsbot.domain.consent import fitting
from commonsbot.domain.differences import Difference, differences
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.resources import Draft, Resource, Status
from commonsbot.store import Transaction
from commonsbot.store.revisions import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Reverted:
    resource: Resource
    """As it is now."""
    differences: Sequence[Difference]
    parted: Sequence[ResourceId]
    """What had been merged into it since that version, and stands alone again."""
    before: int
    """The version it was."""


async def revert(tx: Transaction, resource: Resource, old: Revision, by: UserId) -> Reverted:
    """`resource` says what it said in `old`; its licence and who sees it stay today's."""
    before = await tx.revisions.last(resource.id)
    parted = await _part(tx, resource, old.number, by)
    now = await _now(tx, resource)
    draft = as_it_was(now, old)
    if differences(now.draft, draft):
        await write(tx, resource.id, draft, by, f"revert {old.number}")
    now = await _now(tx, resource)
    return Reverted(
        resource=now,
        differences=differences(resource.draft, now.draft),
        parted=parted,
        before=before,
    )


def as_it_was(now: Resource, old: Revision) -> Draft:
    """What `old` said, under the licence of `now` and for those who see it."""
    return fitting(replace(old.draft, audience=now.audience, licence=now.licence))


async def _part(tx: Transaction, resource: Resource, version: int, by: UserId) -> list[ResourceId]:
    since, _ = await parts_since(tx, resource, version)
    others = [await tx.resources.at(id) for id in since]
    merged = [other for other in others if other and other.status is Status.MERGED]
    for other in merged:
        await split(tx, other, by)
    return [other.id for other in merged]


async def _now(tx: Transaction, resource: Resource) -> Resource:
    found = await tx.resources.at(resource.id)
    assert found, "it is there"
    return found
