"""The recovery key, held against those of other clients, and a slip of the pen."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from commonsbot.errors import RecoveryKeyError
from commonsbot.matrix.recovery_key import LENGTH, from_words, to_words
from commonsbot.matrix.secret_storage import StorageKey

# of matrix-rust-sdk's tests
KEY = bytes.fromhex("9fbd46bb345171c6f6022c9a25d5681ba54eec6a6c4953f3adc0b96e9d91ada3")
WORDS = "EsTp RvZT njck 8Yrh RAtw XLS8 4Nr2 r9S9 LGAW DaEx VAPB vLRK"

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

keys = st.binary(min_size=32, max_size=32)
places = st.integers(0, LENGTH - 1)


def reason(words: str) -> str:
    with pytest.raises(RecoveryKeyError) as raised:
        from_words(words)
    assert words not in str(raised.value) or not words
    return raised.value.reason


def test_the_words_of_another_client_stand_for_the_same_key() -> None:
    assert from_words(WORDS) == KEY
    assert to_words(KEY) == WORDS


@given(keys)
def test_a_key_comes_back_from_its_words(key: bytes) -> None:
    words = to_words(key)
    assert [len(group) for group in words.split(" ")] == [4] * 12
    assert from_words(words) == key


@pytest.mark.parametrize(
    "copied", [WORDS.replace(" ", ""), f"  {WORDS}\r\n", WORDS.replace(" ", "\u00a0\u200b - ")]
)
def test_what_copying_adds_does_not_matter(copied: str) -> None:
    assert from_words(copied) == KEY


@given(keys, places, st.sampled_from(ALPHABET))
def test_one_wrong_character_is_seen_or_gives_a_key_that_opens_nothing(
    key: bytes, place: int, wrong: str
) -> None:
    words = to_words(key).replace(" ", "")
    assume(words[place] != wrong)
    mistyped = words[:place] + wrong + words[place + 1 :]
    right = StorageKey("id", key)
    try:
        other = StorageKey("id", from_words(mistyped))
    except RecoveryKeyError as seen:
        assert seen.reason == "recovery-key-typo"
    else:
        assert not other.fits(right.description())


@given(keys, places)
def test_two_characters_exchanged_are_seen_or_give_another_key(key: bytes, place: int) -> None:
    words = list(to_words(key).replace(" ", ""))
    before = (place or 1) - 1
    assume(words[place] != words[before])
    words[place], words[before] = words[before], words[place]
    try:
        assert from_words("".join(words)) != key
    except RecoveryKeyError as seen:
        assert seen.reason == "recovery-key-typo"


@pytest.mark.parametrize("wrong", "0OIlé_+")
def test_a_character_that_no_key_has_is_named_by_its_place(wrong: str) -> None:
    with pytest.raises(RecoveryKeyError) as raised:
        from_words(WORDS.replace("p", wrong, 1))
    assert (raised.value.reason, raised.value.values) == ("recovery-key-character", {"place": 4})


def test_too_short_too_long_and_too_great() -> None:
    assert reason("") == reason(WORDS[:-1]) == reason(WORDS * 1000) == "recovery-key-length"
    assert reason("z" * LENGTH) == "recovery-key-typo"


@given(st.text())
def test_nothing_else_is_a_key(words: str) -> None:
    with pytest.raises(RecoveryKeyError):
        from_words(words)
