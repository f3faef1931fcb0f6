"""Syncs at random, as hostile members, strangers and servers could make them, and who gives them.

A content may be anything; so may be the state that comes with an invite, which a stranger's
homeserver makes, and the parts of a sync that the bot has no use for.
"""

import asyncio
import copy
import json
import time
from collections.abc import Callable
from random import Random
from typing import Any

from tests.matrix.machines import BOT, EVE, ROOM, Answer, Eve

AT_ONCE = 60
"""Events in one sync, a third of them to-device."""

Kinds = dict[str, Any]

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


class Fuzzer:
    """Makes syncs; the same ones from the same seed. `eve` is in the room, and encrypts there."""

    def __init__(self, seed: int, eve: Eve) -> None:
        self._chance = Random(seed)
        self._eve = eve

    def sync(self, number: int) -> dict[str, Any]:
        timeline = [self._room_event(f"${number}-{index}") for index in range(AT_ONCE * 2 // 3)]
        room = {"timeline": {"events": timeline, "limited": False, "prev_batch": "p"}}
        return {
            **self._object(self._accessories()),
            "next_batch": f"s{number}",
            "to_device": {"events": [self._to_device() for _ in range(AT_ONCE // 3)]},
            "rooms": {"join": {ROOM: self._room_accessories() | room}, **self._other_rooms()},
        }

    def _to_device(self) -> dict[str, Any]:
        if self._chance.random() < 0.4:
            kind, content = self._content(SECRET)
            payload = mutated(self._eve.payload(kind) | {"content": content}, self._chance)
            source: dict[str, Any] = self._eve.says_raw(json.dumps(payload)).source
            return source
        kind, content = self._content(TO_DEVICE)
        return {"type": kind, "sender": EVE, "content": content}

    def _room_event(self, id: str) -> dict[str, Any]:
        is_state = self._chance.random() < 0.4
        kind, content = self._content(STATE if is_state else TIMELINE)
        if kind == "m.room.message":
            content = self._object(self._chance.choice(MESSAGES))
        event: dict[str, Any] = {"type": kind, "sender": EVE, "content": content}
        if is_state:
            event["state_key"] = EVE if kind == "m.room.member" else ""
        elif self._chance.random() < 0.3:
            secret = mutated(event, self._chance)
            event |= {
                "type": "m.room.encrypted",
                "content": self._eve.writes(secret).source["content"],
            }
        event |= {"event_id": id, "origin_server_ts": round(time.time() * 1000)}
        return self._envelope(event)

    def _envelope(self, event: dict[str, Any]) -> dict[str, Any]:
        """Now and then what only a homeserver could make wrong."""
        if self._chance.random() < 0.05:
            event["unsigned"] = mutated({"age": 1, "prev_content": {"a": "b"}}, self._chance)
        if self._chance.random() < 0.02:
            return self._object(event)
        return event

    def _other_rooms(self) -> dict[str, Any]:
        """Invites, with the state that a stranger's homeserver put there, and rooms left."""
        rooms = {
            "invite": {"!odd:server": {"invite_state": {"events": self._stripped_state()}}},
            "leave": {"!left:server": {"timeline": {"events": []}, "state": {"events": []}}},
            "knock": {"!knocked:server": {"knock_state": {"events": []}}},
        }
        return {kind: self._object(part) for kind, part in rooms.items()}

    def _stripped_state(self) -> list[Any]:
        events = [
            {"type": kind, "state_key": BOT, "sender": EVE, "content": content}
            for kind, content in (self._content(STATE) for _ in range(4))
        ]
        return [mutated(event | {"unsigned": {"a": {}}}, self._chance) for event in events]

    def _room_accessories(self) -> dict[str, Any]:
        return self._object(
            {
                "state": {"events": []},
                "summary": {"m.heroes": [EVE], "m.joined_member_count": 2},
                "ephemeral": {"events": [{"type": "m.typing", "content": {"user_ids": [EVE]}}]},
                "account_data": {"events": [{"type": "m.tag", "content": {"tags": {}}}]},
                "unread_notifications": {"highlight_count": 0, "notification_count": 0},
                "unread_thread_notifications": {"$a": {"notification_count": 1}},
            }
        )

    def _accessories(self) -> dict[str, Any]:
        return {
            "presence": {"events": [{"type": "m.presence", "sender": EVE, "content": {}}]},
            "account_data": {"events": [{"type": "m.direct", "content": {EVE: [ROOM]}}]},
            "device_lists": {"changed": [EVE], "left": ["@gone:server"]},
            "device_one_time_keys_count": {"signed_curve25519": 50},
            "device_unused_fallback_key_types": ["signed_curve25519"],
        }

    def _content(self, kinds: Kinds) -> tuple[str, dict[str, Any]]:
        kind = self._chance.choice(list(kinds))
        return kind, self._object(kinds[kind])

    def _object(self, value: Any) -> dict[str, Any]:
        """A content is an object: the homeserver sees to that."""
        made = mutated(value, self._chance)
        return made if isinstance(made, dict) else {}


class PlayedHomeserver:
    """Gives the syncs that `make` makes, `count` of them, then nothing more."""

    def __init__(self, make: Callable[[int], dict[str, Any]], count: int) -> None:
        self.emptied = asyncio.Event()
        self._make = make
        self._left = count
        self._given = 0

    async def send(self, method: str, path: str, *_: Any, **__: Any) -> Answer:
        """In place of the client's own."""
        if "/sync" in path and "full_state=true" not in path and "since" in path:
            return Answer(await self._next())
        return Answer(*self._known(method, path))

    async def _next(self) -> dict[str, Any]:
        if self._given == self._left:
            self.emptied.set()
            await asyncio.Event().wait()
        self._given += 1
        return self._make(self._given)

    def _known(self, method: str, path: str) -> tuple[Any, int]:
        for word, answer in KNOWN.items():
            if word in path:
                return copy.deepcopy(answer), 200
        return {"errcode": "M_NOT_FOUND", "error": "Not found"}, 404


def joined(encrypted: bool) -> dict[str, Any]:
    """The bot's room, at its first sync."""
    kinds = {
        "m.room.create": {"room_version": "11"},
        "m.room.power_levels": {"users": {EVE: 0}},
        **({"m.room.encryption": STATE["m.room.encryption"]} if encrypted else {}),
    }
    events = [("", kind, content) for kind, content in kinds.items()]
    events += [(user, "m.room.member", {"membership": "join"}) for user in (BOT, EVE)]
    state = [
        {
            "type": kind,
            "state_key": key,
            "content": content,
            "sender": EVE,
            "event_id": f"$state-{kind}-{key}",
            "origin_server_ts": 1,
        }
        for key, kind, content in events
    ]
    return {"state": {"events": state}, "timeline": {"events": [], "limited": False}}


KNOWN: dict[str, dict[str, Any]] = {
    "/filter": {"filter_id": "1"},
    "/sync": {"next_batch": "s0", "rooms": {"join": {ROOM: joined(encrypted=True)}}},
    "/joined_members": {"joined": {BOT: {}, EVE: {}}},
    "/messages": {"chunk": [], "start": "p"},
    "/keys/query": {"device_keys": {}, "failures": {}},
    "/keys/claim": {"one_time_keys": {}, "failures": {}},
    "/keys/upload": {"one_time_key_counts": {"signed_curve25519": 50}},
    "/sendToDevice": {},
    "/send/": {"event_id": "$sent"},
    "/leave": {},
    "/forget": {},
    "/join/": {"room_id": ROOM},
}
"""What is asked for, by a part of its path, and the answer."""
