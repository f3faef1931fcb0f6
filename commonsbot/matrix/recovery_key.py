"""The recovery key: 32 secret bytes as a person writes them down.

Spec, "Cryptographic key representation": two bytes that say what it is, the key, a byte of
parity, in base 58, in groups of four. Base 58 has no 0, O, I or l, which look alike on paper.
"""

import re
from functools import reduce
from operator import xor

from commonsbot.errors import RecoveryKeyError

LENGTH = 48
"""Characters, whatever the key."""

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_PREFIX = b"\x8b\x01"
_BYTES = len(_PREFIX) + 32 + 1
_MEANS_NOTHING = re.compile("[\\s\u200b-\u200d\u2060\ufeff-]+")
"""Spaces, also those that nobody sees, and hyphens: what copying brings with it."""


def to_words(key: bytes) -> str:
    """The recovery key that stands for these 32 bytes."""
    raw = _PREFIX + key
    number = int.from_bytes(raw + bytes([_parity(raw)]), "big")
    digits = ""
    while number:
        number, digit = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    return " ".join(digits[i : i + 4] for i in range(0, LENGTH, 4))


def from_words(words: str) -> bytes:
    """The bytes that a recovery key stands for. Raises RecoveryKeyError for a slip of the pen.

    About one wrong character in 256 goes unseen here; the key it gives then opens nothing.
    """
    digits = _MEANS_NOTHING.sub("", words)
    if len(digits) != LENGTH:
        raise RecoveryKeyError("recovery-key-length", count=len(digits), wanted=LENGTH)
    number = 0
    for place, digit in enumerate(digits, 1):
        if digit not in _ALPHABET:
            raise RecoveryKeyError("recovery-key-character", place=place)
        number = number * len(_ALPHABET) + _ALPHABET.index(digit)
    raw = number.to_bytes(_BYTES + 1, "big")[1:] if number < 256**_BYTES else b""
    if not raw.startswith(_PREFIX) or _parity(raw):
        raise RecoveryKeyError("recovery-key-typo")
    return raw[len(_PREFIX) : -1]


def _parity(raw: bytes) -> int:
    return reduce(xor, raw)
