"""A sync is read for what is right in it, and what is wrong costs nothing else."""

import copy
from typing import Any

import pytest
from nio import InviteMemberEvent, RoomMessageText, SyncResponse

from commonsbot.matrix.client import Client
from tests.matrix.machines import BOT, EVE, ROOM, Answer

MESSAGE = {
    "type": "m.room.message",
    "event_id": "$1",
    "sender": EVE,
    "origin_server_ts": 1,
    "content": {"msgtype": "m.text", "body": "bonjour"},
}
INVITE = {
    "type": "m.room.member",
    "state_key": BOT,
    "sender": EVE,
    "content": {"membership": "invite"},
}
WRONG: dict[str, Any] = {
    "presence": {"presence": {"events": [{"type": "m.presence"}]}},
    "account data": {"account_data": {"events": [{"type": "m.direct", "content": 1}]}},
    "device lists": {"device_lists": {"changed": [None, 7], "left": "nobody"}},
    "key counts": {"device_one_time_keys_count": {"signed_curve25519": "many"}},
    "a to-device event": {"to_device": {"events": [None, {"type": 1}, {"content": []}]}},
    "rooms left": {"rooms": {"leave": {"!left:x": {}, "!gone:x": None}}},
    "a knock": {"rooms": {"knock": 5}},
}


@pytest.fixture
def synced(client: Client, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Gives the client a sync, and what it made of it."""

    async def synced(body: dict[str, Any]) -> Any:
        async def send(*_: Any, **__: Any) -> Answer:
            return Answer({"next_batch": "s1"} | copy.deepcopy(body))  # nio takes it apart

        monkeypatch.setattr(client, "send", send)
        return await client.sync()

    return synced


def room(*events: Any, **more: Any) -> dict[str, Any]:
    return {"rooms": {"join": {ROOM: {"timeline": {"events": list(events)}, **more}}}}


@pytest.mark.parametrize("part", WRONG)
async def test_a_wrong_part_costs_nothing_else(synced: Any, part: str) -> None:
    body = room(MESSAGE)
    body["rooms"] |= WRONG[part].get("rooms", {})
    response = await synced(WRONG[part] | body)
    assert isinstance(response, SyncResponse)
    [event] = response.rooms.join[ROOM].timeline.events
    assert isinstance(event, RoomMessageText)


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        {},
        MESSAGE | {"content": "bonjour"},
        MESSAGE | {"origin_server_ts": "today"},
        MESSAGE | {"unsigned": {"prev_content": "none"}},
        MESSAGE | {"sender": None},
    ],
)
async def test_a_malformed_event_is_dropped_alone(
    synced: Any, wrong: Any, caplog: pytest.LogCaptureFixture
) -> None:
    response = await synced(room(wrong, MESSAGE, account_data=1, summary={"m.heroes": 5}))
    assert [event.body for event in response.rooms.join[ROOM].timeline.events] == ["bonjour"]
    assert "malformed events dropped" in caplog.messages


@pytest.mark.parametrize(
    "odd", [None, {"type": 7}, INVITE | {"unsigned": []}, INVITE | {"content": 0}]
)
async def test_a_strangers_invite_is_read_for_what_is_right_in_it(synced: Any, odd: Any) -> None:
    states = {"!ill:x": {"events": [odd, INVITE]}, "!none:x": "no state"}
    invites = {id: {"invite_state": state} for id, state in states.items()}
    response = await synced({"rooms": {"invite": invites}})
    event = response.rooms.invite["!ill:x"].invite_state[-1]
    assert isinstance(event, InviteMemberEvent)
    assert response.rooms.invite["!none:x"].invite_state == []
