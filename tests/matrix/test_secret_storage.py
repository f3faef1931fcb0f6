"""Secret storage, held against what other clients wrote, and against wild account data."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unpaddedbase64 import decode_base64

from commonsbot.matrix.recovery_key import from_words
from commonsbot.matrix.secret_storage import MOST_ITERATIONS, StorageKey, from_passphrase

# of matrix-rust-sdk's tests
WORDS = "EsTj 3yST y93F SLpB jJsz eAXc 2XzA ygD3 w69H fGaN TKBj jXEd"
PADDED = {
    "algorithm": "m.secret_storage.v1.aes-hmac-sha2",
    "iv": "xv5b6/p3ExEw++wTyfSHEg==",
    "mac": "ujBBbXahnTAMkmPUX2/0+VTfUh63pGyVRuBcDMgmJC8=",
}
PHRASE = "It's a secret to everybody"
BY_PHRASE = {
    "algorithm": "m.secret_storage.v1.aes-hmac-sha2",
    "iv": "gH2iNpiETFhApvW6/FFEJQ",
    "mac": "9Lw12m5SKDipNghdQXKjgpfdj1/K7HFI2brO+UWAGoM",
}
HOW = {"algorithm": "m.pbkdf2", "salt": "IuLnH7S85YtZmkkBJKwNUKxWF42g9O1H", "iterations": 10}

json_values = st.none() | st.integers() | st.text() | st.lists(st.text(), max_size=2)


def test_another_clients_description_is_known_by_its_recovery_key() -> None:
    assert StorageKey("id", from_words(WORDS)).fits(PADDED)
    assert not StorageKey.fresh().fits(PADDED)


def test_another_clients_description_is_known_by_its_passphrase() -> None:
    assert StorageKey("id", from_passphrase(PHRASE, HOW)).fits(BY_PHRASE)
    assert not StorageKey("id", from_passphrase(PHRASE.lower(), HOW)).fits(BY_PHRASE)


def test_a_description_tells_its_key_from_others_and_nothing_else() -> None:
    key = StorageKey.fresh()
    description = key.description()
    assert key.fits(description)
    assert not StorageKey(key.id, StorageKey.fresh().secret).fits(description)
    assert len({StorageKey.fresh().id for _ in range(20)}) == 20


def test_a_description_without_a_check_fits_any_key() -> None:
    assert StorageKey.fresh().fits({"algorithm": PADDED["algorithm"]})
    assert StorageKey.fresh().fits({"mac": PADDED["mac"]})


@given(st.text())
def test_a_secret_comes_back_under_its_name_and_key_only(secret: str) -> None:
    key = StorageKey.fresh()
    locked = key.lock("m.cross_signing.master", secret)
    assert key.unlock("m.cross_signing.master", locked) == secret
    for other, name in ((key, "m.other"), (StorageKey.fresh(), "m.cross_signing.master")):
        with pytest.raises(ValueError, match="not locked with this key"):
            other.unlock(name, locked)


def test_nothing_written_is_padded_and_bit_63_is_never_set() -> None:
    for key in [StorageKey.fresh() for _ in range(20)]:
        for written in (key.description(), key.lock("name", "secret")):
            assert not [value for value in written.values() if "=" in value]
            assert decode_base64(written["iv"])[8] < 0x80


@given(st.sampled_from(["iv", "mac", "ciphertext"]), json_values)
def test_whatever_was_changed_is_a_value_error(part: str, value: Any) -> None:
    key = StorageKey.fresh()
    locked = key.lock("name", "secret")
    with pytest.raises(ValueError):
        key.unlock("name", locked | {part: value})
    if part != "ciphertext":
        with pytest.raises(ValueError):
            key.fits(key.description() | {part: value})


@pytest.mark.parametrize(
    "change",
    [
        {"algorithm": "m.other"},
        {"salt": None},
        {"iterations": "10"},
        {"iterations": 0},
        {"iterations": MOST_ITERATIONS + 1},
        {"bits": 512},
    ],
)
def test_a_homeserver_does_not_choose_how_a_passphrase_is_used(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        from_passphrase(PHRASE, HOW | change)
