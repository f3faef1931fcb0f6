"""French text as a search engine sees it: words, folded words, stems.

Accents and case are dropped ("métropole" is "metropole"), elisions cut ("l'eau" is "eau"),
ligatures opened ("cœur" is "coeur"), and a light stem joins singular and plural.
"""

import re
from functools import lru_cache

import Stemmer

from commonsbot.domain.folding import APOSTROPHES, fold

_SNOWBALL = Stemmer.Stemmer("french")

_WORD = re.compile(r"\w+")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)")
_LONGEST = 40
"""Characters of a word: longer runs are no words, and cost room in the index."""

STOP = frozenset(
    """a au aux avec c ce ces cet cette comme comment d dans de des donc du elle elles en est et eu
    faire fait faut il ils j je l la le les leur leurs lui m ma mais me mes mon n ne ni nos notre
    nous on ont ou par pas peut plus pour pourquoi qu quand que quel quelle quelles quels qui quoi s
    sa sans se ses si son sont sous sur t ta te tes ton tous tout toute toutes tres tu un une vos
    votre vous y an and for how in is it of or the to what with""".split()
)


def words(text: str) -> list[str]:
    """Every folded word, in order."""
    folded = _ELISION.sub(" ", fold(text)).replace("_", " ")
    return [word[:_LONGEST] for word in _WORD.findall(folded)]


def spellings(text: str) -> dict[str, str]:
    """Each word that carries meaning, folded, and how the text writes it (lower case)."""
    written = _ELISION.sub(" ", text.lower().translate(APOSTROPHES)).replace("_", " ")
    found = {fold(word)[:_LONGEST]: word for word in _WORD.findall(written)}
    return {folded: word for folded, word in found.items() if folded and folded not in STOP}


def content_words(text: str) -> list[str]:
    """The words that carry meaning."""
    return [word for word in words(text) if word not in STOP]


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What a folded word shares with its singular, plural, feminine and conjugated forms."""
    if not word.isalpha() or len(word) < 4:
        return word
    if len(word) > 5 and word.endswith(("ees", "ee")):
        word = word[: word.rindex("ee") + 1]
    root: str = _SNOWBALL.stemWord(word)
    while len(root) > 3 and root[-1] in "es":
        root = root[:-1]
    return root


def stems(text: str) -> list[str]:
    return [stem(word) for word in content_words(text)]
