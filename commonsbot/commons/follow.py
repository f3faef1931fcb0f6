"""A resource follows the message it was made of."""

from dataclasses import fields, replace
from typing import Any

from commonsbot.commons.limits import check
from commonsbot.commons.themes import called, recognised_anew
from commonsbot.domain.audiences import Audience, held_by_files
from commonsbot.domain.resources import Draft, Resource
from commonsbot.domain.terms import Terms, settled
from commonsbot.store import Transaction

EDITED = "edit"
"""Why a revision was made: its author edited the message."""


async def reworded(tx: Transaction, made: Resource, now_says: Draft, terms: Terms) -> Draft | None:
    """`made` as its message `now_says`, None when that is the same. Raises UserError.

    What was changed otherwise since, by a command or a moderator, is left alone.
    """
    history = await tx.revisions.of(made.id)
    read = [state.draft for state in history if state.number == 1 or state.why == EDITED]
    now_says = replace(now_says, themes=await called(tx, now_says.themes))
    draft = replace(made.draft, **_changes(read[-1], now_says))
    draft = await recognised_anew(tx, made.draft, draft)
    if any(state.editor != made.author for state in history):
        draft = replace(draft, audience=made.audience)  # words of others are in it
    room = made.audience if made.audience is not Audience.PUBLIC else terms.audience
    draft = settled(draft, Terms(audience=room, licence=made.licence))
    draft = replace(draft, audience=held_by_files(draft.audience or room, draft.files))
    if draft == made.draft:
        return None
    await check(tx, draft, before=made.draft)
    return draft


async def follow(tx: Transaction, made: Resource, draft: Draft) -> None:
    """Brings `made` up to `draft`, which its message says."""
    await tx.resources.revise(made.id, draft, made.author, EDITED)
    if draft.audience is not made.audience:
        await tx.resources.consented(made.id)


_SAID = frozenset(field.name for field in fields(Draft)) - {"recognised"}
"""What a message says by itself."""


def _changes(before: Draft, after: Draft) -> dict[str, Any]:
    """What an edit changed; what a message leaves open changes nothing, nor its file being left
    out."""
    left_open = {"files"} if not after.files else set()
    said = {name: getattr(after, name) for name in _SAID - left_open}
    return {
        name: value
        for name, value in said.items()
        if value is not None and value != getattr(before, name)
    }
