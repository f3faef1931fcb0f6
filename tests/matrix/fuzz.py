"""Syncs at random, as hostile members, strangers and servers could make them.

A content may be anything; so may be the state that comes with an invite, which a stranger's
homeserver makes, and the parts of a sync that the bot has no use for.
"""

import copy
import json
import time
from random import Random
from typing import Any

from commonsbot.matrix.cross_signing import Identity, Seeds
from tests.matrix.contents import MESSAGES, ODD, SECRET, STATE, TIMELINE, TO_DEVICE, Kinds
from tests.matrix.machines import BOT, EVE, ROOM, Eve

AT_ONCE = 60
"""Events in one sync, a third of them to-device."""


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
        self._devices = eve.published(Identity(EVE, Seeds.fresh()))

    def sync(self, number: int) -> dict[str, Any]:
        timeline = {
            "events": self._room_events(f"${number}", AT_ONCE * 2 // 3),
            "limited": self._chance.random() < 0.05,
            "prev_batch": "p",
        }
        return {
            **self._object(self._accessories()),
            "next_batch": f"s{number}",
            "to_device": {"events": [self._to_device() for _ in range(AT_ONCE // 3)]},
            "rooms": {
                "join": {ROOM: self._room_accessories() | {"timeline": timeline}},
                **self._other_rooms(),
            },
        }

    def page(self, number: int) -> dict[str, Any]:
        """What a limited timeline left out."""
        return {"start": "p", "chunk": self._room_events(f"$before-{number}", 5)}

    def devices(self) -> dict[str, Any]:
        """The answer to who has which devices: members' homeservers made it."""
        return self._object(self._devices) | {"failures": {}}

    def _room_events(self, id: str, count: int) -> list[Any]:
        return [self._room_event(f"{id}-{index}") for index in range(count)]

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
