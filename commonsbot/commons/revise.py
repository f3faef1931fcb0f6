"""Writing a resource anew, as far as whoever asks may."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from commonsbot.commons.limits import check
from commonsbot.commons.themes import called, recognised_anew
from commonsbot.domain.audiences import Audience, Reader, may_read
from commonsbot.domain.changes import Change
from commonsbot.domain.consent import within_consent
from commonsbot.domain.differences import Difference, differences
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Draft, Resource
from commonsbot.domain.sharing import TEXT_LIMIT
from commonsbot.errors import UserError
from commonsbot.store import Transaction
from commonsbot.store.revisions import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """What became of it, and what still needs its author."""

    differences: Sequence[Difference]
    audience: Audience | None = None
    """Wider, wanted."""
    licence: Licence | None = None
    """More open, wanted."""
    version: int = 0
    """The one before; 0 when nothing changed."""


async def revise(
    tx: Transaction, resource: Resource, draft: Draft, editor: UserId, why: str, *, own: bool
) -> Revised:
    """`draft` takes the place of the present state, without what needs the author.

    `own`: its author asks. Raises UserError when there is no title, or too much text.
    """
    await admit(tx, draft, before=resource.draft)
    draft = await recognised_anew(tx, resource.draft, draft)
    granted = within_consent(resource.draft, draft, own=own)
    changed = differences(resource.draft, granted.draft)
    version = await write(tx, resource.id, granted.draft, editor, why) if changed else 1
    return Revised(
        differences=changed,
        audience=granted.audience,
        licence=granted.licence,
        version=version - 1,
    )


async def admit(tx: Transaction, draft: Draft, before: Draft) -> None:
    """Raises UserError when there is no title, too much text, or more than `before` that the
    limits refuse."""
    if not draft.title:
        raise UserError("change-no-title")
    if len(draft.text) > TEXT_LIMIT:
        raise UserError("share-too-long", limit=TEXT_LIMIT)
    await check(tx, draft, before=before)


async def with_names(tx: Transaction, change: Change) -> Change:
    """`change` with themes by the names they go by: « #rs » is another name of one."""
    return replace(
        change,
        themes=None if change.themes is None else await called(tx, change.themes),
        more_themes=await called(tx, change.more_themes),
        less_themes=await called(tx, change.less_themes),
    )


async def write(tx: Transaction, id: ResourceId, draft: Draft, editor: UserId, why: str) -> int:
    """Keeps `draft` and says so in the journal; the number of the version it is."""
    number = await tx.resources.revise(id, draft, editor, why)
    await tx.journal.write(editor, "revise", "resource", id, why)
    return number


def legible(
    revisions: Sequence[Revision], resource: Resource, reader: Reader
) -> tuple[Revision, ...]:
    """Those of a resource that `reader` may see.

    A version has its own audience: what was said to the room alone stays there when a later
    version is shown to more people. (The resource as it is now was read already.)
    """
    return tuple(
        one
        for one in revisions
        if may_read(one.draft.audience or Audience.ROOM, resource.room, resource.author, reader)
    )
