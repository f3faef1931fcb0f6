"""French text as a search engine sees it: words, folded words, stems.

Accents and case are dropped ("métropole" is "metropole"), elisions cut ("l'eau" is "eau"),
ligatures opened ("cœur" is "coeur"), and a light stem joins singular and plural.
"""

import re
from functools import lru_cache

import Stemmer

from commonsbot.domain.folding import APOSTROPHES, fold

ANALYSIS = 3
"""To be raised with every change that gives a text other words, stems or impacts, or that keeps
them in another way: indexes are then made anew by themselves."""

_SNOWBALL = Stemmer.Stemmer("french", 0)

_WORD = re.compile(r"\w+")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)")
_TODAY = re.compile(r"\baujourd'hui\b")
_LONGEST = 40
"""Characters of a word: longer runs are no words, and cost room in the index."""

STOP = frozenset(
    """a ai aie ait alors as au aux avaient avais avait avec avez aviez avions avoir avons ayant c
    ca car cas ce ceci cela celle celles celui ces cet cette ceux chez ci combien comme
    comment d dans de des donc dont du duquel desquels auquel elle elles en encore entre es
    est et etaient etais etait etant etc ete etes etiez etions etre eu eue eut eux faire
    fait faut fois font fus fut il ils j je jusqu jusque l la laquelle le lequel les
    lesquels lesquelles leur leurs lors lorsque lui m ma mais me meme memes mes moi mon n ne
    ni nos notre nous on ont ou par parce pas pendant peu peut peuvent plus pour pourquoi
    pouvoir puis puisque qu quand que quel quelle quelles quelqu quels qui quoi quoique s sa
    sans se sera serait seront ses si sien soi soient sois soit sommes son sont sous suis
    sur t ta tandis te tel telle telles tels tes toi ton tous tout toute toutes tres trop tu
    un une va vers voici voila vos votre vous vu y afin ainsi avant and for how in is it of
    the to what with""".split()
)


def words(text: str) -> list[str]:
    """Every folded word, in order."""
    folded = _TODAY.sub("aujourdhui", fold(text))
    folded = _ELISION.sub(" ", folded).replace("_", " ")
    return [word[:_LONGEST] for word in _WORD.findall(folded)]


def spellings(text: str) -> dict[str, str]:
    """Each word that carries meaning, folded, and how the text writes it (lower case)."""
    written = _ELISION.sub(" ", text.lower().translate(APOSTROPHES)).replace("_", " ")
    found = {fold(word)[:_LONGEST]: word for word in _WORD.findall(written)}
    return {folded: word for folded, word in found.items() if folded and folded not in STOP}


def content_words(text: str) -> list[str]:
    """The words that carry meaning."""
    return [word for word in words(text) if word not in STOP]


def telling_words(text: str) -> list[str]:
    """The words that carry meaning; all of them where none does (« Et vous ? »)."""
    every = words(text)
    return [word for word in every if word not in STOP] or every


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What a folded word shares with its singular, plural, feminine and conjugated forms.

    Acronyms, numbers and short words stay as they are.
    """
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
