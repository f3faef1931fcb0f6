"""What a homeserver may answer while the bot's identity is looked after."""

import asyncio
import logging
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from nio import KeysUploadResponse
from vodozemac import Account

from commonsbot.errors import DeviceClashError, MatrixError, RefusedError, UnreachableError
from commonsbot.matrix.client import Client
from commonsbot.matrix.cross_signing import Identity, Published, Seeds, is_signed_by, signable
from commonsbot.matrix.errors import error_of
from commonsbot.matrix.identity import (
    IdentityUpkeep,
    Patience,
    State,
    ensure,
    publish_device,
    published,
)
from commonsbot.matrix.seeds import SeedFile

BOT = "@bot:example.org"
DEVICE = "DEVICE"
LINK = "https://auth.example.org/account/?action=org.matrix.cross_signing_reset"
APPROVE = {
    "session": "dummy",
    "flows": [{"stages": ["m.oauth"]}],
    "params": {"m.oauth": {"url": LINK}},
}

QUERY = "/v3/keys/query"
ANNOUNCE = "/v3/keys/device_signing/upload"
SIGN = "/v3/keys/signatures/upload"


class Server:
    """A client whose homeserver keeps keys as Synapse does; `answers` come first, by path."""

    user_id, device_id = BOT, DEVICE

    def __init__(self) -> None:
        account = Account()
        self.keys: dict[str, Any] = {}
        self.devices: dict[str, Any] = {}
        self.answers: dict[str, list[Mapping[str, Any] | MatrixError]] = {}
        self.asked: list[tuple[str, Mapping[str, Any]]] = []
        self.fingerprint = account.ed25519_key.to_base64()
        self.olm = SimpleNamespace(
            account=SimpleNamespace(identity_keys={"ed25519": self.fingerprint}),
            sign_json=lambda content: account.sign(signable(content)).to_base64(),
        )

    @property
    def client(self) -> Client:
        return cast(Client, self)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    async def keys_upload(self) -> KeysUploadResponse:
        self.asked.append(("keys_upload", {}))
        own = {f"ed25519:{DEVICE}": self.fingerprint}
        self.devices[DEVICE] = {"user_id": BOT, "device_id": DEVICE, "keys": own}
        return KeysUploadResponse(0, 50)

    async def call(self, method: str, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        self.asked.append((path, body))
        if first := self.answers.get(path):
            answer = first.pop(0)
            if isinstance(answer, MatrixError):
                raise answer
            return answer
        if path == ANNOUNCE:
            self.keys = {usage: key for usage, key in body.items() if usage != "auth"}
        elif path == SIGN:
            self.devices |= body[BOT]
        found = {f"{usage}s": {BOT: key} for usage, key in self.keys.items()}
        return {**found, "device_keys": {BOT: self.devices}} if path == QUERY else {}


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def seeds(tmp_path: Path) -> SeedFile:
    return SeedFile(tmp_path, BOT)


def upkeep(server: Server, seeds: SeedFile, attempts: int = 20) -> IdentityUpkeep:
    return IdentityUpkeep(server.client, seeds, "secret", Patience(0.0, attempts))


async def signed(server: Server) -> bool:
    return (await published(server.client)).is_trusted(DEVICE)


async def test_in_order_and_nothing_a_second_time(server: Server, seeds: SeedFile) -> None:
    await upkeep(server, seeds).prepare()
    assert server.paths == [QUERY, "keys_upload", QUERY, ANNOUNCE, SIGN]
    assert await signed(server)
    server.asked.clear()
    await upkeep(server, seeds).prepare()
    assert server.paths == [QUERY]


async def test_an_identity_made_by_run_has_no_recovery_key_and_the_log_says_so_once(
    server: Server, seeds: SeedFile, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for _ in range(2):
        await upkeep(server, seeds).prepare()
    told = [message for message in caplog.messages if "commonsbot identity recovery-key" in message]
    assert len(told) == 1


async def test_the_device_vouches_for_the_master_key(server: Server, seeds: SeedFile) -> None:
    await upkeep(server, seeds).prepare()
    master = server.keys["master_key"]
    by_device = master["signatures"][BOT][f"ed25519:{DEVICE}"]
    assert is_signed_by(server.fingerprint, master, by_device)


async def test_the_seeds_are_kept_before_anything_is_uploaded(
    server: Server, seeds: SeedFile
) -> None:
    server.answers[ANNOUNCE] = [UnreachableError("lost")]
    found = await publish_device(server.client)
    with pytest.raises(UnreachableError):
        await ensure(server.client, seeds, None, found)
    kept = seeds.kept()
    assert kept
    await ensure(server.client, seeds, None, found)
    assert Published.read(BOT, await server.call("POST", QUERY, {})).public == kept.public


async def test_a_clash_is_seen_before_any_upload(server: Server, seeds: SeedFile) -> None:
    server.devices = {DEVICE: {"keys": {f"ed25519:{DEVICE}": "other"}}}
    with pytest.raises(DeviceClashError):
        await upkeep(server, seeds).prepare()
    assert server.paths == [QUERY]


async def test_a_signature_refused_in_a_200_is_a_failure(
    server: Server, seeds: SeedFile, caplog: pytest.LogCaptureFixture
) -> None:
    refused = {"failures": {BOT: {DEVICE: {"errcode": "M_INVALID_SIGNATURE"}}}}
    server.answers[SIGN] = [refused, refused]
    found = await publish_device(server.client)
    with pytest.raises(RefusedError, match="M_INVALID_SIGNATURE"):
        await ensure(server.client, seeds, None, found)
    await upkeep(server, seeds).prepare()  # the bot goes on, and says so
    assert caplog.messages == ["device not signed"]
    assert not await signed(server)


async def test_a_password_is_given_when_it_is_asked_for(server: Server, seeds: SeedFile) -> None:
    flows = {"session": "s1", "flows": [{"stages": ["m.login.password"]}]}
    server.answers[ANNOUNCE] = [error_of(401, flows)]
    await upkeep(server, seeds).prepare()
    assert server.asked[-3][1]["auth"]["password"] == "secret"
    assert await signed(server)


@pytest.mark.parametrize("session", ["dummy", ""])
async def test_the_operator_is_shown_the_page_once_and_the_bot_tries_again(
    server: Server, seeds: SeedFile, caplog: pytest.LogCaptureFixture, session: str
) -> None:
    server.answers[ANNOUNCE] = [error_of(401, APPROVE | {"session": session}) for _ in range(5)]
    identity = upkeep(server, seeds)
    await identity.prepare()
    assert not await signed(server)  # yet the bot goes on
    async with asyncio.timeout(5):
        await identity.run()
    assert await signed(server)
    links = [record.__dict__["link"] for record in caplog.records if "link" in record.__dict__]
    assert links == [LINK]
    last = [body for path, body in server.asked if path == ANNOUNCE][-1]
    assert last.get("auth", {"session": ""}) == {"session": session}


async def test_it_does_not_wait_for_ever(
    server: Server, seeds: SeedFile, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers[ANNOUNCE] = [error_of(401, APPROVE) for _ in range(99)]
    identity = upkeep(server, seeds, attempts=3)
    await identity.prepare()
    async with asyncio.timeout(5):
        await identity.run()
    assert server.paths.count(ANNOUNCE) == 4
    assert caplog.messages[-1] == "identity left until the next start"


async def test_another_identity_is_left_alone(
    server: Server, seeds: SeedFile, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    server.keys = dict(Identity(BOT, Seeds.fresh()).announcement())
    for own in (False, True):
        if own:
            seeds.made()
        identity = upkeep(server, seeds)
        await identity.prepare()
        await identity.run()
    assert ANNOUNCE not in server.paths and SIGN not in server.paths
    assert len(caplog.messages) == 2 and "identity reset" in caplog.messages[0]


async def test_a_homeserver_that_is_away_for_a_moment_is_asked_again(
    server: Server, seeds: SeedFile
) -> None:
    server.answers[SIGN] = [UnreachableError("502")]
    identity = upkeep(server, seeds)
    await identity.prepare()
    assert not await signed(server)
    await identity.run()
    assert await signed(server)
    assert await ensure(server.client, seeds, None, await published(server.client)) is State.KNOWN
