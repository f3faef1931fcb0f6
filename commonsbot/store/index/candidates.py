"""Which documents are worth scoring in full: the sum of the impacts of what was asked for.

The work is bounded whatever is asked: the most telling words bring in all their documents, the
frequent ones those they describe best.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from commonsbot.search.impacts import LEVELS, TITLE
from commonsbot.store.index.postings import Posting

BUDGET = 3000
"""Documents that the words may bring in one by one."""
_FREQUENT = 500
"""About how many a word too frequent for the budget brings in."""


_LOOKED_AT = 20_000
"""Documents that are looked at for some that the reader may see."""


@dataclass(frozen=True, slots=True)
class Term:
    number: int
    """Of the stem."""
    worth: float


def promising(terms: Sequence[Term], postings: Mapping[int, Posting]) -> dict[int, float]:
    """Documents, and the sum of what was found in each."""
    sums: dict[int, float] = {}
    get = sums.get
    left = BUDGET
    for term in sorted(terms, key=lambda term: -term.worth):
        posting = postings[term.number]
        levels = [term.worth * (byte % TITLE) / LEVELS for byte in range(2 * TITLE)]
        documents, impacts = posting.documents, posting.impacts
        if len(impacts) <= left:
            left -= len(impacts)
        else:
            documents, impacts = _best(posting)
        for document, impact in zip(documents, impacts, strict=True):
            sums[document] = get(document, 0.0) + levels[impact]
    return sums


def in_order(sums: Mapping[int, float], soon: int) -> Iterator[list[int]]:
    """The documents, the best first: `soon` at once, the others only if they are wanted."""
    enough = sorted(sums.values(), reverse=True)[:soon]
    # By value first, which needs no key: a third of the time of `heapq.nlargest`.
    first = [one for one, value in sums.items() if value >= enough[-1]] if enough else []
    first.sort(key=sums.__getitem__, reverse=True)
    yield first
    if len(sums) > len(first):
        others = sums.keys() - set(first)
        rest = sorted(others, key=sums.__getitem__, reverse=True)[:_LOOKED_AT]
        yield from (rest[start : start + 500] for start in range(0, len(rest), 500))


def _best(posting: Posting) -> tuple[list[int], bytes]:
    """The documents with the highest impacts, some `_FREQUENT` of them, the newest first."""
    level, found = LEVELS, 0
    while level > 1 and found < _FREQUENT:
        found += sum(posting.impacts.count(bytes([level + bit])) for bit in (0, TITLE))
        level -= 1
    high = bytes(n + bit for n in range(level + 1, LEVELS + 1) for bit in (0, TITLE))
    newest = re.finditer(b"[" + re.escape(high) + b"]", posting.impacts[::-1])
    last = len(posting.impacts) - 1
    places = [last - match.start() for match in islice(newest, _FREQUENT)]
    documents = posting.documents
    return [documents[n] for n in places], bytes(posting.impacts[n] for n in places)
