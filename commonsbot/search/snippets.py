"""One line of a text, around the words that were asked for."""

import re

from commonsbot.domain.folding import fold
from commonsbot.domain.resources import Resource, hashtags
from commonsbot.domain.sharing import LINK
from commonsbot.search.french import stem, stems

_WORD = re.compile(r"\w+")


def one_line(resource: Resource, query: str = "") -> str:
    """What a list says of a resource under its title: its text, else its themes."""
    words = LINK.sub(" ", resource.text).strip()
    return snippet(words, query) if words else hashtags(resource.themes)


def snippet(text: str, query: str, width: int = 90) -> str:
    """At most `width` characters of `text`, around its first word that `query` asks for.

    Without such a word, the beginning. Cut at words, with … where something was left out.
    """
    flat = " ".join(text.split())
    if len(flat) <= width:
        return flat
    start = _first_match(flat, frozenset(stems(query)))
    begin = 0 if start < width - 20 else flat.rfind(" ", 0, start - width // 3) + 1
    end = begin + width - (2 if begin else 1)
    if end >= len(flat):
        cut, after = flat[begin:], ""
    else:
        cut, after = flat[begin:end].rsplit(" ", 1)[0], "…"
    return ("…" if begin else "") + cut[:width] + after


def _first_match(text: str, wanted: frozenset[str]) -> int:
    for match in _WORD.finditer(text):
        if stem(fold(match[0])) in wanted:
            return match.start()
    return 0
