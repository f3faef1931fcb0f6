"""What members, strangers and servers send, as it should be: to be made odd."""

from typing import Any

from tests.matrix.machines import BOT, EVE, ROOM

Kinds = dict[str, Any]
"""Contents by the type of their event."""

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**63, 1.5, "", "x", "é" * 9, "@a:b", "\x00", [], [None], {}, {"a": 1}),
    *("m.megolm.v1.aes-sha2", "m.olm.v1.curve25519-aes-sha2", "request", "start", "A" * 43),
    *("m.text", "m.replace", "m.annotation", "m.thread", "!aide", BOT, "$1-1"),
)

TO_DEVICE: Kinds = {
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
    "m.room_key.withheld": {
        "algorithm": "m.megolm.v1.aes-sha2",
        "code": "m.unverified",
        "reason": "r",
        "room_id": ROOM,
        "session_id": "s",
        "sender_key": "k",
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

SECRET: Kinds = {
    "m.room_key": {
        "algorithm": "m.megolm.v1.aes-sha2",
        "room_id": ROOM,
        "session_id": "s",
        "session_key": "k",
    },
    "m.forwarded_room_key": {
        "algorithm": "m.megolm.v1.aes-sha2",
        "room_id": ROOM,
        "session_id": "s",
        "session_key": "k",
        "sender_key": "k",
        "sender_claimed_ed25519_key": "k",
        "forwarding_curve25519_key_chain": [],
    },
    "m.dummy": {},
    "m.secret.send": {"request_id": "r", "secret": "s"},
}
"""What comes to-device inside an Olm message."""

TIMELINE: Kinds = {
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
        "m.mentions": {"user_ids": [BOT]},
        "m.relates_to": {
            "rel_type": "m.thread",
            "event_id": "$a",
            "m.in_reply_to": {"event_id": "$b"},
        },
    },
    "m.reaction": {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$a", "key": "👍"}},
    "m.sticker": {"body": "b", "info": {"w": 1}, "url": "mxc://a/b"},
    "m.call.invite": {
        "call_id": "c",
        "version": 0,
        "lifetime": 1,
        "offer": {"type": "o", "sdp": ""},
    },
    "m.room.redaction": {"redacts": "$a", "reason": "r"},
}

MESSAGES: tuple[dict[str, Any], ...] = (
    TIMELINE["m.room.message"],
    {"msgtype": "m.text", "body": "!partager Un guide\nhttps://example.org #guide"},
    {"msgtype": "m.text", "body": "!chercher guide"},
    {"msgtype": "m.text", "body": "!récent"},
    {
        "msgtype": "m.file",
        "body": "!partager Un modèle",
        "filename": "a.odt",
        "url": "mxc://a/b",
        "info": {"mimetype": "text/plain", "size": 1},
    },
    {
        "msgtype": "m.text",
        "body": "* !aide",
        "m.new_content": {"msgtype": "m.text", "body": "!aide"},
        "m.relates_to": {"rel_type": "m.replace", "event_id": "$a"},
    },
    {
        "msgtype": "m.text",
        "body": "aide",
        "m.mentions": {"user_ids": [BOT]},
        "org.matrix.msc4391.command": {"command": "aide", "arguments": {"de": "fiche"}},
    },
)

STATE: Kinds = {
    "m.room.create": {"room_version": "12", "additional_creators": [EVE], "type": "t"},
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
