"""One line of a text, around the words that were asked for."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from commonsbot.domain.folding import fold
from commonsbot.domain.resources import Resource, hashtags
from commonsbot.domain.sharing import LINK
from commonsbot.search.french import stem, stems

_WORD = re.compile(r"\w+")
WIDTH = 90
"""Characters of a line."""


class Span(NamedTuple):
    text: str
    is_asked: bool = False
    """It is one of the words that were asked for."""


def one_line(resource: Resource, query: str = "") -> str:
    """What a list says of a resource under its title: its text, else its themes."""
    return "".join(span.text for span in spans(resource, query))


def spans(resource: Resource, query: str = "") -> list[Span]:
    """`one_line`, its asked words apart: of whichever part of the resource has some."""
    parts = [resource.text, *(said for _, said in resource.sections)]
    texts = [flat for part in parts if (flat := _flat(part))]
    wanted = frozenset(stems(query))
    text = next((text for text in texts if _places(text, wanted)), texts[0] if texts else "")
    return marked(snippet(text, query), query) if text else [Span(hashtags(resource.themes))]


def marked(line: str, query: str) -> list[Span]:
    """`line`, its asked words apart."""
    found: list[Span] = []
    end = 0
    for start, stop, _ in _places(line, frozenset(stems(query))):
        found += [Span(line[end:start]), Span(line[start:stop], is_asked=True)]
        end = stop
    return [span for span in (*found, Span(line[end:])) if span.text]


def snippet(text: str, query: str, width: int = WIDTH) -> str:
    """At most `width` characters of `text`, where most of the words stand that `query` asks for.

    Without such a word, the beginning. Cut at words, with … where something was left out.
    """
    flat = " ".join(text.split())
    if len(flat) <= width:
        return flat
    start = _best_place(flat, frozenset(stems(query)), width)
    begin = 0 if start < width - 20 else flat.rfind(" ", 0, start - width // 3) + 1
    end = begin + width - (2 if begin else 1)
    if end >= len(flat):
        cut, after = flat[begin:], ""
    else:
        cut, after = flat[begin:end].rsplit(" ", 1)[0], "…"
    return ("…" if begin else "") + cut[:width] + after


def _flat(text: str) -> str:
    return " ".join(LINK.sub(" ", text).split())


def _best_place(text: str, wanted: frozenset[str], width: int) -> int:
    """Where the most different words follow one another closely, the first such place."""
    places = _places(text, wanted)
    reach = width - width // 3
    most = max((_different(places, start, reach) for start, _, _ in places), default=0)
    return next((s for s, _, _ in places if _different(places, s, reach) == most), 0)


def _different(places: Iterable[tuple[int, int, str]], start: int, reach: int) -> int:
    return len({root for begin, end, root in places if start <= begin and end <= start + reach})


def _places(text: str, wanted: frozenset[str]) -> list[tuple[int, int, str]]:
    """Start, end and stem of the asked words."""
    if not wanted:
        return []
    found = []
    for match in _WORD.finditer(text):
        root = stem(fold(match[0]))
        if root in wanted:
            found.append((match.start(), match.end(), root))
            if len(found) == _LOOKED_AT:
                break
    return found


_LOOKED_AT = 50
"""Asked words of a text that a line is chosen among."""
