"""The known words a mistyped one most likely meant."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import DamerauLevenshtein

_DIGIT = re.compile(r"\d")


def allowed_slips(word: str) -> int:
    """How many letters may be wrong: none in a short word, two in a long one."""
    if len(word) < 4 or _DIGIT.search(word):
        return 0
    return 1 if len(word) < 8 else 2


def nearest(word: str, known: Iterable[tuple[str, int]], most: int = 5) -> list[str]:
    """The closest of `known` (word, frequency), the best first; between equals the frequent one."""
    limit = allowed_slips(word)
    found = [
        (slips, -frequency, candidate)
        for candidate, frequency in known
        if (slips := DamerauLevenshtein.distance(word, candidate, score_cutoff=limit)) <= limit
    ]
    return [candidate for _, _, candidate in sorted(found)[:most]]
