"""The known word a mistyped one most likely meant."""

from collections.abc import Iterable

from rapidfuzz.distance import DamerauLevenshtein


def allowed_slips(word: str) -> int:
    """How many letters may be wrong: none in a short word, two in a long one."""
    if len(word) < 4 or any(c.isdigit() for c in word):
        return 0
    return 1 if len(word) < 8 else 2


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """The closest of `known` (word, frequency); between equals, the most frequent."""
    limit = allowed_slips(word)
    best: tuple[int, int, str] | None = None
    for candidate, frequency in known:
        slips = DamerauLevenshtein.distance(word, candidate, score_cutoff=limit)
        if slips <= limit and (best is None or (slips, -frequency, candidate) < best):
            best = (slips, -frequency, candidate)
    return best[2] if best else None
