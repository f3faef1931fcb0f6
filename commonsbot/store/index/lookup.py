"""What an index knows of words: which texts have them, their forms, what a slip may have meant."""

from collections.abc import Collection, Iterable, Sequence

from commonsbot.search.french import stem
from commonsbot.search.spelling import allowed_slips, cuts, nearest, parted, swaps
from commonsbot.search.symbols import symbol
from commonsbot.search.units import Kin
from commonsbot.store.connection import Fetch, marks, padded
from commonsbot.store.index.postings import Stem
from commonsbot.store.index.tables import Tables

_KIN_HEAD = 4
_KIN_STEM = 5
"""Letters that kin share, and letters of a stem from which words have kin."""
_COMPLETIONS = 12
_END = 3
"""Letters of the end that the index finds a word by."""
_SHARED = 3
_LAST = "\U0010ffff"


class Lookup:
    def __init__(self, fetch: Fetch, tables: Tables) -> None:
        self._fetch = fetch
        self._tables = tables

    def stems(self, stems: Collection[str]) -> dict[str, Stem]:
        """Those that some document has."""
        if not stems:
            return {}
        places, asked = padded(list(stems))
        rows = self._fetch(
            f"SELECT stem, id, documents, part FROM {self._tables.stem} WHERE stem IN ({places})",
            *asked,
        )
        return {row[0]: Stem(*row[1:]) for row in rows}

    def forms(self, stems: Collection[str]) -> dict[str, dict[str, str]]:
        """Of each stem, its words and their symbols."""
        if not stems:
            return {}
        places, asked = padded(list(stems))
        rows = self._fetch(
            f"SELECT stem, word, code FROM {self._tables.word} WHERE stem IN ({places})", *asked
        )
        found: dict[str, dict[str, str]] = {}
        for root, word, code in rows:
            found.setdefault(root, {})[word] = symbol(code)
        return found

    def kin(self, words: Iterable[str]) -> dict[str, Kin]:
        """Of each word long enough, those of another stem that begin alike."""
        asked = [word for word in words if len(stem(word)) >= _KIN_STEM and word.isalpha()]
        heads = sorted({word[:_KIN_HEAD] for word in asked})
        if not heads:
            return {}
        condition = " OR ".join("stem >= ? AND stem < ?" for _ in heads)
        rows = self._fetch(
            f"SELECT stem, code, documents FROM {self._tables.word} WHERE {condition}",
            *(end for head in heads for end in (head, head + _LAST)),
        )
        found = {}
        for word in asked:
            others = [
                row for row in rows if row[0].startswith(word[:_KIN_HEAD]) and row[0] != stem(word)
            ]
            if others:
                symbols = "".join(symbol(row[1]) for row in others)
                found[word] = Kin(symbols, sum(row[2] for row in others))
        return found

    def completions(self, beginning: str) -> list[str]:
        """The most frequent words that `beginning` may become."""
        if len(beginning) < _SHARED or not beginning.isalpha():
            return []
        rows = self._fetch(
            f"SELECT word FROM {self._tables.word} WHERE stem >= ? AND stem < ?"
            " AND substr(word, 1, ?) = ? ORDER BY documents DESC, word LIMIT ?",
            *(*_range(beginning), len(beginning), beginning, _COMPLETIONS),
        )
        return [row[0] for row in rows]

    def near(self, word: str) -> list[str]:
        """Known words that `word` may be a slip for, the likeliest first.

        A slip leaves the beginning or the end of a word as it was, or swaps two neighbours.
        """
        slips = allowed_slips(word)
        if not slips:
            return []
        head = word[: max(len(word) - _END, 1)] if slips == 1 else word[:_KIN_HEAD]
        lengths = range(len(word) - slips, len(word) + slips + 1)
        swapped = swaps(word)
        table = self._tables.word
        rows = self._fetch(
            f"SELECT word, documents FROM {table} WHERE substr(word, -{_END}) = ?"
            f" AND length(word) IN ({marks(lengths)})"
            f" UNION SELECT word, documents FROM {table} WHERE stem >= ? AND stem < ?"
            f" AND length(word) IN ({marks(lengths)}) AND substr(word, 1, ?) = ?"
            f" UNION SELECT word, documents FROM {table} WHERE stem IN ({marks(swapped)})"
            f" AND word IN ({marks(swapped)})",
            *(word[-_END:], *lengths, *_range(head), *lengths, len(head), head),
            *(*map(stem, swapped), *swapped),
        )
        return nearest(word, [(row[0], row[1]) for row in rows], most=3)

    def apart(self, word: str) -> tuple[str, ...]:
        """The two known words that `word` was glued from."""
        if not allowed_slips(word):
            return ()
        parts = sorted({part for cut in cuts(word) for part in cut})
        known = self.forms({stem(part) for part in parts})
        return parted(word, {w: 1 for forms in known.values() for w in forms})

    def written(self, words: Sequence[str]) -> dict[str, str]:
        """How the commons write them, accents included."""
        rows = self._fetch(
            f"SELECT word, coalesce(written, word) FROM {self._tables.word}"
            f" WHERE stem IN ({marks(words)})",
            *map(stem, words),
        )
        return {row[0]: row[1] for row in rows}


def _range(beginning: str) -> tuple[str, str]:
    """The stems of words that begin so: a stem has three letters or more of its word."""
    head = beginning[:_SHARED]
    return head, head + _LAST
