"""A message fetched because somebody asked for it."""

from pathlib import Path
from typing import Any

import pytest

from commonsbot.domain.ids import EventId, RoomId
from commonsbot.errors import RefusedError
from commonsbot.matrix.quotes import Quotes
from tests.matrix.machines import ROOM, new_client

EVENT = EventId("$event")


def message(body: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "m.room.message",
        "sender": "@anne:example.org",
        "origin_server_ts": 1_000,
        "content": {"msgtype": "m.text", "body": body},
        **more,
    }


def edited(by: str) -> dict[str, Any]:
    new = {"msgtype": "m.text", "body": "après"}
    relation = {"rel_type": "m.replace", "event_id": EVENT}
    edit = message("* après", content={"m.new_content": new, "m.relates_to": relation, **new})
    return {"m.relations": {"m.replace": edit | {"sender": by}}}


@pytest.fixture
async def quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    client = new_client(tmp_path)
    answers: list[dict[str, Any]] = []

    async def call(method: str, path: str, body: object = None) -> dict[str, Any]:
        if not answers:
            raise RefusedError("not found", "M_NOT_FOUND")
        return answers.pop()

    monkeypatch.setattr(client, "call", call)
    quotes = Quotes(client)

    async def said(*events: dict[str, Any]) -> Any:
        answers.extend(events)
        return await quotes.said(RoomId(ROOM), EVENT)

    yield said
    await client.close()


async def test_a_message_reads_as_its_author_last_wrote_it(quotes: Any) -> None:
    said = await quotes(message("avant", unsigned=edited("@anne:example.org")))
    assert (said.text, said.sender) == ("après", "@anne:example.org")
    assert (await quotes(message("avant", unsigned=edited("@eve:example.org")))).text == "avant"


async def test_what_is_gone_or_no_message_is_nothing(quotes: Any) -> None:
    assert await quotes() is None
    assert await quotes(message("", content={})) is None
    assert await quotes(message("x", type="m.room.topic")) is None
    assert await quotes({"type": "m.room.encrypted", "content": {"algorithm": 3}}) is None
