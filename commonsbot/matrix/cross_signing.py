"""The keys by which an account vouches for its devices; nothing here talks to anybody.

An account has three Ed25519 keys: the master key is the identity others see, it signs the
self-signing key, which signs the account's own devices, and the user-signing key, which would
sign other people (spec, "Cross-signing"). Clients that exclude unsigned devices (MSC4153) read
and write to a device only when this chain holds.

Base64 is unpadded everywhere: a padded key id makes other clients drop the whole identity.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa
from unpaddedbase64 import decode_base64, encode_base64
from vodozemac import Ed25519PublicKey, Ed25519Signature

SEED_LENGTH = 32
"""Bytes of an Ed25519 seed (RFC 8032)."""

MASTER, SELF_SIGNING, USER_SIGNING = USAGES = ("master", "self_signing", "user_signing")

Json = dict[str, Any]


def signable(content: Mapping[str, Any]) -> bytes:
    """What a signature of `content` covers: its canonical JSON without `signatures` and
    `unsigned` (spec, "Signing JSON")."""
    covered = {k: v for k, v in content.items() if k not in ("signatures", "unsigned")}
    words = json.dumps(covered, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return words.encode()


def is_signed_by(public: str, content: Mapping[str, Any], signature: object) -> bool:
    """Whether `signature` is that of `content` by the key `public`; both in base64."""
    if not isinstance(signature, str):
        return False
    try:
        # Ten times as fast as pycryptodome: a large room has thousands of devices.
        key = Ed25519PublicKey.from_base64(public)
        key.verify_signature(signable(content), Ed25519Signature.from_base64(signature))
    except ValueError:  # vodozemac's exceptions are some
        return False
    return True


def signature_in(content: Mapping[str, Any], user: str, key: str) -> object:
    """The signature of `content` by the key of `user` named `key`, if there is one."""
    return part(content, "signatures", user).get(f"ed25519:{key}")


def part(content: object, *path: str) -> Json:
    """The object at `path` in what a server sent; empty when there is none."""
    for name in path:
        content = content.get(name) if isinstance(content, dict) else None
    return content if isinstance(content, dict) else {}


class SigningKey:
    """An Ed25519 key made from its seed. `public` is in base64."""

    def __init__(self, seed: bytes) -> None:
        self._key = ECC.construct(curve="Ed25519", seed=seed)
        self.public: str = encode_base64(self._key.public_key().export_key(format="raw"))

    def sign(self, content: Mapping[str, Any]) -> str:
        signature: str = encode_base64(eddsa.new(self._key, "rfc8032").sign(signable(content)))
        return signature


@dataclass(frozen=True, slots=True, repr=False)
class Seeds:
    """The secrets an identity is made from, 32 bytes each. Whoever has them is the account."""

    master: bytes
    self_signing: bytes
    user_signing: bytes

    @classmethod
    def fresh(cls) -> Self:
        return cls(*(os.urandom(SEED_LENGTH) for _ in USAGES))

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        """From what `written` gave. Raises ValueError when it isn't three whole seeds."""
        seeds = [decode_base64(str(kept.get(usage, ""))) for usage in USAGES]
        if any(len(seed) != SEED_LENGTH for seed in seeds):
            raise ValueError("not three seeds of 32 bytes")
        return cls(*seeds)

    def written(self) -> dict[str, str]:
        return {field.name: encode_base64(getattr(self, field.name)) for field in fields(self)}


class Identity:
    """The three keys of the account `user`. `public` names each by its usage."""

    def __init__(self, user: str, seeds: Seeds) -> None:
        self.user = user
        self.seeds = seeds
        self._keys = {usage: SigningKey(getattr(seeds, usage)) for usage in USAGES}
        self.public = {usage: key.public for usage, key in self._keys.items()}

    def announcement(self) -> dict[str, Json]:
        """The body of `POST /keys/device_signing/upload`: the keys, signed by the master key."""
        body = {f"{usage}_key": self._described(usage) for usage in USAGES}
        for usage in (SELF_SIGNING, USER_SIGNING):
            self._sign(MASTER, body[f"{usage}_key"])
        return body

    def vouched(self, device: Mapping[str, Any]) -> Json:
        """The keys of a device as the server has them, with our signature and no other."""
        signed = {k: v for k, v in device.items() if k not in ("signatures", "unsigned")}
        self._sign(SELF_SIGNING, signed)
        return signed

    def vouches_for(self, device: Mapping[str, Any]) -> bool:
        public = self.public[SELF_SIGNING]
        return is_signed_by(public, device, signature_in(device, self.user, public))

    def endorsed(self, content: Mapping[str, Any]) -> Json:
        """With the signature of the master key: what only this identity can have made."""
        signed = dict(content)
        self._sign(MASTER, signed)
        return signed

    def endorses(self, content: Mapping[str, Any]) -> bool:
        public = self.public[MASTER]
        return is_signed_by(public, content, signature_in(content, self.user, public))

    def _described(self, usage: str) -> Json:
        public = self.public[usage]
        return {"user_id": self.user, "usage": [usage], "keys": {f"ed25519:{public}": public}}

    def _sign(self, usage: str, content: Json) -> None:
        key = self._keys[usage]
        content["signatures"] = {self.user: {f"ed25519:{key.public}": key.sign(content)}}


@dataclass(frozen=True, slots=True)
class Published:
    """What the homeserver shows of an account to everybody (`POST /keys/query`)."""

    user: str
    devices: Json
    keys: dict[str, Json]
    """The key objects, by usage; those that are missing are left out."""

    @classmethod
    def read(cls, user: str, answer: Mapping[str, Any]) -> Self:
        keys = {usage: part(answer, f"{usage}_keys", user) for usage in USAGES}
        present = {usage: key for usage, key in keys.items() if _is_key(key, user, usage)}
        return cls(user, part(answer, "device_keys", user), present)

    @property
    def public(self) -> dict[str, str]:
        """The keys themselves, by usage."""
        return {usage: _public(key) for usage, key in self.keys.items()}

    def device(self, id: str) -> Json:
        """The device's keys and their signatures; empty when the server has none."""
        return part(self.devices, id)

    def fingerprint(self, device: str) -> str:
        """The device's Ed25519 key; "" when the server has none."""
        key = part(self.device(device), "keys").get(f"ed25519:{device}")
        return key if isinstance(key, str) else ""

    def is_trusted(self, device: str) -> bool:
        """Whether a strict client accepts the device: master → self-signing → device."""
        return device in self.signed()

    def signed(self) -> frozenset[str]:
        """The devices that their owner's identity vouches for."""
        public = self.public
        if not {MASTER, SELF_SIGNING} <= public.keys():
            return frozenset()
        if not self._is_signed(self.keys[SELF_SIGNING], public[MASTER]):
            return frozenset()
        by = public[SELF_SIGNING]
        return frozenset(id for id in self.devices if self._is_signed(self.device(id), by))

    def _is_signed(self, content: Json, by: str) -> bool:
        return is_signed_by(by, content, signature_in(content, self.user, by))


def _is_key(key: Json, user: str, usage: str) -> bool:
    """Whether it is a key of that user for that use, and not another one shown in its place."""
    usages = key.get("usage")
    named = isinstance(usages, list) and usage in usages
    return named and key.get("user_id") == user and bool(_public(key))


def _public(key: Json) -> str:
    """The one public key of a key object; "" when there is none."""
    return next((v for v in part(key, "keys").values() if isinstance(v, str)), "")
