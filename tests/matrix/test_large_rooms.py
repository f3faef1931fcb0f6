"""The key of a room of hundreds of devices: few requests, few writes, one room after the other."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from nio import AsyncClient, MatrixRoom
from nio.crypto import OlmDevice
from vodozemac import Account

from commonsbot.matrix.client import Client
from commonsbot.matrix.machine import Machine
from tests.matrix.machines import BOT, ROOM, new_client

DEVICES = 250


@pytest.fixture
def users(machine: Machine) -> list[str]:
    """Members with a device each, to which the bot has a session."""
    devices = [_device(machine, number) for number in range(DEVICES)]
    machine.store.save_device_keys({device.user_id: {device.id: device} for device in devices})
    return [device.user_id for device in devices]


def _device(machine: Machine, number: int) -> OlmDevice:
    keys = Account()
    keys.generate_one_time_keys(1)
    [key] = keys.one_time_keys.values()
    curve25519 = keys.curve25519_key.to_base64()
    public = {"ed25519": keys.ed25519_key.to_base64(), "curve25519": curve25519}
    device = OlmDevice(f"@member{number}:example.org", f"DEVICE{number}", public)
    machine.device_store.add(device)
    machine.create_session(key.to_base64(), curve25519)
    return device


def shares(machine: Machine, users: list[str]) -> Any:
    return machine.share_group_session_parallel(ROOM, users, ignore_unverified_devices=True)


def sent(request: Any) -> set[tuple[str, str]]:
    """Who gets the key by this request."""
    devices, body = request
    assert len(devices) == sum(map(len, body["messages"].values()))
    return set(devices)


def test_a_key_leaves_in_few_requests(machine: Machine, users: list[str]) -> None:
    requests = [sent(request) for request in shares(machine, users)]
    assert len(requests) <= 3  # plain nio: 13
    assert len(set().union(*requests)) == DEVICES


def test_sessions_are_saved_before_the_key_leaves(
    machine: Machine, users: list[str], tmp_path: Path
) -> None:
    first = sent(next(shares(machine, users)))  # and now the bot is killed
    again = new_client(tmp_path)
    for user, id in first:
        key = again.olm.device_store[user][id].curve25519
        [kept], [used] = again.olm.session_store[key], machine.session_store[key]
        assert kept.use_time == used.use_time
        _, next_kept = kept.encrypt("x").to_parts()
        _, next_used = used.encrypt("x").to_parts()
        assert next_kept == next_used, "both go on from the same state"
    assert again.store
    again.store.database.close()


async def test_one_rooms_key_is_given_at_a_time(
    client: Client, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    sharing: set[str] = set()
    most = 0

    async def share(_: AsyncClient, room: str, **__: Any) -> None:
        nonlocal most
        sharing.add(room)
        most = max(most, len(sharing))
        await asyncio.sleep(0)
        sharing.discard(room)
        machine.create_outbound_group_session(room)

    monkeypatch.setattr(AsyncClient, "share_group_session", share)
    rooms = [f"!room{number}:example.org" for number in range(5)]
    client.rooms |= {room: MatrixRoom(room, BOT, encrypted=True) for room in rooms}
    await asyncio.gather(*map(client.share_group_session, rooms))
    assert most == 1
