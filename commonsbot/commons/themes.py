"""The vocabulary in use: recognised in what is shared, and changed by moderators."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.resources import Draft
from commonsbot.domain.roles import Role
from commonsbot.domain.themes import Sort, Tag, Vocabulary
from commonsbot.errors import UserError
from commonsbot.store import Transaction
from commonsbot.store.themes import NETWORK

BATCH = 500
"""Resources read at once when the vocabulary has grown."""


async def recognised(tx: Transaction, draft: Draft) -> Draft:
    """`draft` with the themes and tools that its text names."""
    recogniser = await tx.themes.recogniser()
    return replace(draft, recognised=recogniser.of(draft))


async def recognised_anew(tx: Transaction, before: Draft, after: Draft) -> Draft:
    """`after` with what its words name now; what was taken off `before` does not come back."""
    recogniser = await tx.themes.recogniser()
    kept = recogniser.named_in(after).intersection(await called(tx, after.recognised))
    fresh = set(recogniser.of(after)) - recogniser.named_in(before)
    return replace(after, recognised=tuple(sorted(kept | fresh)))


async def called(tx: Transaction, themes: Iterable[str]) -> tuple[str, ...]:
    """Each theme by the name it goes by, in the order in which a resource has them."""
    tags = {name: await tx.themes.tag(name) for name in themes}
    return tuple(sorted({tag.name if tag else name for name, tag in tags.items()}))


async def adopt(tx: Transaction, vocabulary: Vocabulary) -> int:
    """Takes in the vocabulary of the file; how many resources have other themes now.

    What is new in it is recognised in the resources there are, too: nobody can have taken off
    what was not there.
    """
    adopted = await tx.adoption.adopt(vocabulary)
    touched = set(adopted.touched)
    if adopted.fresh:
        touched |= await _recognise_everywhere(tx, adopted.fresh)
    await tx.resources.reindex(touched)
    return len(touched)


async def _recognise_everywhere(tx: Transaction, fresh: Collection[str]) -> set[ResourceId]:
    touched: set[ResourceId] = set()
    last = ResourceId(0)
    while batch := await tx.resources.after(last, BATCH):
        recogniser = await tx.themes.recogniser()
        last = batch[-1].id
        for resource in batch:
            found = recogniser.of(resource.draft)
            if names := [n for n in found if n in fresh and n not in resource.themes]:
                await tx.themes.attach(resource.id, (), names)
                touched.add(resource.id)
    return touched


@dataclass(frozen=True, slots=True)
class Moderator:
    user: UserId
    role: Role


async def accept(tx: Transaction, by: Moderator, tag: Tag, sort: Sort) -> None:
    """Makes a proposal a theme or a tool of the network. Raises UserError."""
    if tag.is_governed:
        raise UserError("theme-already", name=tag.name)
    await _check(tx, by, tag)
    await tx.governance.accept(tag, sort)
    await tx.journal.write(by.user, "accept", "theme", tag.name, sort)


async def set_aside(tx: Transaction, by: Moderator, tag: Tag) -> None:
    """Leaves a word out of the vocabulary; resources keep it. Raises UserError."""
    await _check(tx, by, tag)
    await tx.governance.set_aside(tag)
    await tx.journal.write(by.user, "set aside", "theme", tag.name)


async def merge(tx: Transaction, by: Moderator, tag: Tag, into: Tag) -> None:
    """`into` takes the resources of `tag`, which becomes a name of it. Raises UserError."""
    if tag.id == into.id:
        raise UserError("theme-same", name=into.name)
    await _check(tx, by, tag)
    if not into.is_governed:
        await _check(tx, by, into)
        if tag.is_governed:
            await tx.governance.accept(into, tag.sort)
    await tx.resources.reindex(await tx.governance.merge(tag, into))
    await tx.journal.write(by.user, "merge", "theme", tag.name, into.name)


async def rename(tx: Transaction, by: Moderator, tag: Tag, name: str) -> None:
    """Calls `tag` by another name; the old one is still understood. Raises UserError."""
    await _check(tx, by, tag)
    other = await tx.themes.tag(name)
    touched: set[ResourceId] = set()
    if other and other.id != tag.id:
        if other.is_governed:
            raise UserError("theme-name-taken", name=tag.name, other=other.name)
        touched = await tx.governance.merge(other, tag)
    await tx.resources.reindex(touched | await tx.governance.rename(tag, name))
    await tx.journal.write(by.user, "rename", "theme", tag.name, name)


async def _check(tx: Transaction, by: Moderator, tag: Tag) -> None:
    """A word of the vocabulary is the network's; one that a single room knows stays its own."""
    if by.role < tag.required:
        raise UserError("theme-steward-only", name=tag.name)
    if not tag.is_governed and not await tx.themes.count(tag, NETWORK):
        raise UserError("theme-private", name=tag.name)
