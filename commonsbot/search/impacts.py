"""How well a stem describes a document, in one byte: enough to choose what is scored in full."""

from collections import Counter
from collections.abc import Sequence

from commonsbot.search.french import stem
from commonsbot.search.weights import USUAL_TEXT, WEIGHTS

USUAL = (5.0, 3.0, USUAL_TEXT)
"""Words of a title, of the themes, of a text, where the collection's own are not asked for."""

TITLE = 32
"""Bit of the byte: the stem stands in the title."""

LEVELS = 31
"""The other bits: from 1, hardly, to 31, entirely."""


def impacts(fields: Sequence[Sequence[str]]) -> dict[str, int]:
    """Of each stem of a document, given by the words of its title, themes and text."""
    found: dict[str, tuple[float, ...]] = {}
    k1 = WEIGHTS.saturation
    titled: set[str] = set()
    for number, (words, field, usual) in enumerate(zip(fields, WEIGHTS.fields, USUAL, strict=True)):
        damping = k1 * (1 - field.dilution + field.dilution * len(words) / usual)
        counts = Counter(map(stem, words))
        match = {
            times: (field.weight * (k1 + 1) * times / (times + damping),)
            for times in set(counts.values())
        }
        for root, times in counts.items():
            found[root] = found[root] + match[times] if root in found else match[times]
        if number == 0:
            titled.update(counts)
    most = WEIGHTS.fields[0].weight * (k1 + 1)
    levels = {each: _level(_joined(each) / most) for each in set(found.values())}
    return {
        root: levels[matches] + (TITLE if root in titled else 0) for root, matches in found.items()
    }


def _joined(matches: Sequence[float]) -> float:
    best = max(matches)
    return best + WEIGHTS.other_fields * (sum(matches) - best)


def _level(part: float) -> int:
    return max(1, min(LEVELS, round(part * LEVELS)))
