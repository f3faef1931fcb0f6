"""The known words a mistyped one most likely meant."""

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

from commonsbot.search.french import STOP

SHORTEST = 4
"""Letters of a word that can be mistyped: in a shorter one, any slip makes another word."""

_LONG = 8


def allowed_slips(word: str) -> int:
    """How many letters may be wrong: none in a short word, two in a long one."""
    if len(word) < SHORTEST or any(c.isdigit() for c in word):
        return 0
    return 1 if len(word) < _LONG else 2


def nearest(word: str, known: Iterable[tuple[str, int]], most: int = 5) -> list[str]:
    """The closest of `known` (word, frequency), the best first.

    Between equals the one with the same first letter, which people seldom miss, then the
    frequent one.
    """
    limit = allowed_slips(word)
    found = [
        (slips, candidate[0] != word[0], -frequency, candidate)
        for candidate, frequency in known
        if abs(len(candidate) - len(word)) <= limit
        and 0 < (slips := OSA.distance(word, candidate, score_cutoff=limit)) <= limit
    ]
    found.sort()
    return [candidate for slips, _, _, candidate in found if slips == found[0][0]][:most]


def swaps(word: str) -> list[str]:
    """`word` with two neighbouring letters exchanged: the slip no end of the word escapes."""
    return [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)]


def cuts(word: str) -> list[tuple[str, str]]:
    """Where a space may be missing."""
    return [(word[:i], word[i:]) for i in range(1, len(word) - 2)]


def parted(word: str, known: Mapping[str, int]) -> tuple[str, ...]:
    """The two `known` words `word` was glued from, without those that mean nothing."""
    for head, tail in cuts(word):
        if tail in known and (head in STOP or (len(head) > 2 and head in known)):
            return tuple(part for part in (head, tail) if part not in STOP)
    return ()
