"""What a search takes for one another: the words that come with the bot, the themes and tools with
all their names, and what moderators of the network added.
"""

import json
from collections.abc import Iterable, Iterator

from commonsbot.search.synonyms import NEAR, SAME, Group, Synonyms
from commonsbot.store.connection import Fetch

_NAMES = """SELECT theme.id, theme.name, theme.label, written, manner
    FROM theme_name JOIN theme ON theme.id = theme_id
    WHERE governed = 1 AND manner IN ('phrase', 'acronym', 'exact')"""


class Vocabulary:
    """Read anew when it changed."""

    def __init__(self, general: Iterable[Group]) -> None:
        self._general = tuple(general)
        self._version: str | None = None
        self._synonyms = Synonyms()

    def current(self, fetch: Fetch) -> Synonyms:
        ((version,),) = fetch("SELECT version FROM theme_state")
        if version != self._version:
            groups = [*self._general, *_of_themes(fetch), *_of_network(fetch)]
            self._synonyms, self._version = Synonyms.of(groups), version
        return self._synonyms


def _of_network(fetch: Fetch) -> Iterator[Group]:
    for (words,) in fetch("SELECT words FROM synonym ORDER BY id"):
        yield Group(tuple(json.loads(words)), SAME)


def _of_themes(fetch: Fetch) -> Iterator[Group]:
    """A theme's name, label and acronyms are the same; its other names touch it, not one another:
    « balade urbaine » speaks of #concertation, but not of « réunion publique ».
    """
    themes: dict[int, tuple[list[str], list[str]]] = {}
    for id, name, label, written, manner in fetch(_NAMES):
        heads, others = themes.setdefault(id, ([name, label] if label else [name], []))
        (others if manner == "phrase" else heads).append(written)
    for heads, others in themes.values():
        yield Group(tuple(heads), SAME)
        yield from (Group((other, *heads), NEAR) for other in others if other not in heads)
