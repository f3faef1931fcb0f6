"""The keys that others reach the bot by: never used up, never lost."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from nio import KeysUploadResponse
from nio.crypto import Olm

from commonsbot.matrix.client import Client
from commonsbot.matrix.keys import KeyUpkeep
from commonsbot.matrix.machine import Machine
from tests.matrix.machines import BOT, Answer, Eve, new_client

ALL = {"signed_curve25519": 50}
HELLO = {"type": "m.room.message", "content": {"msgtype": "m.text", "body": "bonjour"}}


def published(machine: Machine, left: int = 50) -> None:
    """The homeserver took what was uploaded."""
    machine.handle_response(KeysUploadResponse(0, left))


def public(keys: dict[str, Any]) -> dict[str, str]:
    """The keys by their names, which every new account gives alike."""
    return {name: key["key"] for name, key in keys.items()}


def sync(**more: Any) -> dict[str, Any]:
    return {"next_batch": "s1", **more}


@pytest.mark.parametrize(
    "counts", [{}, {"device_one_time_keys_count": {"signed_curve25519": 0}}, {"other": 1}]
)
async def test_used_up_keys_are_refilled(
    client: Client, machine: Machine, counts: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.share_keys()
    published(machine)
    assert not machine.should_upload_keys

    async def send(*_: Any, **__: Any) -> Answer:
        return Answer(sync(**counts))

    monkeypatch.setattr(client, "send", send)
    await client.sync()
    assert client.should_upload_keys  # plain nio: never again
    assert len(machine.share_keys()["one_time_keys"]) == 50


def test_a_used_fallback_key_is_replaced(machine: Machine) -> None:
    first = machine.share_keys()["fallback_keys"]
    published(machine)
    machine.counted(sync(device_one_time_keys_count=ALL, device_unused_fallback_key_types=[]))
    assert machine.should_upload_keys
    body = machine.share_keys()
    assert body.keys() == {"fallback_keys"}
    assert body["fallback_keys"].keys() != first.keys()
    published(machine)
    assert not machine.should_upload_keys


def test_a_server_that_knows_no_fallback_keys_is_not_sent_one_again(machine: Machine) -> None:
    machine.share_keys()
    published(machine)
    machine.counted(sync(device_one_time_keys_count=ALL))
    assert not machine.should_upload_keys


def test_every_key_is_signed_by_the_device(machine: Machine) -> None:
    body = machine.share_keys()
    ed25519 = machine.account.identity_keys["ed25519"]
    device = machine.device_id
    assert body["device_keys"]["keys"][f"ed25519:{device}"] == ed25519
    keys = [*body["one_time_keys"].values(), *body["fallback_keys"].values()]
    assert len(keys) == 51
    for key in (body["device_keys"], *keys):
        assert machine.verify_json(dict(key), ed25519, BOT, device)


def test_an_upload_that_failed_is_made_again_of_the_same_keys(machine: Machine) -> None:
    first, second = machine.share_keys(), machine.share_keys()
    for part in ("one_time_keys", "fallback_keys"):
        assert public(first[part]) == public(second[part])


def test_the_secrets_are_kept_before_their_keys_are_published(
    tmp_path: Path, client: Client, machine: Machine
) -> None:
    body = machine.share_keys()  # and now the bot is killed
    again = new_client(tmp_path)
    assert again.store and isinstance(again.olm, Machine)
    made = again.olm.share_keys()
    for part in ("one_time_keys", "fallback_keys"):
        assert public(made[part]) == public(body[part])
    again.store.database.close()


def test_plain_nio_forgets_them(client: Client, machine: Machine) -> None:
    Olm.share_keys(machine)
    assert client.store
    kept = client.store.load_account()
    assert not kept.one_time_keys["curve25519"]


async def test_keys_whose_names_are_taken_are_made_anew(
    client: Client, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = {"errcode": "M_UNKNOWN", "error": "One time key signed_curve25519:A already exists."}
    sent: list[Any] = []

    async def send(_method: str, _path: str, data: str, *_: Any, **__: Any) -> Answer:
        sent.append(data)
        return Answer(refused, status=400)

    monkeypatch.setattr(client, "send", send)
    await KeyUpkeep(client).once()
    await KeyUpkeep(client).once()
    assert sent[0] != sent[1]


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("known", [True, False], ids=["in a session", "with a one-time key"])
@pytest.mark.parametrize("line", ["save_session", "save_inbound_group_session", "save_account"])
def test_a_kill_at_any_line_loses_no_room_key(
    tmp_path: Path,
    machine: Machine,
    eve: Eve,
    known: bool,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if known:
        machine.handle_to_device_event(eve.says("m.dummy", {}))
    machine.save_account()  # with the one-time key that Eve was given
    share = eve.shares_room_key()
    save = getattr(machine.store, line)

    def killed(*values: Any) -> None:
        save(*values)
        raise Killed

    monkeypatch.setattr(machine.store, line, killed)
    with suppress(Killed):
        machine.handle_to_device_event(share)
    again = new_client(tmp_path)
    again.olm.handle_to_device_event(share)  # the sync that brought it is read again
    assert again.olm.has_key_of(eve.writes(HELLO))  # plain nio: that key is lost
    assert again.store
    again.store.database.close()
