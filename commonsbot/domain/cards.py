"""Cards to fill in: lines « Label : value », in any order, read with indulgence."""

import re
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from rapidfuzz.distance import DamerauLevenshtein

from commonsbot.domain.folding import fold

Part = TypeVar("Part", bound=str)

_BEFORE = r"^[\s>*_•\-–#\d.)]*"
_LABELLED = re.compile(_BEFORE + r"([^\W\d_][^:：\n]{0,50}?)[\s*_]*[:：][\s*_]*(.*)$")
_HEADING = re.compile(_BEFORE + r"([^\W\d_][^:：\n]{0,50}?)[\s*_]*$")


class Card(Generic[Part]):
    """The labels of one kind of card: for each part the names it goes by, folded, with commas.

    `alone`: parts of a single line; what follows them goes on with the part before.
    """

    def __init__(self, names: Mapping[Part, str], alone: frozenset[Part] = frozenset()) -> None:
        self._parts = {name.strip(): part for part, all in names.items() for name in all.split(",")}
        self._alone = alone

    def read(self, content: str) -> Iterator[tuple[Part | None, str, str]]:
        """Each line: the part it belongs to, what it says, and the line itself.

        A line without a label goes on with the part before; the first ones have none.
        """
        current: Part | None = None
        for line in content.strip().split("\n"):
            part, rest = self._label(line)
            if part is None:
                yield current, line, line
            elif part in self._alone:
                yield part, rest, line
            else:
                current = part
                yield part, rest, line

    def _label(self, line: str) -> tuple[Part | None, str]:
        if found := _LABELLED.match(line):
            return self._part(found[1]), found[2]
        if found := _HEADING.match(line):
            return self._parts.get(fold(found[1]).strip()), ""
        return None, line

    def _part(self, label: str) -> Part | None:
        """The part a label names; a slip or two are forgiven in a long one."""
        name = " ".join(fold(label).split())
        if name in self._parts or len(name) < 6:
            return self._parts.get(name)
        slips = 1 if len(name) < 10 else 2
        near = [
            (distance, known)
            for known in self._parts
            if (distance := DamerauLevenshtein.distance(name, known, score_cutoff=slips)) <= slips
        ]
        return self._parts[min(near)[1]] if near else None
