"""The identity's seeds in the account's secret storage, so that a recovery key brings them back.

Any client of the account opens the same storage (spec, "Secrets"): a person with the recovery key
can sign in to the bot's account, and the bot can take over an identity that a person made.
A key of ours bears the signature of the identity it keeps: that tells it from those of others.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from urllib.parse import quote

from commonsbot.errors import RecoveryError, RecoveryKeyError, RefusedError
from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import MASTER, USAGES, Identity, Json, Seeds, part
from commonsbot.matrix.recovery_key import from_words, to_words
from commonsbot.matrix.secret_storage import (
    ALGORITHM,
    DEFAULT_KEY,
    StorageKey,
    description_of,
    from_passphrase,
    secret_of,
    tells,
)

MOST_KEYS = 10
"""How many keys of secret storage we look at: people have one or two."""


class Standing(StrEnum):
    """What the account's secret storage is to an identity."""

    NONE = "none"
    """There is none."""
    READY = "ready"
    """Ours: its recovery key brings this identity back."""
    OUTDATED = "outdated"
    """Ours, but it keeps an earlier identity, or not all of this one."""
    ELSEWHERE = "elsewhere"
    """Made by another client: what it keeps is known to whoever has its key."""


@dataclass(frozen=True, slots=True, repr=False)
class Stored:
    """What an account's secret storage shows to those who have no key."""

    default: str
    """The id of the key that clients ask for; "" for none."""
    keys: dict[str, Json]
    """The descriptions, by key id, the default's first; empty where it is missing."""
    secrets: dict[str, Json]
    """For each usage: the locked seed, by key id."""

    def standing(self, ours: Identity, former: Iterable[Identity] = ()) -> Standing:
        if not self.keys:
            return Standing.NONE
        description = self.keys.get(self.default, {})
        if ours.endorses(description):
            whole = all(part(self.secrets[usage], self.default) for usage in USAGES)
            return Standing.READY if whole else Standing.OUTDATED
        if any(identity.endorses(description) for identity in former):
            return Standing.OUTDATED
        return Standing.ELSEWHERE

    def unlocked(self, words: str) -> Seeds:
        """The seeds, by a recovery key or a passphrase.

        Raises RecoveryKeyError when it is not the right one, RecoveryError when none would be.
        """
        key = self._key(words)
        seeds = {usage: self._secret(usage, key) for usage in USAGES}
        try:
            return Seeds.read(seeds)
        except ValueError:
            raise _damaged(secret_of("*")) from None

    def _key(self, words: str) -> StorageKey:
        """A recovery key does not say which key it is, so each may be meant."""
        usable = self._usable()
        try:
            secret = from_words(words)
        except RecoveryKeyError:
            phrases = {id: how for id in usable if (how := part(usable[id], "passphrase"))}
            if not phrases:
                raise
            keys = (StorageKey(id, _from_phrase(words, id, how)) for id, how in phrases.items())
            return self._fitting(keys, "recovery-wrong-phrase")
        return self._fitting((StorageKey(id, secret) for id in usable), "recovery-wrong-key")

    def _usable(self) -> dict[str, Json]:
        """Raises RecoveryError where there is no key that we know how to use."""
        if not self.keys:
            raise RecoveryError("recovery-without")
        usable = {id: one for id, one in self.keys.items() if one.get("algorithm") == ALGORITHM}
        if not usable:
            raise _damaged(description_of(next(iter(self.keys))))
        return usable

    def _fitting(self, candidates: Iterable[StorageKey], otherwise: str) -> StorageKey:
        for key in candidates:
            try:
                if key.fits(self.keys[key.id]):
                    return key
            except ValueError:
                raise _damaged(description_of(key.id)) from None
        raise RecoveryKeyError(otherwise)

    def _secret(self, usage: str, key: StorageKey) -> str:
        locked = part(self.secrets[usage], key.id)
        if not locked:
            raise RecoveryError("recovery-not-there", type=secret_of(usage))
        try:
            return key.unlock(secret_of(usage), locked)
        except ValueError:
            if not tells(self.keys[key.id]):  # then only now we know
                raise RecoveryKeyError("recovery-wrong-key") from None
            raise _damaged(secret_of(usage)) from None


def _from_phrase(words: str, key: str, how: Json) -> bytes:
    try:
        return from_passphrase(words, how)
    except ValueError:
        raise _damaged(description_of(key)) from None


def _damaged(type: str) -> RecoveryError:
    return RecoveryError("recovery-damaged", type=type)


async def stored(client: Client) -> Stored:
    """What is there now. Raises MatrixError."""
    default = (await _get(client, DEFAULT_KEY)).get("key")
    secrets = {usage: part(await _get(client, secret_of(usage)), "encrypted") for usage in USAGES}
    named = [default] if isinstance(default, str) and default else []
    ids = islice(dict.fromkeys([*named, *secrets[MASTER]]), MOST_KEYS)
    keys = {id: await _get(client, description_of(id)) for id in ids}
    return Stored(named[0] if named else "", keys, secrets)


async def keep(client: Client, identity: Identity) -> str:
    """Keeps the seeds under a new default key; the recovery key that brings them back.

    What a former key opens, it opens until the new one is in force. Raises MatrixError.
    """
    key = StorageKey.fresh()
    locked = {
        usage: {key.id: key.lock(secret_of(usage), seed)}
        for usage, seed in identity.seeds.written().items()
    }
    before = (await stored(client)).secrets
    await _put(client, description_of(key.id), identity.endorsed(key.description()))
    for usage in USAGES:
        await _put(client, secret_of(usage), {"encrypted": before[usage] | locked[usage]})
    await _put(client, DEFAULT_KEY, {"key": key.id})
    for usage in USAGES:
        if before[usage]:
            await _put(client, secret_of(usage), {"encrypted": locked[usage]})
    return to_words(key.secret)


async def _get(client: Client, type: str) -> Json:
    """Account data of this type; empty when there are none."""
    try:
        return part(await client.call("GET", _path(client, type)))
    except RefusedError as error:
        if error.code == "M_NOT_FOUND":
            return {}
        raise


async def _put(client: Client, type: str, content: Json) -> None:
    await client.call("PUT", _path(client, type), content)


def _path(client: Client, type: str) -> str:
    return f"/v3/user/{quote(str(client.user_id))}/account_data/{quote(type, safe='')}"
