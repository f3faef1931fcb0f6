"""Words as they are compared: without case, accents or typographic variants."""

import unicodedata

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'"})
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ﬁ": "fi", "ﬂ": "fl"})


class _Folds(dict[int, str]):
    """What each character is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        text = unicodedata.normalize("NFKD", chr(code)).lower().translate(APOSTROPHES)
        text = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
        folded = "".join(sign for sign in text if not unicodedata.combining(sign))
        self[code] = folded
        return folded


_FOLDS = _Folds()


def spelled(text: str) -> str:
    """With its accents and case: plain apostrophes, ligatures opened, no loose mark."""
    if text.isascii():
        return text
    whole = unicodedata.normalize("NFKC", text.translate(APOSTROPHES)).translate(_LIGATURES)
    return "".join(sign for sign in whole if not unicodedata.combining(sign))


def fold(text: str) -> str:
    """Lower case, no accents, plain apostrophes, ligatures opened."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)
