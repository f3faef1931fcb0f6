"""The identity kept on the homeserver and had back, whatever the account holds."""

from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.errors import MatrixError, RecoveryError, RecoveryKeyError, UnreachableError
from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import USAGES, Identity, Seeds
from commonsbot.matrix.errors import error_of
from commonsbot.matrix.recovery import Standing, Stored, keep, stored
from commonsbot.matrix.recovery_key import to_words
from commonsbot.matrix.secret_storage import ALGORITHM, StorageKey, from_passphrase

BOT = "@bot:example.org"
DEFAULT = "m.secret_storage.default_key"
SECRETS = [f"m.cross_signing.{usage}" for usage in USAGES]


class Account:
    """A client whose homeserver keeps account data; after `left` writings it is away."""

    user_id = BOT

    def __init__(self) -> None:
        self.data: dict[str, Any] = {}
        self.left = 99

    @property
    def client(self) -> Client:
        return cast(Client, self)

    async def call(
        self, method: str, path: str, body: Mapping[str, Any] | None = None
    ) -> Mapping[str, Any]:
        type = unquote(path).removeprefix(f"/v3/user/{BOT}/account_data/")
        if method == "GET":
            if type not in self.data:
                raise error_of(404, {"errcode": "M_NOT_FOUND"})
            return cast(dict[str, Any], self.data[type])
        if not self.left:
            raise UnreachableError("502")
        self.left -= 1
        self.data[type] = body
        return {}

    async def seeds(self, words: str) -> Seeds:
        return (await stored(self.client)).unlocked(words)

    async def standing(self, *identities: Identity) -> Standing:
        return (await stored(self.client)).standing(identities[0], identities[1:])


@pytest.fixture
def account() -> Account:
    return Account()


@pytest.fixture
def identity() -> Identity:
    return Identity(BOT, Seeds.fresh())


def elsewhere(key: StorageKey, seeds: Seeds, **description: Any) -> dict[str, Any]:
    """What another client would have written."""
    kept = seeds.written().items()
    return {
        DEFAULT: {"key": key.id},
        f"m.secret_storage.key.{key.id}": key.description() | description,
        **{
            f"m.cross_signing.{usage}": {
                "encrypted": {key.id: key.lock(f"m.cross_signing.{usage}", seed)}
            }
            for usage, seed in kept
        },
    }


async def test_what_is_kept_comes_back_by_its_recovery_key_alone(
    account: Account, identity: Identity
) -> None:
    assert await account.standing(identity) is Standing.NONE
    words = await keep(account.client, identity)
    assert await account.standing(identity) is Standing.READY
    assert await account.seeds(words) == identity.seeds
    known = str(account.data)
    assert not [seed for seed in identity.seeds.written().values() if seed in known]


async def test_a_new_key_takes_the_place_of_the_old(account: Account, identity: Identity) -> None:
    old = await keep(account.client, identity)
    new = await keep(account.client, identity)
    assert await account.seeds(new) == identity.seeds
    with pytest.raises(RecoveryKeyError) as raised:
        await account.seeds(old)
    assert raised.value.reason == "recovery-wrong-key"


@pytest.mark.parametrize("left", range(5))
async def test_the_old_key_serves_until_the_new_one_is_in_force(
    account: Account, identity: Identity, left: int
) -> None:
    old = await keep(account.client, identity)
    account.left = left
    with pytest.raises(UnreachableError):
        await keep(account.client, identity)
    assert await account.standing(identity) is Standing.READY
    assert await account.seeds(old) == identity.seeds


async def test_a_storage_of_an_earlier_identity_is_ours_and_outdated(
    account: Account, identity: Identity
) -> None:
    await keep(account.client, identity)
    after = Identity(BOT, Seeds.fresh())
    assert await account.standing(after, identity) is Standing.OUTDATED
    assert await account.standing(after) is Standing.ELSEWHERE
    await keep(account.client, after)
    assert await account.standing(after, identity) is Standing.READY


@pytest.mark.parametrize("type", SECRETS)
async def test_a_storage_that_lost_a_secret_is_outdated(
    account: Account, identity: Identity, type: str
) -> None:
    words = await keep(account.client, identity)
    account.data[type] = {}  # how other clients delete
    assert await account.standing(identity) is Standing.OUTDATED
    with pytest.raises(RecoveryError) as raised:
        await account.seeds(words)
    assert raised.value.reason == "recovery-not-there"


async def test_a_storage_made_elsewhere_is_opened_by_its_key(
    account: Account, identity: Identity
) -> None:
    key = StorageKey.fresh()
    account.data = elsewhere(key, identity.seeds)
    assert await account.standing(identity) is Standing.ELSEWHERE
    assert await account.seeds(to_words(key.secret)) == identity.seeds


async def test_a_key_that_is_not_the_default_one_opens_too(
    account: Account, identity: Identity
) -> None:
    key, other = StorageKey.fresh(), StorageKey.fresh()
    account.data = elsewhere(key, identity.seeds)
    account.data[DEFAULT] = {"key": other.id}
    account.data[f"m.secret_storage.key.{other.id}"] = other.description()
    assert await account.seeds(to_words(key.secret)) == identity.seeds
    with pytest.raises(RecoveryError) as raised:
        await account.seeds(to_words(other.secret))
    assert raised.value.reason == "recovery-not-there"


HOW = {"algorithm": "m.pbkdf2", "salt": "salty", "iterations": 10}


async def test_a_passphrase_opens_where_there_is_one(account: Account, identity: Identity) -> None:
    key = StorageKey("id", from_passphrase("un secret bien gardé", HOW))
    account.data = elsewhere(key, identity.seeds, passphrase=HOW)
    assert await account.seeds("un secret bien gardé") == identity.seeds
    assert await account.seeds(to_words(key.secret)) == identity.seeds
    assert await reason(account, "un secret mal gardé") == "recovery-wrong-phrase"


async def reason(account: Account, words: str) -> str:
    with pytest.raises(RecoveryError) as raised:
        await account.seeds(words)
    return raised.value.reason


async def test_what_is_wrong_has_a_name(account: Account, identity: Identity) -> None:
    key = StorageKey.fresh()
    right, other = to_words(key.secret), to_words(StorageKey.fresh().secret)
    assert await reason(account, right) == "recovery-without"
    account.data = elsewhere(key, identity.seeds)
    assert await reason(account, other) == "recovery-wrong-key"
    assert await reason(account, right[:-1]) == "recovery-key-length"
    assert await reason(account, "motdepasse") == "recovery-key-length"


@pytest.mark.parametrize(
    ("type", "content"),
    [
        ("m.secret_storage.key.id", {}),
        ("m.secret_storage.key.id", {"algorithm": "m.other"}),
        ("m.secret_storage.key.id", {"algorithm": ALGORITHM, "iv": 1, "mac": "="}),
        (SECRETS[0], {"encrypted": {"id": {"iv": "AAAA"}}}),
        (SECRETS[2], {"encrypted": {"id": StorageKey.fresh().lock(SECRETS[2], "x")}}),
    ],
)
async def test_damaged_account_data_is_named(
    account: Account, identity: Identity, type: str, content: dict[str, Any]
) -> None:
    key = StorageKey("id", bytes(32))
    account.data = elsewhere(key, identity.seeds) | {type: content}
    with pytest.raises(RecoveryError) as raised:
        await account.seeds(to_words(key.secret))
    assert (raised.value.reason, raised.value.values) == ("recovery-damaged", {"type": type})


async def test_a_secret_that_is_no_seed_is_damaged(account: Account, identity: Identity) -> None:
    key = StorageKey.fresh()
    account.data = elsewhere(key, identity.seeds)
    account.data[SECRETS[1]] = {"encrypted": {key.id: key.lock(SECRETS[1], "short")}}
    assert await reason(account, to_words(key.secret)) == "recovery-damaged"


async def test_without_a_check_a_wrong_key_is_still_a_wrong_key(
    account: Account, identity: Identity
) -> None:
    key = StorageKey("id", bytes(32))
    account.data = elsewhere(key, identity.seeds)
    account.data["m.secret_storage.key.id"] = {"algorithm": ALGORITHM}
    assert await account.seeds(to_words(key.secret)) == identity.seeds
    assert await reason(account, to_words(bytes(31) + b"1")) == "recovery-wrong-key"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["key", "encrypted", "id", "iv", "mac"]), inner, max_size=3
        )
    ),
    max_leaves=10,
)
types = st.sampled_from([DEFAULT, "m.secret_storage.key.id", *SECRETS])


@given(st.dictionaries(types, json_values))
async def test_wild_account_data_is_never_more_than_an_error_of_ours(
    changes: dict[str, Any],
) -> None:
    account, key = Account(), StorageKey("id", bytes(32))
    account.data = elsewhere(key, Seeds.fresh()) | changes
    found = await stored(account.client)
    found.standing(Identity(BOT, Seeds.fresh()))
    for words in (to_words(key.secret), "phrase"):
        try:
            found.unlocked(words)
        except MatrixError as error:
            assert isinstance(error, RecoveryError)


def test_what_is_stored_never_shows_in_a_repr() -> None:
    assert "secret" not in repr(Stored("", {}, {"master": {"secret": 1}}))
