"""Contents at random: whatever members and strangers send, a sync is read to its end."""

import copy
from random import Random
from typing import Any

import pytest
from nio import RoomInfo

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.matrix.client import Client
from commonsbot.matrix.events import text_of, thread_of
from commonsbot.matrix.history import is_own_join
from commonsbot.matrix.machine import Machine
from commonsbot.matrix.rooms import Rooms, someone_left, tombstone_of
from tests.matrix.machines import BOT, EVE, ROOM, Answer, Eve

EVENTS = 20_000
AT_ONCE = 50  # events in one sync

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**63, 1.5, "", "x", "é" * 9, "@a:b", "\x00", [], [None], {}, {"a": 1}),
    *("m.megolm.v1.aes-sha2", "m.olm.v1.curve25519-aes-sha2", "request", "start", "A" * 43),
)

TO_DEVICE = {
    "m.room.encrypted": {
        "algorithm": "m.olm.v1.curve25519-aes-sha2",
        "sender_key": "A" * 43,
        "ciphertext": {"B" * 43: {"type": 0, "body": "AAAA"}},
    },
    "m.room_key_request": {
        "action": "request",
        "requesting_device_id": "D",
        "request_id": "r",
        "body": {
            "algorithm": "m.megolm.v1.aes-sha2",
            "room_id": ROOM,
            "sender_key": "k",
            "session_id": "s",
        },
    },
    "m.key.verification.start": {
        "from_device": "D",
        "transaction_id": "t",
        "method": "m.sas.v1",
        "key_agreement_protocols": ["curve25519-hkdf-sha256"],
        "hashes": ["sha256"],
        "message_authentication_codes": ["hkdf-hmac-sha256.v2"],
        "short_authentication_string": ["decimal"],
    },
    "m.key.verification.key": {"transaction_id": "t", "key": "A" * 43},
    "m.key.verification.mac": {"transaction_id": "t", "mac": {"a": "b"}, "keys": "k"},
    "m.key.verification.accept": {
        "transaction_id": "t",
        "commitment": "c",
        "key_agreement_protocol": "curve25519-hkdf-sha256",
        "hash": "sha256",
        "message_authentication_code": "hkdf-hmac-sha256.v2",
        "short_authentication_string": ["decimal"],
    },
    "m.key.verification.cancel": {"transaction_id": "t", "code": "c", "reason": "r"},
    "m.dummy": {"a": 1},
}

TIMELINE = {
    "m.room.encrypted": {
        "algorithm": "m.megolm.v1.aes-sha2",
        "ciphertext": "AAAA",
        "session_id": "s",
        "sender_key": "k",
        "device_id": "d",
    },
    "m.room.message": {
        "msgtype": "m.text",
        "body": "bonjour",
        "format": "org.matrix.custom.html",
        "formatted_body": "<b>bonjour</b>",
        "m.relates_to": {
            "rel_type": "m.thread",
            "event_id": "$a",
            "m.in_reply_to": {"event_id": "$b"},
        },
    },
    "m.reaction": {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$a", "key": "x"}},
    "m.sticker": {"body": "b", "info": {"w": 1}, "url": "mxc://a/b"},
    "m.call.invite": {
        "call_id": "c",
        "version": 0,
        "lifetime": 1,
        "offer": {"type": "o", "sdp": ""},
    },
    "m.room.redaction": {"redacts": "$a", "reason": "r"},
}

STATE = {
    "m.room.member": {"membership": "join", "displayname": "Eve", "avatar_url": "mxc://a/b"},
    "m.room.power_levels": {"users": {EVE: 50}, "events": {"m.room.name": 50}, "ban": 50},
    "m.room.name": {"name": "n"},
    "m.room.topic": {"topic": "t"},
    "m.room.avatar": {"url": "mxc://a/b"},
    "m.room.canonical_alias": {"alias": "#a:b", "alt_aliases": []},
    "m.room.join_rules": {"join_rule": "invite"},
    "m.room.encryption": {"algorithm": "m.megolm.v1.aes-sha2"},
    "m.room.tombstone": {"body": "b", "replacement_room": "!b:c"},
    "m.space.child": {"via": ["b"], "suggested": True},
}


def mutated(value: Any, chance: Random) -> Any:
    """`value` with one of its parts, or more, made odd."""
    if chance.random() < 0.15:
        return copy.deepcopy(chance.choice(ODD))
    if isinstance(value, dict):
        kept = {key: mutated(part, chance) for key, part in value.items() if chance.random() > 0.05}
        if chance.random() < 0.05:
            kept[chance.choice(("m.relates_to", "msgtype", "body", "a"))] = chance.choice(ODD)
        return kept
    if isinstance(value, list):
        return [mutated(part, chance) for part in value]
    return value


def content(kinds: dict[str, Any], chance: Random) -> tuple[str, dict[str, Any]]:
    """A content is an object: the homeserver sees to that."""
    kind = chance.choice(list(kinds))
    made = mutated(kinds[kind], chance)
    return kind, made if isinstance(made, dict) else {}


def sync(number: int, chance: Random, eve: Eve) -> dict[str, Any]:
    to_device, timeline = [], []
    for index in range(AT_ONCE):
        kind, made = content((TO_DEVICE, TIMELINE, STATE)[index % 3], chance)
        event: dict[str, Any] = {"type": kind, "sender": EVE, "content": made}
        if index % 3 == 0:
            to_device.append(event)
            continue
        event |= {"event_id": f"${number}-{index}", "origin_server_ts": 1}
        if index % 3 == 2:
            event["state_key"] = EVE if kind == "m.room.member" else ""
        elif index % 6 == 1:  # the same, but encrypted by one who is in the room
            event |= {
                "type": "m.room.encrypted",
                "content": eve.writes(mutated(event, chance)).source["content"],
            }
        timeline.append(event)
    room = {"timeline": {"events": timeline, "limited": False, "prev_batch": "p"}}
    return {
        "next_batch": f"s{number}",
        "to_device": {"events": to_device},
        "rooms": {"join": {ROOM: room}},
    }


def understand(rooms: Rooms, client: Client, info: RoomInfo) -> None:
    """What the inbox makes of a room's part of a sync."""
    rooms.read(RoomId(ROOM), info)
    rooms.describe(RoomId(ROOM), None)
    rooms.power(RoomId(ROOM), UserId(EVE))
    tombstone_of(info)
    someone_left(info, BOT)
    for event in info.timeline.events:
        is_own_join(event.source, BOT)
        said = event.source.get("content")
        if isinstance(said, dict):
            text_of(said)
            thread_of(said)


@pytest.mark.parametrize("seed", [2026])
async def test_no_content_ends_a_sync(
    client: Client, machine: Machine, eve: Eve, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(seed)
    machine.handle_to_device_event(eve.shares_room_key())
    eve.machine.outbound_group_sessions[ROOM].max_messages = EVENTS
    bodies = [sync(number, chance, eve) for number in range(EVENTS // AT_ONCE)]

    async def send(*_: Any, **__: Any) -> Answer:
        return Answer(bodies.pop())

    monkeypatch.setattr(client, "send", send)
    rooms = Rooms(client)
    while bodies:
        response: Any = await client.sync()
        understand(rooms, client, response.rooms.join[ROOM])
    assert BOT not in client.rooms[ROOM].users
