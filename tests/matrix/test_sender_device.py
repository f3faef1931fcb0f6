"""Which device a message really comes from, whatever the homeserver says of its sender."""

from typing import Any

import pytest
from nio import KeysQueryResponse, MegolmEvent, RoomMessageText

from commonsbot.domain.devices import SenderDevice
from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import Identity, Seeds
from commonsbot.matrix.machine import Machine
from tests.matrix.machines import EVE, ROOM, Answer, Eve, Homeserver, b64

CLAIRE = "@claire:example.org"
COMMAND = {"type": "m.room.message", "content": {"msgtype": "m.text", "body": "!lettre maintenant"}}


@pytest.fixture
def homeserver(client: Client, eve: Eve) -> Homeserver:
    homeserver = Homeserver(client)
    homeserver.answers["query"] = Answer(eve.published())
    return homeserver


def command(machine: Machine, eve: Eve) -> MegolmEvent:
    """Eve's command, still encrypted, whose key the bot has."""
    machine.handle_to_device_event(eve.shares_room_key())
    return eve.writes(COMMAND)


async def device_of(client: Client, event: MegolmEvent) -> SenderDevice:
    return await client.sender_device(client.decrypt_event(event))


@pytest.mark.usefixtures("homeserver")
async def test_a_listed_device_is_told_from_a_signed_one(
    client: Client, machine: Machine, homeserver: Homeserver, eve: Eve
) -> None:
    assert await device_of(client, command(machine, eve)) is SenderDevice.UNSIGNED
    homeserver.answers["query"] = Answer(eve.published(Identity(EVE, Seeds.fresh())))
    machine.add_changed_users({EVE})
    await client.keys_query()
    assert await device_of(client, eve.writes(COMMAND)) is SenderDevice.SIGNED


@pytest.mark.usefixtures("homeserver")
async def test_a_message_said_to_be_of_another_comes_from_no_device_of_hers(
    client: Client, machine: Machine, eve: Eve
) -> None:
    forged = command(machine, eve)
    forged.sender = forged.source["sender"] = CLAIRE
    assert isinstance(client.decrypt_event(forged), RoomMessageText)  # it reads all right
    assert await device_of(client, eve_says_she_is_claire(eve)) is SenderDevice.FOREIGN


def eve_says_she_is_claire(eve: Eve) -> MegolmEvent:
    event = eve.writes(COMMAND)
    event.sender = event.source["sender"] = CLAIRE
    return event


@pytest.mark.usefixtures("homeserver")
async def test_a_device_that_was_deleted_is_nobodys(
    client: Client, machine: Machine, eve: Eve
) -> None:
    event = command(machine, eve)
    machine.handle_response(KeysQueryResponse({EVE: {}}, {}))
    assert await device_of(client, event) is SenderDevice.FOREIGN


@pytest.mark.usefixtures("homeserver")
async def test_an_event_that_names_no_device_is_of_the_one_its_key_came_from(
    client: Client, machine: Machine, eve: Eve
) -> None:
    event = command(machine, eve)
    event.sender_key = event.device_id = ""
    assert await device_of(client, event) is SenderDevice.UNSIGNED


@pytest.mark.usefixtures("homeserver")
async def test_a_key_that_somebody_else_passes_on_changes_nothing(
    client: Client, machine: Machine, eve: Eve
) -> None:
    event = command(machine, eve)
    key = eve.machine.outbound_group_sessions[ROOM]
    for other in (b64(bytes(32)), b64(bytes(31) + b"1")):
        machine.create_group_session(other, eve.device.ed25519, ROOM, key.id, key.session_key)
    event.sender_key = event.device_id = ""
    assert await device_of(client, event) is SenderDevice.UNSIGNED


@pytest.mark.usefixtures("homeserver")
async def test_a_key_that_came_by_another_device_proves_nothing(
    client: Client, machine: Machine, eve: Eve
) -> None:
    event = command(machine, eve)
    session = machine.inbound_group_store.get(ROOM, eve.sender_key, event.session_id)
    session.forwarding_chain.append("a stranger's key")
    assert await device_of(client, event) is SenderDevice.FOREIGN


async def test_a_message_in_clear_comes_from_no_device(client: Client) -> None:
    source = COMMAND | {"event_id": "$1", "sender": EVE, "origin_server_ts": 1}
    in_clear: Any = RoomMessageText.from_dict(source)
    assert await client.sender_device(in_clear) is SenderDevice.NONE


async def test_a_new_device_is_asked_for_before_it_is_judged(
    client: Client, machine: Machine, homeserver: Homeserver, eve: Eve
) -> None:
    event = command(machine, eve)
    machine.device_store._entries.clear()
    assert await device_of(client, event) is SenderDevice.UNSIGNED
    assert homeserver.asked == ["query"]


async def test_a_homeserver_that_does_not_answer_makes_no_device_known(
    client: Client, machine: Machine, homeserver: Homeserver, eve: Eve
) -> None:
    event = command(machine, eve)
    machine.device_store._entries.clear()
    homeserver.answers["query"] = TimeoutError()
    assert await device_of(client, event) is SenderDevice.FOREIGN
