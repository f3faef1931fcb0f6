"""Documents whose titles share words."""

from collections.abc import Sequence
from itertools import combinations

from commonsbot.search.impacts import TITLE
from commonsbot.store.connection import Fetch
from commonsbot.store.index import postings
from commonsbot.store.index.documents import Noun
from commonsbot.store.index.lookup import Lookup
from commonsbot.store.index.tables import Tables


def titled(
    fetch: Fetch, tables: Tables, every: Sequence[str], rarest: Sequence[str]
) -> tuple[list[int], list[int]]:
    """Those whose title has every stem, and those that have two of the `rarest`, newest first."""
    known = Lookup(fetch, tables).stems(every)
    read = {root: postings.whole(fetch, tables, one) for root, one in known.items()}
    having = {
        root: {
            key
            for key, impact in zip(one.documents, one.impacts, strict=True)
            if impact & TITLE and key % 2 == Noun.RESOURCE
        }
        for root, one in read.items()
    }
    none: set[int] = set()
    whole = set.intersection(*(having.get(root, none) for root in every)) if every else none
    pairs = combinations(rarest, 2)
    two = none.union(*(having.get(one, none) & having.get(other, none) for one, other in pairs))
    return sorted(whole, reverse=True), sorted(two, reverse=True)
