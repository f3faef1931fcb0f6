"""Other people's devices are kept as nio keeps them, and read in no time."""

import time

import pytest
from nio.crypto import OlmDevice, TrustState
from nio.store import SqliteStore

from commonsbot.matrix.client import Client
from commonsbot.matrix.crypto_store import CryptoStore
from commonsbot.matrix.machine import Machine
from tests.matrix.machines import EVE


@pytest.fixture
def store(client: Client) -> CryptoStore:
    assert client.store
    return client.store


def device(number: int, user: str = EVE) -> OlmDevice:
    keys = {"ed25519": f"ed{number}", "curve25519": f"curve{number}"}
    return OlmDevice(user, f"DEVICE{number}", keys, f"Téléphone {number}")


def keep(store: CryptoStore, *devices: OlmDevice) -> None:
    store.save_device_keys({d.user_id: {d.id: d} for d in devices})


def test_devices_and_their_trust_are_what_nio_would_read(store: CryptoStore) -> None:
    gone, trusted, renamed = device(1), device(2, "@anne:example.org"), device(3, "@luc:x")
    keep(store, gone, trusted, renamed)
    gone.deleted = True
    renamed.display_name = "Ordinateur"
    keep(store, gone, renamed)
    store.verify_device(trusted)
    read = store.load_device_keys()
    assert set(map(str, read)) == set(map(str, SqliteStore.load_device_keys(store)))
    assert read[EVE]["DEVICE1"].deleted
    assert read["@luc:x"]["DEVICE3"].display_name == "Ordinateur"
    assert read["@anne:example.org"]["DEVICE2"].trust_state is TrustState.verified


@pytest.mark.parametrize(
    ("verb", "state"),
    [("verify", "verified"), ("blacklist", "blacklisted"), ("ignore", "ignored")],
)
def test_the_trust_in_a_device_is_known_at_once(store: CryptoStore, verb: str, state: str) -> None:
    known = device(1)
    keep(store, known)
    assert not getattr(store, f"is_device_{state}")(known)
    getattr(store, f"{verb}_device")(known)
    for it in (known, store.load_device_keys()[EVE]["DEVICE1"]):
        assert getattr(store, f"is_device_{state}")(it)
    getattr(store, f"un{verb}_device")(known)
    assert not getattr(store, f"is_device_{state}")(known)


def test_thousands_of_devices_do_not_hold_up_the_start(machine: Machine) -> None:
    devices = [device(number, f"@user{number}:example.org") for number in range(3000)]
    began = time.process_time()
    keep(machine.store, *devices)
    machine.load()
    assert time.process_time() - began < 3  # 0.3; plain nio: 15
    assert len(list(machine.device_store)) == 3000
    assert not machine.device_store.add(devices[0])
