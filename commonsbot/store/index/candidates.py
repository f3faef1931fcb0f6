"""Which documents are worth scoring in full: the sum of the impacts of what was asked for.

The work is bounded whatever is asked: the most telling words bring in all their documents, the
frequent ones those they describe best. Its loops are Python's own, in C.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise

from commonsbot.search.impacts import LEVELS, TITLE
from commonsbot.store.index.postings import Posting, Stem

BUDGET = 2000
"""Documents that the words may bring in one by one."""

_LOOKED_AT = 20_000
"""Documents that are looked at for some that the reader may see."""


@dataclass(frozen=True, slots=True)
class Term:
    stem: Stem
    worth: float


def promising(terms: Sequence[Term], postings: Mapping[int, Posting]) -> dict[int, float]:
    """Documents, and the sum of what was found in each."""
    sums: dict[int, float] = {}
    left = BUDGET
    for term in sorted(terms, key=lambda term: -term.worth):
        posting = postings[term.stem.number]
        if not term.stem.is_frequent:
            if len(posting.impacts) > left:
                posting = posting.best()
            left = max(left - len(posting.impacts), 0)
        levels = [term.worth * (byte % TITLE) / LEVELS for byte in range(2 * TITLE)]
        found = dict(zip(posting.documents, map(levels.__getitem__, posting.impacts), strict=True))
        for document in sums.keys() & found.keys():
            found[document] += sums[document]
        sums |= found
    return sums


def in_order(sums: Mapping[int, float], soon: int) -> Iterator[list[int]]:
    """The documents, the best first: `soon` at once, the others only if they are wanted."""
    # By value first, which needs no key: a third of the time.
    enough = min(nlargest(soon, sums.values()), default=0.0)
    first = [one for one, value in sums.items() if value >= enough]
    first.sort(key=sums.__getitem__, reverse=True)
    yield first[:soon]
    if len(sums) > soon:
        others = sums.keys() - set(first[:soon])
        rest = sorted(others, key=sums.__getitem__, reverse=True)[:_LOOKED_AT]
        for start, end in pairwise([0, soon, *range(500, len(rest) + 500, 500)]):
            yield rest[start:end]
