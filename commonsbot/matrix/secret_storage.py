"""Secret storage: secrets kept on the homeserver, which can't read them. Nothing here is sent.

Account data describe the keys and hold the secrets locked with them (spec, "Secrets", the
algorithm m.secret_storage.v1.aes-hmac-sha2). Both kinds of base64 are read, unpadded is written.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from typing import Any, Self

from Crypto.Cipher import AES
from Crypto.Hash import SHA256
from Crypto.Protocol.KDF import HKDF
from unpaddedbase64 import decode_base64, encode_base64

from commonsbot.matrix.cross_signing import Json

ALGORITHM = "m.secret_storage.v1.aes-hmac-sha2"
DEFAULT_KEY = "m.secret_storage.default_key"

KEY_LENGTH = 32
IV_LENGTH = 16
MAC_LENGTH = 32

MOST_ITERATIONS = 10_000_000
"""Seconds of work; Element asks for 500,000. A homeserver must not choose how long we think."""


def description_of(key: str) -> str:
    """Where the key of this id is described."""
    return f"m.secret_storage.key.{key}"


def secret_of(usage: str) -> str:
    """Where the seed of the cross-signing key `usage` is."""
    return f"m.cross_signing.{usage}"


def tells(description: Mapping[str, Any]) -> bool:
    """Whether a key can be checked by its description: what it takes is optional."""
    return "iv" in description and "mac" in description


class StorageKey:
    """A key of secret storage. `secret` is what the recovery key stands for."""

    def __init__(self, id: str, secret: bytes) -> None:
        self.id = id
        self.secret = secret

    @classmethod
    def fresh(cls) -> Self:
        return cls(secrets.token_hex(16), os.urandom(KEY_LENGTH))

    def description(self) -> Json:
        """Enough to tell whether somebody has this key, and no more."""
        iv = _fresh_iv()
        _, mac = self._lock("", bytes(32), iv)
        return {
            "name": "CommonsBot",
            "algorithm": ALGORITHM,
            "iv": encode_base64(iv),
            "mac": encode_base64(mac),
        }

    def fits(self, description: Mapping[str, Any]) -> bool:
        """Whether the description is of this key; True when it does not let us tell.

        Raises ValueError for a malformed one.
        """
        if not tells(description):
            return True
        iv, mac = _sized(description["iv"], IV_LENGTH), _sized(description["mac"], MAC_LENGTH)
        return hmac.compare_digest(self._lock("", bytes(32), iv)[1], mac)

    def lock(self, name: str, secret: str) -> Json:
        """The secret called `name`, for nobody without this key."""
        iv = _fresh_iv()
        ciphertext, mac = self._lock(name, secret.encode(), iv)
        return {
            "iv": encode_base64(iv),
            "ciphertext": encode_base64(ciphertext),
            "mac": encode_base64(mac),
        }

    def unlock(self, name: str, locked: Mapping[str, Any]) -> str:
        """What `lock` locked. Raises ValueError when this key didn't, or it was changed since."""
        iv, mac = _sized(locked.get("iv"), IV_LENGTH), _sized(locked.get("mac"), MAC_LENGTH)
        ciphertext = _bytes(locked.get("ciphertext"))
        aes_key, mac_key = self._keys(name)
        if not hmac.compare_digest(hmac.digest(mac_key, ciphertext, "sha256"), mac):
            raise ValueError("not locked with this key")
        secret: bytes = _counter(aes_key, iv).decrypt(ciphertext)
        return secret.decode()

    def _lock(self, name: str, secret: bytes, iv: bytes) -> tuple[bytes, bytes]:
        """The ciphertext and its MAC."""
        aes_key, mac_key = self._keys(name)
        ciphertext = _counter(aes_key, iv).encrypt(secret)
        return ciphertext, hmac.digest(mac_key, ciphertext, "sha256")

    def _keys(self, name: str) -> tuple[bytes, bytes]:
        derived = HKDF(self.secret, 64, bytes(32), SHA256, context=name.encode())
        assert isinstance(derived, bytes), "one key was asked for"
        return derived[:32], derived[32:]


def from_passphrase(phrase: str, how: Mapping[str, Any]) -> bytes:
    """The key made from a person's own words (spec, "Deriving keys from passphrases").

    Raises ValueError when `how` is malformed, or asks for too much.
    """
    if how.get("algorithm") != "m.pbkdf2" or how.get("bits", 256) != 256:
        raise ValueError("not a way we know")
    salt, iterations = how.get("salt"), how.get("iterations")
    if not isinstance(salt, str) or not isinstance(iterations, int):
        raise ValueError("malformed")
    if not 0 < iterations <= MOST_ITERATIONS:
        raise ValueError(f"{iterations} iterations")
    return hashlib.pbkdf2_hmac("sha512", phrase.encode(), salt.encode(), iterations, KEY_LENGTH)


def _counter(key: bytes, iv: bytes) -> Any:
    return AES.new(key, AES.MODE_CTR, nonce=b"", initial_value=iv)


def _fresh_iv() -> bytes:
    """Bit 63 is 0: some implementations of the counter overflow there."""
    iv = bytearray(os.urandom(IV_LENGTH))
    iv[8] &= 0x7F
    return bytes(iv)


def _sized(text: object, length: int) -> bytes:
    read = _bytes(text)
    if len(read) != length:
        raise ValueError(f"{len(read)} bytes, not {length}")
    return read


def _bytes(text: object) -> bytes:
    if not isinstance(text, str):
        raise ValueError("not base64")
    read: bytes = decode_base64(text)
    return read
