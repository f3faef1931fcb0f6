"""Making one resource of two, and two of one again."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from commonsbot.commons.revise import Revised, revise, write
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.merging import may_carry_words, merged, unmerged
from commonsbot.domain.resources import Draft, Resource
from commonsbot.store import Transaction
from commonsbot.store.revisions import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    revised: Revised
    words: bool
    """Whether the text and files of the other one could be taken over."""


async def merge(
    tx: Transaction, into: Resource, other: Resource, by: UserId, *, own: bool
) -> Merged:
    """`into` gets what only `other` had, whose number points to it from now on.

    `own`: the author of `other` does it.
    """
    words = may_carry_words(into.draft, other.draft, own=own)
    draft = merged(into.draft, other.draft, words=words)
    revised = await revise(tx, into, draft, by, f"merge {other.id}", own=False)
    await tx.merges.merge(other.id, into.id)
    await tx.journal.write(by, "merge", "resource", other.id, f"into {into.id}")
    return Merged(revised=revised, words=words)


async def split(tx: Transaction, other: Resource, by: UserId) -> ResourceId:
    """`other` stands alone again; the number of the one it was in."""
    *way, root = await way_to_root(tx, other)
    if before := await _before_merging(tx, root.id, [one.id for one in way]):
        left = unmerged(root.draft, before, other.draft)
        await revise(tx, root, left, by, f"split {other.id}", own=False)
    await tx.merges.split(other.id, root.id)
    await write(tx, other.id, other.draft, by, f"split {root.id}")
    return root.id


async def way_to_root(tx: Transaction, other: Resource) -> list[Resource]:
    """From `other` to what stands in its place now, by way of others maybe."""
    way = [other]
    while (into := way[-1].merged_into) and into not in [one.id for one in way]:
        found = await tx.resources.at(into)
        assert found, "what took its place is there"
        way.append(found)
    return way


async def _before_merging(
    tx: Transaction, root: ResourceId, others: Sequence[ResourceId]
) -> Draft | None:
    """How `root` was until one of `others` was merged into it; None when it gained nothing."""
    reasons = {f"merge {other}" for other in others}
    history = await tx.revisions.of(root)
    pairs = reversed(list(pairwise(history)))
    return next((before.draft for before, after in pairs if after.why in reasons), None)


async def parts_since(
    tx: Transaction, resource: Resource, version: int
) -> tuple[list[ResourceId], list[ResourceId]]:
    """What was merged into it since that version, and what that version held and was split since.

    Both are in its history, save what brought nothing.
    """
    history = await tx.revisions.of(resource.id)
    now = _parts(history, len(history))
    then = _parts(history, version)
    return sorted(now - then), sorted(then - now)


def _parts(history: Sequence[Revision], version: int) -> frozenset[ResourceId]:
    """What a version held of others."""
    held: dict[int, frozenset[ResourceId]] = {0: frozenset()}
    for revision in history[:version]:
        what, _, number = revision.why.partition(" ")
        parts = held[revision.number - 1]
        if what == "revert":
            parts = held[int(number)]
        elif what == "merge":
            parts |= {ResourceId(int(number))}
        elif what == "split":
            parts -= {ResourceId(int(number))}
        held[revision.number] = parts
    return held[version]


async def release(tx: Transaction, resource: Resource, by: UserId) -> None:
    """What others shared stands alone again when the one they were merged into goes."""
    for one in await tx.merges.absorbed_by(resource.id):
        other = await tx.resources.at(one.id)
        if one.into == resource.id and one.author != by and other:
            await split(tx, other, by)
