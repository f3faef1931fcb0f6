"""When two titles most likely name the same thing."""

import re

from rapidfuzz import fuzz

from commonsbot.search.french import stems

ALIKE = 90.0
"""Of 100: a slip or two in a title of five words; « guide de » before it is already another."""

_NUMBER = re.compile(r"\d+")


def rarest(words: list[str]) -> list[str]:
    """The three to look for: mostly the longest. Two are enough, so a slip in one does no harm."""
    return sorted(words, key=len, reverse=True)[:3]


def is_same_title(one: str, other: str) -> bool:
    """Order, accents, plurals and slips don't matter; numbers do: 2024 is not 2025."""
    if sorted(_NUMBER.findall(one)) != sorted(_NUMBER.findall(other)):
        return False
    mine, theirs = sorted(set(stems(one))), sorted(set(stems(other)))
    if not mine or abs(len(mine) - len(theirs)) > 1:
        return False
    return mine == theirs or (
        len(mine) > 1 and fuzz.ratio(" ".join(mine), " ".join(theirs)) >= ALIKE
    )
