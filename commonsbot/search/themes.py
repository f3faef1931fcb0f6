"""Themes and tools recognised in a text: named there, never guessed."""

import re
import unicodedata

from commonsbot.search.french import fold

_WORD = re.compile(r"[^\W_]+")


def key(name: str) -> str:
    """What tells a name from another: without accents, case, plural, hyphens or spaces."""
    return "".join(singular(fold(word)) for word in words_of(name))


def keys(name: str) -> frozenset[str]:
    """Every key that #words standing for `name` may have.

    Glued, words can't be told apart any more: « #budgetsparticipatifs » has one plural only at
    its end.
    """
    folded = [fold(word) for word in words_of(name)]
    glued = "".join(folded)
    plural = "".join(f"{singular(word)}s" for word in folded)
    return frozenset({key(name), singular(glued), singular(plural)}) - {""}


def words_of(text: str) -> list[str]:
    """The words of `text` as written."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def singular(word: str) -> str:
    """A folded word less what makes it plural, the same for « municipal » and « municipaux »."""
    if len(word) < 4:
        return word
    if word.endswith(("au", "aux")):
        return word[: word.rindex("au")] + "al"
    return word[:-1] if word[-1] in "sx" else word
