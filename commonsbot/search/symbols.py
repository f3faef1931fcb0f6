"""Texts as the index keeps them: one character for each word, so that counting words is counting
characters, which Python does in C.
"""

_SURROGATES = range(0xD800, 0xE000)
_MOST = 0x10FFFF - len(_SURROGATES)

LIMIT = _MOST
"""Words an index can tell apart; later ones are found, but weigh nothing."""


def symbol(code: int) -> str:
    """The character that stands for the word with this number, from 1."""
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def code_of(symbol: str) -> int:
    """The inverse of `symbol`."""
    point = ord(symbol)
    return point if point < _SURROGATES.start else point - len(_SURROGATES)
