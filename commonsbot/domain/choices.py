"""What is chosen by a word, with the little words that come around it and a slip in it."""

from collections.abc import Collection, Iterable

from rapidfuzz.distance import DamerauLevenshtein

from commonsbot.domain.folding import fold


def chosen_word(typed: str, known: Iterable[str], little: Collection[str]) -> str:
    """The known word that is the one meant; "" for none. `little`: words that say nothing."""
    all_typed = _words(typed)
    words = [word for word in all_typed if word not in little] or all_typed
    if len(words) != 1:
        return ""
    slips = 1 if len(words[0]) > 3 else 0
    near = [
        (distance, word)
        for word in known
        if (distance := DamerauLevenshtein.distance(words[0], word)) <= slips
    ]
    return min(near)[1] if near else ""


def _words(typed: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in fold(typed)).split()
