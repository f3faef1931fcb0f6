"""A room key that could not be given to somebody: nobody else waits for it."""

import asyncio

import aiohttp
import pytest

from commonsbot.domain.ids import RoomId
from commonsbot.errors import UnreachableError
from commonsbot.matrix.client import Client
from commonsbot.matrix.key_share import ASK_AGAIN, ATTEMPTS
from tests.matrix.machines import EVE, ROOM, Answer, Homeserver

DEADLINE = 2.0


async def say(client: Client, room: RoomId) -> None:
    async with asyncio.timeout(DEADLINE):
        await client.say(room, {"msgtype": "m.text", "body": "bonjour"}, "txn")


NO_KEYS = Answer({"one_time_keys": {}, "failures": {}})


async def test_a_room_is_not_held_by_a_claim_that_failed(
    client: Client, homeserver: Homeserver, room: RoomId
) -> None:
    homeserver.answers["claim"] = [aiohttp.ClientPayloadError(), NO_KEYS]
    with pytest.raises(UnreachableError):
        await say(client, room)
    await say(client, room)  # plain nio: waits for ever


async def test_a_room_is_not_held_by_a_claim_that_was_given_up(
    client: Client, homeserver: Homeserver, room: RoomId
) -> None:
    homeserver.answers["claim"] = [asyncio.Event(), NO_KEYS]
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await client.say(room, {"msgtype": "m.text", "body": "bonjour"}, "txn")
    await say(client, room)


FAILURES = {
    "an error": Answer({"errcode": "M_UNKNOWN", "error": "no"}, 500),
    "a proxy's page": Answer({}, 502),
    "a rate limit": Answer({"errcode": "M_LIMIT_EXCEEDED", "error": "slow"}, 429),
    "no answer": aiohttp.ClientPayloadError(),
}


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.usefixtures("session")
async def test_a_key_that_was_not_delivered_is_sent_again_before_the_message(
    client: Client, homeserver: Homeserver, room: RoomId, failure: str
) -> None:
    homeserver.answers["sendToDevice"] = [FAILURES[failure], Answer({})]
    with pytest.raises(UnreachableError, match="room key"):
        await say(client, room)
    assert "send" not in homeserver.asked  # plain nio: sent, and Eve can't read it
    await say(client, room)
    assert homeserver.asked.count("sendToDevice") == 2
    shared = client.olm.outbound_group_sessions[ROOM].users_shared_with
    assert shared == {(EVE, "EVEDEVICE")}


@pytest.mark.usefixtures("session")
async def test_a_key_that_can_never_be_delivered_does_not_hold_the_room(
    client: Client, homeserver: Homeserver, room: RoomId
) -> None:
    homeserver.answers["sendToDevice"] = FAILURES["an error"]
    for _ in range(ATTEMPTS - 1):
        with pytest.raises(UnreachableError):
            await say(client, room)
    await say(client, room)
    assert client.olm.outbound_group_sessions[ROOM].max_age == ASK_AGAIN


async def test_a_device_without_one_time_keys_is_tried_again_in_an_hour(
    client: Client, homeserver: Homeserver, room: RoomId
) -> None:
    homeserver.answers["claim"] = NO_KEYS
    await say(client, room)
    await say(client, room)
    assert homeserver.asked == ["claim", "send", "send"]
    assert client.olm.outbound_group_sessions[ROOM].max_age == ASK_AGAIN  # plain nio: a week
