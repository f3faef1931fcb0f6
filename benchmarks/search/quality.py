"""nDCG@10, as the runs of a collection are judged."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from benchmarks.search.collection import Collection

DEPTH = 10
NOISY = ("noaccent", "typo")


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """1 when the best documents stand first; Järvelin and Kekäläinen 2002, gain 2^grade - 1."""
    ideal = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(document, 0) for document in ranked]) / ideal if ideal else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(n + 2) for n, grade in enumerate(grades[:DEPTH]))


def by_kind(collection: Collection, runs: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The mean of the queries as they were typed ("orig"), and of their noisy copies."""
    values: dict[str, list[float]] = defaultdict(list)
    for query in collection.queries:
        value = ndcg(runs.get(query.id, ()), collection.grades.get(query.id, {}))
        values[query.kind if query.kind in NOISY and _is_copied(collection) else "orig"].append(
            value
        )
    return {kind: sum(found) / len(found) for kind, found in values.items()}


def _is_copied(collection: Collection) -> bool:
    """In `network` people themselves left accents out: those queries are like the others."""
    return collection.name != "network"
