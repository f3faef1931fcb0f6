"""Two devices without a homeserver: the bot's, and another one that may be hostile."""

import asyncio
import json
from base64 import b64encode
from pathlib import Path
from typing import Any

from nio import MegolmEvent, ToDeviceEvent
from nio.crypto import Olm, OlmDevice
from nio.store import SqliteMemoryStore
from unpaddedbase64 import decode_base64
from vodozemac import AnyOlmMessage

from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import Identity
from commonsbot.matrix.machine import Machine

BOT = "@bot:example.org"
EVE = "@eve:example.org"
ROOM = "!room:example.org"


def new_client(folder: Path, *, strict: bool = False) -> Client:
    """A client that is logged in, towards a homeserver that there is not."""
    client = Client("http://127.0.0.1:9", BOT, folder, "a pickle key", strict=strict)
    client.restore_login(BOT, "BOTDEVICE", "a token")
    return client


class Eve:
    """Somebody else's device, with an Olm session to the bot's `machine`."""

    def __init__(self, machine: Machine) -> None:
        self.machine = Olm(EVE, "EVEDEVICE", SqliteMemoryStore(EVE, "EVEDEVICE"))
        self._bot = OlmDevice(
            machine.user_id, machine.device_id, dict(machine.account.identity_keys)
        )
        self.device = OlmDevice(EVE, "EVEDEVICE", dict(self.machine.account.identity_keys))
        machine.device_store.add(self.device)
        machine.store.save_device_keys({EVE: {"EVEDEVICE": self.device}})
        self.begins_again(machine)

    def begins_again(self, machine: Machine) -> None:
        """A new session, with another of the bot's one-time keys."""
        machine.account.generate_one_time_keys(1)
        key = next(iter(machine.account.one_time_keys["curve25519"].values()))
        machine.account.mark_keys_as_published()
        self._session = self.machine.create_session(key, self._bot.curve25519)

    def opens(self, sealed: dict[str, Any]) -> str:
        """The kind of what the bot's device sends hers."""
        message = AnyOlmMessage.from_parts(sealed["type"], decode_base64(sealed["body"]))
        return str(json.loads(self._session.decrypt(message))["type"])

    @property
    def sender_key(self) -> str:
        return str(self.device.curve25519)

    @property
    def machine_key(self) -> str:
        """What the bot's device is written to by."""
        return str(self._bot.curve25519)

    def device_keys(self) -> dict[str, Any]:
        """As the homeserver publishes them."""
        keys: dict[str, Any] = self.machine.share_keys()["device_keys"]
        return keys

    def published(self, identity: Identity | None = None, *, signed: bool = True) -> dict[str, Any]:
        """What the homeserver answers about her: her device, maybe `signed`, and her identity."""
        device = self.device_keys()
        found: dict[str, Any] = {"failures": {}, "device_keys": {EVE: {"EVEDEVICE": device}}}
        if identity is None:
            return found
        if signed:
            device["signatures"][EVE] |= identity.vouched(device)["signatures"][EVE]
        keys = identity.announcement()
        return found | {f"{name}s": {EVE: key} for name, key in keys.items()}

    def payload(self, kind: str) -> dict[str, Any]:
        """What an Olm message holds (spec, "m.olm.v1.curve25519-aes-sha2")."""
        return {
            "type": kind,
            "content": {},
            "sender": EVE,
            "recipient": self._bot.user_id,
            "recipient_keys": {"ed25519": self._bot.ed25519},
            "keys": {"ed25519": self.device.ed25519},
        }

    def says(self, kind: str, content: Any) -> Any:
        """A to-device message, encrypted for the bot."""
        sealed = self.machine._olm_encrypt(self._session, self._bot, kind, content)
        return to_device(sealed)

    def says_raw(self, payload: str) -> Any:
        """The same, of a payload that follows no rule."""
        kind, text = self._session.encrypt(payload).to_parts()
        return olm(self.sender_key, {self._bot.curve25519: {"type": kind, "body": b64(text)}})

    def shares_room_key(self) -> Any:
        """The to-device message with the key of the room's next messages."""
        self.machine.create_outbound_group_session(ROOM)
        session = self.machine.outbound_group_sessions[ROOM]
        session.shared = True
        content = {
            "algorithm": "m.megolm.v1.aes-sha2",
            "room_id": ROOM,
            "session_id": session.id,
            "session_key": session.session_key,
        }
        return self.says("m.room_key", content)

    def writes(self, payload: Any) -> MegolmEvent:
        """A message to the room, under the key shared last."""
        session = self.machine.outbound_group_sessions[ROOM]
        content = {
            "algorithm": "m.megolm.v1.aes-sha2",
            "sender_key": self.sender_key,
            "device_id": "EVEDEVICE",
            "session_id": session.id,
            "ciphertext": session.encrypt(json.dumps(payload)),
        }
        event = MegolmEvent.from_dict(room_event(content))
        event.room_id = ROOM
        return event


def room_event(content: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "m.room.encrypted",
        "event_id": f"$event{len(str(content))}",
        "sender": EVE,
        "origin_server_ts": 1,
        "content": content,
    }


def olm(sender_key: str, ciphertext: Any) -> Any:
    algorithm = "m.olm.v1.curve25519-aes-sha2"
    return to_device({"algorithm": algorithm, "sender_key": sender_key, "ciphertext": ciphertext})


def to_device(content: dict[str, Any], kind: str = "m.room.encrypted") -> Any:
    return ToDeviceEvent.parse_event({"type": kind, "sender": EVE, "content": content})


def b64(data: bytes) -> str:
    """Unpadded, as everywhere in Matrix."""
    return b64encode(data).decode().rstrip("=")


class Answer:
    """What nio needs of an HTTP answer."""

    def __init__(self, body: Any, status: int = 200) -> None:
        self._body = body
        self.status = status
        self.headers: dict[str, str] = {}
        self.content_type = "application/json"
        self.content_disposition = None

    async def json(self, **_: Any) -> Any:
        return self._body


class Homeserver:
    """Answers by the last word of the path; a list gives one answer after the other."""

    def __init__(self, client: Client) -> None:
        self.answers: dict[str, Any] = {"send": Answer({"event_id": "$sent"})}
        self.asked: list[str] = []
        self.bodies: list[Any] = []
        """What came with each question."""
        client.send = self._send

    async def _send(self, _method: str, path: str, data: str = "", *_: Any, **__: Any) -> Any:
        words = ("m.room_key.withheld", "sendToDevice", "claim", "query", "send")
        word = next(w for w in words if f"/{w}" in path)
        self.asked.append(word)
        self.bodies.append(json.loads(data))
        answer = self.answers[word]
        answer = answer.pop(0) if isinstance(answer, list) else answer
        if isinstance(answer, BaseException):
            raise answer
        if isinstance(answer, asyncio.Event):
            await answer.wait()
        return answer
