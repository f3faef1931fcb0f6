"""Devices that come back, and events that do not say which device they are from."""

from typing import Any

import pytest
from nio import KeysQueryResponse, MegolmEvent, RoomMessageText

from commonsbot.matrix.client import Client
from commonsbot.matrix.machine import Machine
from tests.matrix.machines import EVE, ROOM, Answer, Eve

HELLO = {"type": "m.room.message", "content": {"msgtype": "m.text", "body": "bonjour"}}


def test_a_device_that_is_listed_again_gets_keys_again(machine: Machine, eve: Eve) -> None:
    keys = eve.device_keys()
    for devices in ({"EVEDEVICE": keys}, {}, {"EVEDEVICE": keys}):
        machine.handle_response(KeysQueryResponse({EVE: dict(devices)}, {}))
        active = [device.id for device in machine.device_store.active_user_devices(EVE)]
        assert active == list(devices)  # plain nio: never again
    kept = machine.store.load_device_keys()[EVE]["EVEDEVICE"]
    assert not kept.deleted


@pytest.mark.parametrize("order", ["key first", "message first"])
async def test_an_event_that_names_no_device_is_read(
    client: Client, machine: Machine, eve: Eve, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    room_key = eve.shares_room_key()
    event = unnamed(eve.writes(HELLO))
    if order == "key first":
        machine.handle_to_device_event(room_key)

    async def send(*_: Any, **__: Any) -> Answer:
        return Answer(synced(event))

    monkeypatch.setattr(client, "send", send)
    response: Any = await client.sync()
    [read] = response.rooms.join[ROOM].timeline.events
    if order == "message first":
        assert isinstance(read, MegolmEvent)  # plain nio: a BadEvent, of no use
        assert not machine.has_key_of(read)
        machine.handle_to_device_event(room_key)
        assert machine.has_key_of(read)
        read = client.decrypt_event(read)
    assert isinstance(read, RoomMessageText)
    assert read.sender_key == eve.sender_key
    assert EVE not in machine.users_for_key_query


def unnamed(event: MegolmEvent) -> dict[str, Any]:
    """The event as clients will send it (MSC4381)."""
    source: dict[str, Any] = event.source
    for name in ("sender_key", "device_id"):
        del source["content"][name]
    return source


def synced(event: dict[str, Any]) -> dict[str, Any]:
    timeline = {"events": [event], "limited": False, "prev_batch": "t1"}
    return {"next_batch": "s1", "rooms": {"join": {ROOM: {"timeline": timeline}}}}
