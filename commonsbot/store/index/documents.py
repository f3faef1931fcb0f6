"""What is searched, and how it is analysed before it is kept."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from sys import intern

from commonsbot.domain.ids import NewsId, ResourceId
from commonsbot.search.french import spellings, telling_words

_LONG = 20_000
"""Characters from which an analysis is done beside the event loop."""


class Noun(IntEnum):
    RESOURCE = 0
    NEWS = 1

    @property
    def table(self) -> str:
        return self.name.lower()


def key_of(noun: Noun, id: int) -> int:
    """The number of a document in the index: one for resources and news together."""
    return 2 * id + noun


@dataclass(frozen=True, slots=True)
class Words:
    """The telling words of a title and a text, and how those are written that have accents."""

    title: list[str]
    body: list[str]
    spellings: dict[str, str]


def words_of(title: str, body: str) -> Words:
    """Most of the work of an analysis. Each word is one object, however often it comes: fast to
    compare, and to hand to another process."""
    return Words(
        [*map(intern, telling_words(title))],
        [*map(intern, telling_words(body))],
        {intern(word): how for word, how in spellings(f"{title}\n{body}").items() if how != word},
    )


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is searched of a resource or a news item."""

    id: ResourceId | NewsId
    title: str
    themes: Sequence[str]
    body: str
    noun: Noun = Noun.RESOURCE
    words: Words | None = None
    """Of its title and body, where they were found before."""

    @property
    def key(self) -> int:
        return key_of(self.noun, self.id)


@dataclass(frozen=True, slots=True)
class Analysed:
    key: int
    fields: tuple[list[str], ...]
    """The telling words of the title, the themes and the text."""
    spellings: dict[str, str]
    """How those are written that are not written as they are found."""

    @property
    def words(self) -> set[str]:
        return set().union(*self.fields)


async def analyse(documents: Sequence[Indexed]) -> list[Analysed]:
    if sum(len(one.body) for one in documents if one.words is None) < _LONG:
        return [_analysed(one) for one in documents]
    return await asyncio.to_thread(lambda: [_analysed(one) for one in documents])


def _analysed(document: Indexed) -> Analysed:
    words = document.words or words_of(document.title, document.body)
    themes = _themes(" ".join(document.themes))
    return Analysed(
        document.key,
        (words.title, themes.title, words.body),
        words.spellings | themes.spellings,
    )


@lru_cache(maxsize=1024)
def _themes(named: str) -> Words:
    return words_of(named, "")
