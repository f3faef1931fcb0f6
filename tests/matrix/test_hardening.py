"""Malformed contents that any account can send: each stops plain nio, none stops the bot."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from nio import KeysClaimResponse, RoomInfo, RoomKeyEvent, Timeline, UnknownEvent
from nio.crypto import Olm
from nio.exceptions import EncryptionError

from commonsbot.matrix.client import Client
from commonsbot.matrix.machine import MALFORMED, Machine
from commonsbot.matrix.rooms import tombstone_of
from tests.matrix.machines import EVE, ROOM, Answer, Eve, olm, to_device


def sealed(kind: int, body: str) -> Callable[[Eve], Any]:
    def make(eve: Eve) -> Any:
        return olm(eve.sender_key, {eve.machine_key: {"type": kind, "body": body}})

    return make


def room_key(**changed: Any) -> Callable[[Eve], Any]:
    content = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "room_id": ROOM,
        "session_id": "id",
        "session_key": "key",
    }
    return lambda eve: eve.says("m.room_key", content | changed)


HOSTILE: dict[str, Callable[[Eve], Any]] = {
    "a body that is no base64": sealed(0, "é"),
    "a pre-key message of nothing": sealed(0, ""),
    "a pre-key message of noise": sealed(0, "bm9pc2U"),
    "a normal message of nothing": sealed(1, ""),
    "a normal message of noise": sealed(1, "bm9pc2U"),
    "a sender key that is none": lambda eve: olm(
        "no key", eve.says("m.dummy", {}).source["content"]["ciphertext"]
    ),
    "a room key that is none": room_key(),
    "a room key of the wrong length": room_key(session_key="AAAA"),
    "keys that are no table": lambda eve: eve.says_raw(
        json.dumps(eve.payload("m.dummy") | {"recipient_keys": {}})
    ),
    "too many brackets": lambda eve: eve.says_raw("[" * 100_000),
}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_malformed_to_device_message_is_dropped(
    machine: Machine, eve: Eve, hostile: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(MALFORMED):
        Olm.handle_to_device_event(machine, HOSTILE[hostile](eve))
    assert machine.handle_to_device_event(HOSTILE[hostile](eve)) is None
    assert "to-device message dropped" in caplog.messages
    assert isinstance(machine.handle_to_device_event(eve.shares_room_key()), RoomKeyEvent)


@pytest.mark.parametrize(
    "event",
    [
        to_device({"algorithm": 1}),
        to_device({"algorithm": "m.olm.v1.curve25519-aes-sha2", "sender_key": 5}),
        olm("key", "no table"),
        to_device({"action": "request"}, "m.room_key_request"),
        to_device({"anything": None}, "m.key.verification.start"),
        to_device({}),
    ],
)
def test_a_to_device_message_of_no_shape_is_passed_over(machine: Machine, event: Any) -> None:
    assert machine.handle_to_device_event(event) is None


UNREADABLE: dict[str, Any] = {
    "a list": [],
    "a number": 1,
    "a content that is none": {"type": "m.room.message", "content": 1},
    "no content": {"type": "m.room.message"},
    "a message of no kind": {"type": "m.room.message", "content": {"msgtype": 5}},
    "a power": {
        "type": "m.room.power_levels",
        "state_key": "",
        "content": {"users": {EVE: 100}},
    },
    "a tombstone": {
        "type": "m.room.tombstone",
        "state_key": "",
        "content": {"body": "", "replacement_room": ROOM},
    },
}


@pytest.mark.parametrize("payload", UNREADABLE)
def test_what_can_not_be_a_message_is_never_read(machine: Machine, eve: Eve, payload: str) -> None:
    machine.handle_to_device_event(eve.shares_room_key())
    try:
        opened = machine.decrypt_megolm_event(eve.writes(UNREADABLE[payload]))
    except EncryptionError:
        return
    assert not opened.source.get("state_key") and type(opened).__name__ in (
        "BadEvent",
        "UnknownBadEvent",
    )


def test_a_one_time_key_that_is_none_costs_nobody_else_theirs(machine: Machine, eve: Eve) -> None:
    claimed = {EVE: {"EVEDEVICE": {"signed_curve25519:A": {"key": "none", "signatures": {}}}}}
    claimed["@other:example.org"] = {"X": {}}
    machine.handle_response(KeysClaimResponse(claimed, {}))
    assert machine.session_store.get(eve.sender_key) is None


async def test_malformed_device_keys_hide_those_of_nobody_else(
    client: Client, eve: Eve, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = {
        "device_keys": {
            "@mallory:example.org": {"A": {"keys": 1}, "B": None, "C": keys_of_nobody()},
            "@karl:example.org": 7,
            EVE: {"EVEDEVICE": eve.device_keys()},
        }
    }
    client.olm.device_store[EVE].clear()

    async def send(*_: Any, **__: Any) -> Answer:
        return Answer(body)

    monkeypatch.setattr(client, "send", send)
    client.olm.users_for_key_query = {EVE, "@mallory:example.org"}
    await client.keys_query()
    assert [device.id for device in client.olm.device_store.active_user_devices(EVE)]
    assert not client.should_query_keys


def keys_of_nobody() -> dict[str, Any]:
    """Well shaped, and yet no keys."""
    user = "@mallory:example.org"
    keys = {"ed25519:C": "no key", "curve25519:C": "no key"}
    signatures = {user: {"ed25519:C": "no signature"}}
    return {
        "user_id": user,
        "device_id": "C",
        "algorithms": [],
        "keys": keys,
        "signatures": signatures,
    }


@pytest.mark.parametrize(("state", "followed"), [({"state_key": ""}, True), ({}, False)])
def test_only_state_names_the_room_that_comes_after(state: dict[str, str], followed: bool) -> None:
    source = {
        "type": "m.room.tombstone",
        "sender": EVE,
        "event_id": "$end",
        "content": {"body": "", "replacement_room": "!next:example.org"},
    }
    events = [UnknownEvent(source | state | {"origin_server_ts": 1}, "m.room.tombstone")]
    info = RoomInfo(Timeline(events, False, None), [], [], [])
    assert (tombstone_of(info) is not None) is followed
