"""Room keys outlive the memory they are in: read when needed, kept apart by who sent them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from nio.crypto import InboundGroupSession, OutboundGroupSession
from nio.store import SqliteStore

from commonsbot.matrix import room_keys
from commonsbot.matrix.client import Client
from commonsbot.matrix.machine import Machine
from commonsbot.matrix.room_keys import KEPT_FOR, RoomKeys
from tests.matrix.machines import EVE, ROOM, Eve, new_client

MALLORY = "M" * 43
NOW = datetime(2026, 11, 26, tzinfo=UTC)
HELLO = {"type": "m.room.message", "content": {"msgtype": "m.text", "body": "bonjour"}}


@pytest.fixture
def keys(machine: Machine) -> RoomKeys:
    assert isinstance(machine.inbound_group_store, RoomKeys)
    return machine.inbound_group_store


@pytest.fixture
def restarted(client: Client, tmp_path: Path) -> Iterator[Machine]:
    """Another machine of the same device; by `load` it has what a restarted bot has."""
    again = new_client(tmp_path)
    assert isinstance(again.olm, Machine) and again.store
    yield again.olm
    again.store.database.close()


def key_of(session: OutboundGroupSession, sender_key: str, room: str = ROOM) -> InboundGroupSession:
    return InboundGroupSession(session.session_key, "ed25519", sender_key, room)


def take(machine: Machine, key: InboundGroupSession) -> None:
    """As nio does with one that came."""
    machine.inbound_group_store.add(key)
    machine.save_inbound_group_session(key)


def test_no_key_is_read_at_the_start(
    machine: Machine, eve: Eve, restarted: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.handle_to_device_event(eve.shares_room_key())
    event = eve.writes(HELLO)
    read: list[str] = []
    from_pickle = InboundGroupSession.from_pickle

    def counted(*values: Any) -> Any:
        read.append("one")
        return from_pickle(*values)

    monkeypatch.setattr(InboundGroupSession, "from_pickle", counted)
    restarted.load()
    assert not read  # plain nio: all there are
    assert restarted.decrypt_megolm_event(event).body == "bonjour"
    assert restarted.has_key_of(event)
    assert read == ["one"]


def test_memory_holds_a_number_of_keys_and_reads_the_others_again(
    machine: Machine, keys: RoomKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_keys, "AT_HAND", 3)
    sessions = [OutboundGroupSession() for _ in range(10)]
    for session in sessions:
        take(machine, key_of(session, EVE))
        keys.get(ROOM, EVE, "no session")
    assert len(keys._at_hand) == 3
    assert all(keys.get(ROOM, EVE, session.id) for session in sessions)
    assert {key.id for key in keys} == {session.id for session in sessions}


def test_who_sends_on_a_key_takes_no_place(machine: Machine, eve: Eve, restarted: Machine) -> None:
    share = eve.shares_room_key()
    session = eve.machine.outbound_group_sessions[ROOM]
    take(machine, key_of(session, MALLORY))  # she was given it, and was faster
    machine.handle_to_device_event(share)
    named = eve.writes(HELLO)
    unnamed = eve.writes(HELLO)
    unnamed.sender_key = unnamed.device_id = ""
    restarted.load()
    assert set(restarted.inbound_group_store.senders(ROOM, session.id)) == {
        MALLORY,
        eve.sender_key,
    }
    for event in (named, unnamed):
        opened = restarted.decrypt_megolm_event(event)  # plain nio: no session found
        assert opened.sender_key == eve.sender_key


def test_a_key_is_of_one_room(machine: Machine, keys: RoomKeys, restarted: Machine) -> None:
    session = OutboundGroupSession()
    for room in (ROOM, "!other:example.org"):
        take(machine, key_of(session, EVE, room))
    restarted.load()
    for store in (keys, restarted.inbound_group_store):
        found = store.get(ROOM, EVE, session.id)
        assert found and found.room_id == ROOM
        assert store.get("!third:example.org", EVE, session.id) is None


def test_the_key_that_opens_more_is_kept(
    machine: Machine, keys: RoomKeys, restarted: Machine
) -> None:
    session = OutboundGroupSession()
    session.mark_as_shared()
    whole = key_of(session, EVE)
    first = session.encrypt("au début")
    late = key_of(session, EVE)
    for key in (late, whole, late):
        take(machine, key)  # plain nio keeps the last
    restarted.load()
    for store in (keys, restarted.inbound_group_store):
        kept = store.get(ROOM, EVE, session.id)
        assert kept and kept.decrypt(first) == ("au début", 0)


def test_keys_out_of_use_are_forgotten(machine: Machine, keys: RoomKeys) -> None:
    used, idle, new = (OutboundGroupSession() for _ in range(3))
    for session in (used, idle):
        take(machine, key_of(session, EVE))
    assert keys.forget_unused(NOW) == 0
    keys.get(ROOM, EVE, used.id)
    assert keys.forget_unused(NOW + timedelta(days=1)) == 0
    take(machine, key_of(new, EVE))
    assert keys.forget_unused(NOW + KEPT_FOR + timedelta(hours=1)) == 1
    assert keys.get(ROOM, EVE, idle.id) is None
    assert keys.get(ROOM, EVE, used.id) and keys.get(ROOM, EVE, new.id)


def test_the_keys_of_an_earlier_version_are_taken_over(client: Client, tmp_path: Path) -> None:
    session = OutboundGroupSession()
    assert client.store
    SqliteStore.save_inbound_group_session(client.store, key_of(session, EVE))
    again = new_client(tmp_path)
    assert again.store and again.olm.inbound_group_store.get(ROOM, EVE, session.id)
    again.store.database.close()
    with closing(sqlite3.connect(tmp_path / "crypto.sqlite")) as database:
        assert not database.execute("SELECT * FROM megolminboundsessions").fetchall()
