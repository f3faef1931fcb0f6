"""A homeserver that is only played, with more members than a real one could be given in a measure.

It knows one account, which is in an open room and in encrypted ones, each with the same members.
Every member has one device, whose keys and signatures are real. What is sent is only counted.
"""

import asyncio
import json
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from itertools import count
from typing import Any, Self

from aiohttp import web
from nio.api import Api
from vodozemac import Account as Device

SERVER = "crowd.example"
BOT = f"@bot:{SERVER}"
DEVICE = "BOTDEVICE"
OPEN_ROOM = f"!open:{SERVER}"

Json = dict[str, Any]
Handler = Callable[[web.Request, Json], Coroutine[Any, Any, Json]]


class Member:
    """Somebody with one device."""

    def __init__(self, number: int) -> None:
        self.user = f"@member{number}:{SERVER}"
        self.device = f"DEVICE{number}"
        self._keys = Device()

    @property
    def sender_key(self) -> str:
        return str(self._keys.curve25519_key.to_base64())

    def published(self) -> Json:
        keys = {
            f"ed25519:{self.device}": self._keys.ed25519_key.to_base64(),
            f"curve25519:{self.device}": self.sender_key,
        }
        algorithms = ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"]
        known = {"user_id": self.user, "device_id": self.device}
        return self._signed(known | {"algorithms": algorithms, "keys": keys})

    def one_time_key(self) -> Json:
        self._keys.generate_one_time_keys(1)
        [(id, key)] = self._keys.one_time_keys.items()
        self._keys.mark_keys_as_published()
        return {f"signed_curve25519:{id}": self._signed({"key": key.to_base64()})}

    def _signed(self, content: Json) -> Json:
        signature = self._keys.sign(Api.to_canonical_json(content).encode()).to_base64()
        return content | {"signatures": {self.user: {f"ed25519:{self.device}": signature}}}


class Crowd:
    """The homeserver; it runs inside `async with`, at `url`."""

    def __init__(self, rooms: int, members: int) -> None:
        self.members = [Member(number) for number in range(members)]
        self.rooms = [f"!room{number}:{SERVER}" for number in range(rooms)]
        self.url = ""
        self._devices = {
            member.user: {member.device: member.published()} for member in self.members
        }
        self._said: list[Json] = []  # to the bot; a sync token is a place in it
        self._heard: list[tuple[str, Json]] = []  # from the bot: the room and the event's content
        self._news = asyncio.Condition()
        self._numbers = count(1)
        self._own: Json = {}  # what the bot published

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=2**26)
        for method, path, handler in self._routes():
            app.router.add_route(method, f"/_matrix/client{path}", answering(handler))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def ask(self, room: str, text: str) -> int:
        """Somebody says it there; the number of what the bot had said before."""
        content = {"msgtype": "m.text", "body": text}
        await self._tell(event(room, self.members[0].user, "m.room.message", content))
        return len(self._heard)

    async def heard(self, room: str, after: int = 0, deadline: float = 60.0) -> Json:
        """What the bot says first in the room, `after` so much that it said before."""
        async with asyncio.timeout(deadline), self._news:
            while True:
                for where, content in self._heard[after:]:
                    if where == room:
                        return content
                await self._news.wait()

    def _routes(self) -> list[tuple[str, str, Handler]]:
        return [
            ("GET", "/v3/account/whoami", self._whoami),
            ("GET", "/v3/profile/{user}/displayname", self._name),
            ("POST", "/v3/user/{user}/filter", self._filter),
            ("POST", "/v3/join/{room}", self._join),
            ("GET", "/v3/sync", self._sync),
            ("GET", "/v3/rooms/{room}/joined_members", self._joined),
            ("PUT", "/v3/rooms/{room}/send/{kind}/{txn}", self._send),
            ("PUT", "/v3/sendToDevice/{kind}/{txn}", self._nothing),
            ("POST", "/v3/keys/upload", self._upload),
            ("POST", "/v3/keys/query", self._query),
            ("POST", "/v3/keys/claim", self._claim),
            ("POST", "/v3/keys/device_signing/upload", self._announce),
            ("POST", "/v3/keys/signatures/upload", self._sign),
        ]

    async def _whoami(self, request: web.Request, body: Json) -> Json:
        return {"user_id": BOT, "device_id": DEVICE}

    async def _name(self, request: web.Request, body: Json) -> Json:
        return {"displayname": "CommonsBot"}

    async def _filter(self, request: web.Request, body: Json) -> Json:
        return {"filter_id": "1"}

    async def _join(self, request: web.Request, body: Json) -> Json:
        return {"room_id": request.match_info["room"]}

    async def _nothing(self, request: web.Request, body: Json) -> Json:
        return {}

    async def _send(self, request: web.Request, body: Json) -> Json:
        self._heard.append((request.match_info["room"], body))
        async with self._news:
            self._news.notify_all()
        return {"event_id": f"$sent{len(self._heard)}"}

    async def _joined(self, request: web.Request, body: Json) -> Json:
        users = [BOT, *(member.user for member in self.members)]
        return {"joined": {user: {"display_name": f"Nom de {user}"} for user in users}}

    # What others say

    async def _tell(self, said: Json) -> None:
        said["event_id"] = f"$said{next(self._numbers)}"
        self._said.append(said)
        async with self._news:
            self._news.notify_all()

    async def _sync(self, request: web.Request, body: Json) -> Json:
        since = int(request.query.get("since", len(self._said)))
        whole = "since" not in request.query or request.query.get("full_state") == "true"
        if not whole:
            with suppress(TimeoutError):
                async with asyncio.timeout(int(request.query["timeout"]) / 1000), self._news:
                    await self._news.wait_for(lambda: len(self._said) > since)
        rooms = [OPEN_ROOM, *self.rooms]
        joined = {room: self._part(room, since, whole) for room in rooms}
        return {
            "next_batch": str(len(self._said)),
            "device_one_time_keys_count": {"signed_curve25519": 50},
            "device_unused_fallback_key_types": ["signed_curve25519"],
            "rooms": {"join": {room: part for room, part in joined.items() if part}},
        }

    def _part(self, room: str, since: int, whole: bool) -> Json:
        """A room's part of a sync, members left out but those who speak (lazy loading)."""
        events = [said for said in self._said[since:] if said["room_id"] == room]
        if not events and not whole:
            return {}
        timeline = {"events": events, "limited": False, "prev_batch": str(since)}
        state = self._state(room) if whole else []
        count = {"m.joined_member_count": len(self.members) + 1, "m.invited_member_count": 0}
        return {"timeline": timeline, "state": {"events": state}, "summary": count}

    def _state(self, room: str) -> list[Json]:
        host = self.members[0].user
        kinds: list[tuple[str, str, Json]] = [
            ("m.room.create", "", {"room_version": "12"}),
            ("m.room.join_rules", "", {"join_rule": "invite"}),
            ("m.room.name", "", {"name": f"Salon {room}"}),
            ("m.room.power_levels", "", {"users": {}}),
            *(("m.room.member", user, {"membership": "join"}) for user in (host, BOT)),
        ]
        if room != OPEN_ROOM:
            kinds.append(("m.room.encryption", "", {"algorithm": "m.megolm.v1.aes-sha2"}))
        return [
            event(room, host, kind, content) | {"state_key": key, "event_id": f"${room}{kind}{key}"}
            for kind, key, content in kinds
        ]

    # Keys

    async def _upload(self, request: web.Request, body: Json) -> Json:
        if keys := body.get("device_keys"):
            self._devices[BOT] = {DEVICE: keys}
        return {"one_time_key_counts": {"signed_curve25519": 50}}

    async def _query(self, request: web.Request, body: Json) -> Json:
        asked = body["device_keys"]
        own = {f"{usage}s": {BOT: key} for usage, key in self._own.items()}
        return own | {
            "device_keys": {user: self._devices[user] for user in asked if user in self._devices},
            "failures": {},
        }

    async def _claim(self, request: web.Request, body: Json) -> Json:
        known = {member.user: member for member in self.members}
        asked = [known[user] for user in body["one_time_keys"]]
        keys = {member.user: {member.device: member.one_time_key()} for member in asked}
        return {"one_time_keys": keys, "failures": {}}

    async def _announce(self, request: web.Request, body: Json) -> Json:
        self._own = {usage: key for usage, key in body.items() if usage != "auth"}
        return {}

    async def _sign(self, request: web.Request, body: Json) -> Json:
        for device, signed in body[BOT].items():
            signatures = self._devices[BOT][device]["signatures"][BOT]
            signatures |= signed["signatures"][BOT]
        return {"failures": {}}


def event(room: str, sender: str, kind: str, content: Json) -> Json:
    return {
        "room_id": room,
        "sender": sender,
        "type": kind,
        "content": content,
        "origin_server_ts": round(time.time() * 1000),
    }


def answering(handler: Handler) -> Callable[[web.Request], Coroutine[Any, Any, web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        text = await request.text()
        return web.json_response(await handler(request, json.loads(text) if text else {}))

    return answer
