"""When two ways to write a theme are the same name."""

import re
import unicodedata
from functools import lru_cache

from commonsbot.domain.folding import fold

WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 20_000
"""Words whose form is kept, four megabytes at most: texts use the same ones again."""


def words_of(text: str) -> list[str]:
    """The words of `text` as written."""
    return WORD.findall(unicodedata.normalize("NFC", text))


def singular(word: str) -> str:
    """A folded word less what makes it plural, the same for « municipal » and « municipaux ».

    Short words often end so in the singular (« plus », « mois »).
    """
    if len(word) > 2 and word.endswith(("au", "aux")):
        return word[: word.rindex("au")] + "al"
    return word[:-1] if len(word) > 4 and word[-1] in "sx" else word


@lru_cache(maxsize=_REMEMBERED)
def root(word: str) -> str:
    """The form under which a word is looked up: folded, singular."""
    return singular(fold(word))


def key(name: str) -> str:
    """What tells a name from another: without accents, case, plural, hyphens or spaces."""
    return "".join(root(word) for word in words_of(name)).strip()


def keys(name: str) -> frozenset[str]:
    """Every key that #words standing for `name` may have.

    Glued, words can't be told apart any more: « #budgetsparticipatifs » has one plural only, at
    its end.
    """
    folded = [fold(word) for word in words_of(name)]
    glued = {"".join(folded), "".join(f"{singular(word)}s" for word in folded)}
    more = {singular(word) for word in glued} if len(folded) > 1 else set()
    return frozenset({key(name), *more}) - {""}
