"""What is searched, and how it is analysed before it is kept."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from commonsbot.domain.ids import NewsId, ResourceId
from commonsbot.search.french import spellings, telling_words

_LONG = 20_000
"""Characters from which an analysis is done beside the event loop."""


class Noun(IntEnum):
    RESOURCE = 0
    NEWS = 1


def key_of(noun: Noun, id: int) -> int:
    """The number of a document in the index: one for resources and news together."""
    return 2 * id + noun


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is searched of a resource or a news item."""

    id: ResourceId | NewsId
    title: str
    themes: Sequence[str]
    body: str
    noun: Noun = Noun.RESOURCE

    @property
    def key(self) -> int:
        return key_of(self.noun, self.id)

    @property
    def fields(self) -> tuple[str, str, str]:
        return (self.title, " ".join(self.themes), self.body)


@dataclass(frozen=True, slots=True)
class Analysed:
    key: int
    fields: tuple[list[str], ...]
    """The telling words of the title, the themes and the text."""
    spellings: dict[str, str]
    """How each is written."""

    @property
    def words(self) -> set[str]:
        return set().union(*self.fields)


async def analyse(documents: Sequence[Indexed]) -> list[Analysed]:
    if sum(len(text) for one in documents for text in one.fields) < _LONG:
        return [_analysed(one) for one in documents]
    return await asyncio.to_thread(lambda: [_analysed(one) for one in documents])


def _analysed(document: Indexed) -> Analysed:
    fields = tuple(telling_words(field) for field in document.fields)
    return Analysed(document.key, fields, spellings("\n".join(document.fields)))
