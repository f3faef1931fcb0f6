"""What is taken from « you get no key »: only what can be true of a room the bot serves."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.ids import RoomId
from commonsbot.domain.refusals import Reason
from commonsbot.matrix.refusals import LONGEST, WITHHELD, refusal_in
from tests.matrix.machines import EVE, ROOM

CONTENT = {
    "algorithm": "m.megolm.v1.aes-sha2",
    "code": "m.unverified",
    "reason": "unverified",
    "room_id": ROOM,
    "session_id": "session",
    "sender_key": "key",
}
SERVED = {RoomId(ROOM)}


def message(**changes: Any) -> dict[str, Any]:
    return {"type": WITHHELD, "sender": EVE, "content": CONTENT | changes}


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.NO_OLM])
def test_the_reason_is_known_of_the_room_and_its_key(reason: Reason) -> None:
    key = refusal_in(message(code=reason.value), SERVED)
    assert key and key.reason is reason
    assert (key.user, key.room, key.session) == (EVE, ROOM, "session")


def test_a_device_that_could_not_reach_us_withholds_all_its_keys() -> None:
    content = {"algorithm": "m.megolm.v1.aes-sha2", "code": "m.no_olm", "sender_key": "key"}
    key = refusal_in({"type": WITHHELD, "sender": EVE, "content": content}, SERVED)
    assert key and (key.reason, key.room, key.session) == (Reason.NO_OLM, "", "")


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "org.example.mood"},
        {"code": ["m.unverified"]},
        {"code": None},
        {"room_id": "!elsewhere:example.org"},
        {"room_id": {}},
        {"session_id": ""},
        {"session_id": 3},
    ],
)
def test_the_rest_is_passed_over(changes: dict[str, Any]) -> None:
    assert refusal_in(message(**changes), SERVED) is None


def test_a_long_identifier_is_cut() -> None:
    key = refusal_in(message(session_id="s" * 100_000), SERVED)
    assert key and len(key.session) == LONGEST


WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(CONTENT)), WILD))
def test_no_content_is_too_wild(changes: dict[str, Any]) -> None:
    refusal_in(message(**changes), SERVED)
