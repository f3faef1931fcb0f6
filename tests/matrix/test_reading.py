"""One event that can't be read is passed over, and not the others."""

import pytest
from nio import Event, MatrixRoom

from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.messages import Incoming
from commonsbot.domain.rooms import Room
from commonsbot.matrix import reading
from commonsbot.matrix.client import Client
from commonsbot.matrix.events import Content, text_of
from commonsbot.matrix.reading import Reading
from commonsbot.matrix.rooms import Rooms
from tests.matrix.machines import BOT, EVE, ROOM

SERVED = Room(id=RoomId(ROOM), name="", alias="", direct=False, encrypted=False)


def said(text: str) -> Event:
    source = {
        "type": "m.room.message",
        "event_id": f"${text}",
        "sender": EVE,
        "origin_server_ts": 1,
        "content": {"msgtype": "m.text", "body": text},
    }
    return Event.parse_event(source)


async def welcome(user: UserId) -> bool:
    return True


async def test_what_nobody_thought_of_does_not_stop_the_bot(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    client.rooms[ROOM] = MatrixRoom(ROOM, BOT)

    def surprised(content: Content) -> str | None:
        if content["body"] == "une surprise":
            raise TypeError("a content of no kind")
        return text_of(content)

    monkeypatch.setattr(reading, "text_of", surprised)
    rooms = Reading(client, Rooms(client), {SERVED.id: SERVED}, UserId(BOT), welcome)
    read = await rooms.read(SERVED.id, [said("avant"), said("une surprise"), said("après")])
    assert [message.text for message in read if isinstance(message, Incoming)] == ["avant", "après"]
    assert "event not read" in caplog.messages
