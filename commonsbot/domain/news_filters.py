"""Which items of a source a room wants to read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.theme_names import key, root, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsFilter:
    """Each part that asks for something must be met; an empty filter lets everything through."""

    classes: frozenset[NewsClass] = frozenset()
    """One of these."""
    without_classes: frozenset[NewsClass] = frozenset()
    themes: tuple[str, ...] = ()
    """One of these, by any of its names."""
    without_themes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """One of these is said: a word, or several in a row. Case, accents and plurals don't matter."""
    without: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self == EVERYTHING


EVERYTHING = NewsFilter()


class Filterable(Protocol):
    """What a filter looks at."""

    @property
    def class_(self) -> NewsClass: ...
    @property
    def themes(self) -> tuple[str, ...]: ...
    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...


def passes(filter: NewsFilter, item: Filterable) -> bool:
    """Whether `filter` lets `item` through."""
    if filter.is_empty:
        return True
    return _of_class(filter, item) and _of_theme(filter, item) and _in_words(filter, item)


def _of_class(filter: NewsFilter, item: Filterable) -> bool:
    wanted = not filter.classes or item.class_ in filter.classes
    return wanted and item.class_ not in filter.without_classes


def _of_theme(filter: NewsFilter, item: Filterable) -> bool:
    carried = set(map(key, item.themes))
    wanted = not filter.themes or not carried.isdisjoint(map(key, filter.themes))
    return wanted and carried.isdisjoint(map(key, filter.without_themes))


def _in_words(filter: NewsFilter, item: Filterable) -> bool:
    if not (filter.words or filter.without):
        return True
    said = _row(f"{item.title}\n{item.summary}")
    return (not filter.words or _says(said, filter.words)) and not _says(said, filter.without)


def _says(said: str, words: Iterable[str]) -> bool:
    return any(row in said for word in words if (row := _row(word)).strip())


def _row(text: str) -> str:
    """The words of `text` as they are compared, each between spaces."""
    return f" {' '.join(map(root, words_of(text)))} "
