"""What a file shows, said for who can't see it."""

from dataclasses import replace

from commonsbot.domain.ids import UserId
from commonsbot.domain.resources import Resource
from commonsbot.store import Transaction

ALT_LIMIT = 1000
"""Characters: an alternative is a sentence or two (RGAA 1.3)."""


async def describe(tx: Transaction, resource: Resource, words: str, by: UserId) -> bool:
    """Gives the first file that has none its text alternative, else the last one another.

    False when the resource has no file.
    """
    files = list(resource.files)
    if not files:
        return False
    place = next((n for n, file in enumerate(files) if not file.alt), len(files) - 1)
    files[place] = replace(files[place], alt=words[:ALT_LIMIT])
    draft = replace(resource.draft, files=tuple(files))
    await tx.resources.revise(resource.id, draft, by, "alt")
    return True
