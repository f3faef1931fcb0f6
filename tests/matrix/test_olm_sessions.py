"""Sessions with other devices: read when needed, and never twice in memory."""

import gc

import pytest
from nio.crypto import OlmDevice

from commonsbot.matrix import olm_sessions
from commonsbot.matrix.machine import Machine
from commonsbot.matrix.olm_sessions import OlmSessions
from tests.matrix.machines import EVE, Eve


@pytest.fixture
def sessions(machine: Machine, eve: Eve) -> OlmSessions:
    """The bot's, one of them with Eve's device."""
    machine.handle_to_device_event(eve.says("m.dummy", {}))
    assert isinstance(machine.session_store, OlmSessions)
    return machine.session_store


def crowd_out(sessions: OlmSessions) -> None:
    """Asks for so many others that none is in memory."""
    for number in range(olm_sessions.AT_HAND + 1):
        sessions.get(f"another device {number}")
    gc.collect()


def test_a_session_is_read_again_as_it_was_left(
    machine: Machine, eve: Eve, sessions: OlmSessions
) -> None:
    for _ in range(3):
        session = sessions.get(eve.sender_key)
        assert session
        device = OlmDevice(EVE, "EVEDEVICE", dict(eve.device.keys))
        sealed = machine._olm_encrypt(session, device, "m.dummy", {})
        del session
        crowd_out(sessions)
        [parts] = sealed["ciphertext"].values()
        assert eve.opens(parts) == "m.dummy"
        assert machine.handle_to_device_event(eve.says("m.dummy", {}))
        crowd_out(sessions)


def test_a_session_in_use_is_never_there_twice(eve: Eve, sessions: OlmSessions) -> None:
    in_use = sessions.get(eve.sender_key)
    crowd_out(sessions)
    assert sessions.get(eve.sender_key) is in_use


def test_memory_holds_a_number_of_them(sessions: OlmSessions) -> None:
    crowd_out(sessions)
    assert len(sessions._at_hand) == olm_sessions.AT_HAND
    assert not sessions._in_use


def test_the_session_used_last_is_used_next(
    machine: Machine, eve: Eve, sessions: OlmSessions
) -> None:
    first = sessions.get(eve.sender_key)
    assert first
    eve.begins_again(machine)
    machine.handle_to_device_event(eve.says("m.dummy", {}))
    second = sessions.get(eve.sender_key)
    assert second and second.id != first.id
    known = {session.id for session in sessions[eve.sender_key]}
    assert known == {first.id, second.id}
    del first
    second_id = second.id
    del second
    machine.load()
    again = machine.session_store.get(eve.sender_key)
    assert again and again.id == second_id
