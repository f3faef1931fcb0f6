"""Words as they are compared: without case, accents or typographic variants."""

import unicodedata

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'"})
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ﬁ": "fi", "ﬂ": "fl"})


def fold(text: str) -> str:
    """Lower case, no accents, plain apostrophes, ligatures opened."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text).lower().translate(APOSTROPHES)
    text = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(c for c in text if not unicodedata.combining(c))
