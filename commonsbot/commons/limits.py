"""What no card may hold: asked wherever one is written."""

from commonsbot.domain.limits import LINKS, MENTIONS, is_blocked, people_named
from commonsbot.domain.resources import Draft
from commonsbot.domain.urls import host
from commonsbot.errors import UserError
from commonsbot.store import Transaction


async def check(tx: Transaction, draft: Draft, before: Draft | None = None) -> None:
    """Raises UserError. What was in it `before` is no new fault."""
    links = [link for link in draft.links if before is None or link not in before.links]
    if links and len(draft.links) > LINKS:
        raise UserError("share-too-many-links", limit=LINKS)
    text = f"{draft.title}\n{draft.text}"
    named = people_named(text)
    if named > MENTIONS and (before is None or named > people_named(before.text)):
        raise UserError("share-too-many-people", limit=MENTIONS)
    blocked = await tx.blocklist.domains() if links else frozenset()
    if found := next((host(link) for link in links if is_blocked(host(link), blocked)), None):
        raise UserError("share-blocked", domain=found)
