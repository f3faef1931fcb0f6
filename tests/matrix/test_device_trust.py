"""Devices that their owners have signed, and those that they have not."""

import asyncio
import logging
from copy import deepcopy
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from commonsbot.domain.devices import Doubt, DoubtfulDevice
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import Identity, Json, Seeds
from commonsbot.matrix.keys import KeyUpkeep
from commonsbot.matrix.machine import Machine
from tests.matrix.machines import EVE, ROOM, Answer, Eve, Homeserver, new_client

pytestmark = pytest.mark.usefixtures("session")

is_strict = pytest.mark.parametrize("strict", [True], ids=["strict"])

DEVICE = (EVE, "EVEDEVICE")
WITHHELD = "m.room_key.withheld"


@pytest.fixture
def identity() -> Identity:
    return Identity(EVE, Seeds.fresh())


@pytest.fixture
def homeserver(client: Client) -> Homeserver:
    """Takes everything; what it answers about Eve is each test's."""
    homeserver = Homeserver(client)
    homeserver.answers |= {"sendToDevice": Answer({}), WITHHELD: Answer({})}
    return homeserver


async def learn(client: Client, homeserver: Homeserver, published: Json) -> None:
    """Eve's devices changed, and the bot asks for them."""
    homeserver.answers["query"] = Answer(deepcopy(published))
    client.olm.add_changed_users({EVE})
    await client.keys_query()


async def say(client: Client, room: RoomId) -> None:
    async with asyncio.timeout(2):
        await client.say(room, {"msgtype": "m.text", "body": "bonjour"}, "txn")


def session_id(client: Client) -> str:
    return str(client.olm.outbound_group_sessions[ROOM].id)


@is_strict
async def test_a_device_that_is_not_signed_gets_no_key_and_is_told_once(
    client: Client, homeserver: Homeserver, room: RoomId, eve: Eve, identity: Identity
) -> None:
    await learn(client, homeserver, eve.published(identity, signed=False))
    await say(client, room)
    await say(client, room)
    assert homeserver.asked == ["query", WITHHELD, "send", "send"]
    assert homeserver.bodies[1]["messages"][EVE]["EVEDEVICE"] == {
        "algorithm": "m.megolm.v1.aes-sha2",
        "code": "m.unverified",
        "reason": "The bot sends its keys only to devices that their owner has signed.",
        "room_id": ROOM,
        "sender_key": client.olm.account.identity_keys["curve25519"],
        "session_id": session_id(client),
    }
    client.invalidate_outbound_session(ROOM)
    await say(client, room)
    assert homeserver.asked.count(WITHHELD) == 2, "each key is another"


@is_strict
async def test_a_signed_device_gets_the_key(
    client: Client, homeserver: Homeserver, room: RoomId, eve: Eve, identity: Identity
) -> None:
    await learn(client, homeserver, eve.published(identity))
    await say(client, room)
    assert homeserver.asked == ["query", "sendToDevice", "send"]
    assert client.olm.outbound_group_sessions[ROOM].users_shared_with == {DEVICE}


@is_strict
async def test_a_device_signed_later_gets_the_next_key(
    client: Client, homeserver: Homeserver, room: RoomId, eve: Eve, identity: Identity
) -> None:
    await learn(client, homeserver, eve.published())
    await say(client, room)
    before = session_id(client)
    await learn(client, homeserver, eve.published(identity))
    await say(client, room)
    assert session_id(client) != before
    assert client.olm.outbound_group_sessions[ROOM].users_shared_with == {DEVICE}


@is_strict
async def test_what_an_identity_signed_counts_no_longer_once_it_is_replaced(
    client: Client,
    homeserver: Homeserver,
    room: RoomId,
    eve: Eve,
    identity: Identity,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await learn(client, homeserver, eve.published(identity))
    await say(client, room)
    signed_by_the_old = eve.published(identity)["device_keys"]
    other = Identity(EVE, Seeds.fresh())
    await learn(client, homeserver, eve.published(other) | {"device_keys": signed_by_the_old})
    await say(client, room)
    assert homeserver.asked[-2:] == [WITHHELD, "send"]
    [warning] = [r for r in caplog.records if "identity has changed" in r.getMessage()]
    assert warning.__dict__["sender"] == EVE


async def test_a_change_of_identity_is_noticed_after_a_restart(
    client: Client,
    homeserver: Homeserver,
    eve: Eve,
    identity: Identity,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await learn(client, homeserver, eve.published(identity))
    again = new_client(tmp_path)
    other = Homeserver(again)
    await learn(again, other, eve.published(identity))
    assert "identity has changed" not in caplog.text
    await learn(again, other, eve.published(Identity(EVE, Seeds.fresh())))
    assert "identity has changed" in caplog.text
    assert again.store
    again.store.database.close()
    await again.close()


def other_self_signing_key(published: Json) -> None:
    stranger = Identity(EVE, Seeds.fresh()).announcement()
    published["self_signing_keys"][EVE] = stranger["self_signing_key"]


def unsigned_self_signing_key(published: Json) -> None:
    published["self_signing_keys"][EVE]["signatures"] = {}


def master_key_of_another(published: Json) -> None:
    published["master_keys"][EVE]["user_id"] = "@mallory:example.org"


def key_for_another_use(published: Json) -> None:
    published["master_keys"][EVE]["usage"] = ["self_signing"]


def changed_after_it_was_signed(published: Json) -> None:
    published["device_keys"][EVE]["EVEDEVICE"]["algorithms"].append("m.other")


def malformed(published: Json) -> None:
    published["self_signing_keys"][EVE] = {"keys": ["ed25519"], "signatures": 1}


@pytest.mark.parametrize(
    "spoil",
    [
        other_self_signing_key,
        unsigned_self_signing_key,
        master_key_of_another,
        key_for_another_use,
        changed_after_it_was_signed,
        malformed,
    ],
)
async def test_a_broken_chain_is_no_signature(
    client: Client, homeserver: Homeserver, room: RoomId, eve: Eve, identity: Identity, spoil: Any
) -> None:
    published = eve.published(identity)
    await learn(client, homeserver, published)
    assert client.doubtful_devices(room) == []
    spoil(published)
    await learn(client, homeserver, published)
    assert [each.device for each in client.doubtful_devices(room)] == ["EVEDEVICE"]


@pytest.mark.parametrize("strict", [True, False])
async def test_each_doubtful_device_is_listed_with_the_reason(
    client: Client,
    homeserver: Homeserver,
    room: RoomId,
    eve: Eve,
    identity: Identity,
    strict: bool,
) -> None:
    def doubt(why: Doubt) -> list[DoubtfulDevice]:
        return [DoubtfulDevice(UserId(EVE), "EVEDEVICE", "", why, left_out=strict)]

    assert client.doubtful_devices(room) == doubt(Doubt.UNKNOWN)
    await learn(client, homeserver, eve.published())
    assert client.doubtful_devices(room) == doubt(Doubt.NO_IDENTITY)
    await learn(client, homeserver, eve.published(identity, signed=False))
    assert client.doubtful_devices(room) == doubt(Doubt.UNSIGNED)
    await learn(client, homeserver, eve.published(identity))
    assert client.doubtful_devices(room) == []


async def test_by_default_an_unsigned_device_gets_the_key_and_the_log_says_so_once(
    client: Client,
    homeserver: Homeserver,
    room: RoomId,
    eve: Eve,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await learn(client, homeserver, eve.published())
    for _ in range(2):
        client.invalidate_outbound_session(ROOM)
        await say(client, room)
    assert homeserver.asked.count("sendToDevice") == 2
    assert WITHHELD not in homeserver.asked
    warnings = [r for r in caplog.records if r.levelno == logging.WARNING]
    [warning] = [r for r in warnings if "not signed by its owner" in r.getMessage()]
    assert warning.__dict__["device"] == "EVEDEVICE"
    assert client.olm.store.load_device_keys()[EVE]["EVEDEVICE"].ignored, "kept for the restart"


@is_strict
async def test_those_left_out_are_told_later_when_they_can_not_be_now(
    client: Client, homeserver: Homeserver, room: RoomId, eve: Eve
) -> None:
    await learn(client, homeserver, eve.published())
    homeserver.answers[WITHHELD] = [aiohttp.ClientPayloadError(), Answer({})]
    await say(client, room)
    assert homeserver.asked[-2:] == [WITHHELD, "send"], "the room does not wait for it"
    client.olm.uploaded_key_count = client.olm.account.max_one_time_keys
    client.olm.account.shared = True
    for _ in range(2):
        await KeyUpkeep(client).once()
    assert homeserver.asked.count(WITHHELD) == 2


@is_strict
async def test_who_is_left_out_of_two_keys_is_told_of_both(
    client: Client, homeserver: Homeserver, room: RoomId, eve: Eve
) -> None:
    await learn(client, homeserver, eve.published())
    homeserver.answers[WITHHELD] = aiohttp.ClientPayloadError()
    await say(client, room)
    first = session_id(client)
    client.invalidate_outbound_session(ROOM)
    await say(client, room)
    homeserver.answers[WITHHELD] = Answer({})
    homeserver.bodies.clear()
    await client.tell_left_out()
    told = [body["messages"][EVE]["EVEDEVICE"]["session_id"] for body in homeserver.bodies]
    assert told == [first, session_id(client)]


@is_strict
async def test_no_one_time_key_is_used_up_for_a_device_that_is_left_out(
    client: Client, machine: Machine, homeserver: Homeserver, room: RoomId, eve: Eve
) -> None:
    await learn(client, homeserver, eve.published())
    machine.store.database.execute_sql("DELETE FROM olmsessions")
    machine.session_store = machine.store.load_sessions()
    await say(client, room)
    assert "claim" not in homeserver.asked


async def test_who_changed_a_device_is_asked_for_before_the_next_message(
    client: Client, homeserver: Homeserver, room: RoomId, eve: Eve
) -> None:
    homeserver.answers["query"] = Answer(eve.published())
    client.olm.add_changed_users({EVE})
    await say(client, room)
    assert homeserver.asked == ["query", "sendToDevice", "send"]


async def test_a_change_during_the_question_is_asked_for_too(
    client: Client, eve: Eve, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def send(*_: Any, **__: Any) -> Answer:
        client.olm.add_changed_users({EVE})
        return Answer(eve.published())

    monkeypatch.setattr(client, "send", send)
    client.olm.add_changed_users({EVE})
    await client.keys_query()
    assert client.should_query_keys  # plain nio: forgotten until the next start
