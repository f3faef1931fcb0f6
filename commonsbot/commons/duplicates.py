"""What is about to be shared and seems to be there already."""

from commonsbot.domain.audiences import Reader
from commonsbot.domain.duplicates import is_about_same_pages, may_be_same
from commonsbot.domain.resources import Draft, Resource
from commonsbot.search.titles import is_same_title
from commonsbot.store import Transaction


async def find_like(tx: Transaction, draft: Draft, reader: Reader) -> Resource | None:
    """The resource that has the same links, else nearly the same title, among those `reader`
    may see."""
    for link in draft.links[:1]:
        for other in await tx.resources.linking(link, reader):
            if may_be_same(draft.kind, other.kind) and is_about_same_pages(draft, other.draft):
                return other
    for id, title in await tx.index.titled_alike(draft.title, reader):
        if is_same_title(draft.title, title):
            found = await tx.resources.get(id, reader)
            if found and may_be_same(draft.kind, found.kind):
                return found
    return None
