"""The bot's device is signed by its owner: from the first start on, and nobody is surprised."""

import re
import shutil
from typing import Any

import pytest
import yaml

from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.matrix.cross_signing import MASTER, Identity, Published, Seeds
from tests.rooms.bots import Bot
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import PASSWORD, Network

pytestmark = pytest.mark.rooms

BUSY = 75
DEVICE_CLASH = 76

FEW = 150
"""Milliseconds that the identity may add to a start."""


async def answer(network: Network) -> dict[str, Any]:
    """What the homeserver shows of the bot to Anne."""
    bot = network.bot.user_id
    async with ClientApi(network.server.url, network.anne.account.access_token) as api:
        return await api.post(f"{CLIENT}/keys/query", {"device_keys": {bot: []}})


async def seen(network: Network) -> Published:
    return Published.read(network.bot.user_id, await answer(network))


def token_of(bot: Bot) -> dict[str, str]:
    kept: dict[str, str] = yaml.safe_load((bot.folder / "secrets.yaml").read_text())
    return kept


async def commonsbot(bot: Bot, *words: str) -> tuple[int, str]:
    """`commonsbot identity`; its exit code and all it said."""
    return await bot.operate("identity", *words)


async def run_once(bot: Bot) -> dict[str, Any]:
    """Starts it and stops it; its line about the identity."""
    await bot.start()
    said = await bot.logged("identity")
    assert await bot.stop() == 0
    return said


async def spent_by(bot: Bot) -> int:
    """Milliseconds of this start that its identity took."""
    line = await bot.logged("identity looked after")
    return int(line["milliseconds"])


async def announce(network: Network, identity: Identity) -> None:
    """Gives the bot's account an identity from elsewhere."""
    async with ClientApi(network.server.url, network.bot.account.access_token) as api:
        await api.post(f"{CLIENT}/keys/device_signing/upload", identity.announcement())


async def test_the_first_start_makes_and_signs_and_the_next_ones_change_nothing(
    new_network: NewNetwork,
) -> None:
    network = await new_network(log={"format": "json", "level": "debug"})
    bot = network.bot
    assert (await run_once(bot))["state"] == "created"
    spent = [await spent_by(bot)]
    crypto = bot.folder / "data" / "crypto"
    assert (crypto / "identity.json").stat().st_mode & 0o777 == 0o600
    first = await answer(network)
    assert Published.read(bot.user_id, first).is_trusted(bot.account.device_id)
    for _ in range(3):
        assert (await run_once(bot))["state"] == "known"
        spent.append(await spent_by(bot))
        again = await answer(network)
        assert {k: v for k, v in again.items() if k.endswith("keys")} == {
            k: v for k, v in first.items() if k.endswith("keys")
        }
    print(f"the identity took {spent} ms of these starts")
    assert min(spent) <= FEW


async def test_lost_keys_under_the_same_device_are_refused_until_it_has_a_new_one(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    bot = network.bot
    await run_once(bot)
    before = await answer(network)
    kept = bot.folder / "data" / "crypto"
    (kept / "crypto.sqlite").unlink()
    await bot.launch()
    assert await bot.ended() == DEVICE_CLASH
    assert "commonsbot identity new-device" in bot.log[-1]["message"]
    assert await answer(network) == before  # refused before any upload

    bot.give_secret(password=PASSWORD, access_token=bot.account.access_token)
    code, said = await commonsbot(bot, "new-device")
    assert code == 0, said
    secrets = token_of(bot)
    assert secrets["password"] == PASSWORD
    assert secrets["device_id"] != bot.account.device_id and secrets["device_id"] in said
    assert (await run_once(bot))["state"] == "signed"
    after = await seen(network)
    assert list(after.devices) == [secrets["device_id"]]  # the old one is logged out
    assert after.is_trusted(secrets["device_id"])
    assert after.public == Published.read(bot.user_id, before).public


async def test_a_new_device_after_a_login_by_password(new_network: NewNetwork) -> None:
    network = await new_network()
    bot = network.bot
    bot.give_secret(password=PASSWORD)
    first = (await run_once(bot))["device"]
    assert (await commonsbot(bot, "new-device"))[0] == 0
    second = await run_once(bot)
    assert second["state"] == "signed" and second["device"] != first
    [aside] = (bot.folder / "data" / "crypto").glob("device-*")
    assert (aside / "crypto.sqlite").exists()
    assert token_of(bot) == {"password": PASSWORD}


async def test_a_copy_of_the_keys_of_another_device_is_refused(new_network: NewNetwork) -> None:
    """A data directory left behind, then used with the token of a device that went on."""
    network = await new_network()
    bot = network.bot
    await run_once(bot)
    shutil.rmtree(bot.folder / "data")
    await bot.launch()
    assert await bot.ended() == DEVICE_CLASH


async def test_an_identity_made_elsewhere_is_never_replaced_unasked(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    elsewhere = Identity(network.bot.user_id, Seeds.fresh())
    await announce(network, elsewhere)
    await network.start()
    [told] = [line for line in network.bot.log if "not signed" in line["message"]]
    assert told["level"] == "warning" and "commonsbot identity reset" in told["message"]
    assert not (network.bot.folder / "data" / "crypto" / "identity.json").exists()
    await network.ask(network.bruno, "!aide")  # it lives on
    assert await network.bot.stop() == 0
    assert (await seen(network)).public[MASTER] == elsewhere.public[MASTER]
    code, said = await commonsbot(network.bot, "show")
    assert code == 1 and elsewhere.public[MASTER] in said
    assert "not signed" in said and "not here" in said
    code, said = await commonsbot(network.bot, "sign")
    assert code == 1 and "identity reset" in said


async def test_a_reset_asked_for_makes_a_new_one_with_the_password(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    bot = network.bot
    elsewhere = Identity(bot.user_id, Seeds.fresh())
    await announce(network, elsewhere)
    await run_until_warned(bot)
    bot.give_secret(password=PASSWORD, access_token=bot.account.access_token)
    code, said = await commonsbot(bot, "reset", "--yes")
    assert code == 0, said
    found = await seen(network)
    assert found.is_trusted(bot.account.device_id)
    assert found.public[MASTER] != elsewhere.public[MASTER]
    assert (await run_once(bot))["state"] == "known"
    code, said = await commonsbot(bot, "show")
    assert code == 0
    assert found.public[MASTER] in said and found.fingerprint(bot.account.device_id) in said


async def test_a_wrong_password_resets_nothing(new_network: NewNetwork) -> None:
    network = await new_network()
    bot = network.bot
    assert (await run_once(bot))["state"] == "created"
    before = await answer(network)
    bot.give_secret(password="wrong", access_token=bot.account.access_token)
    code, _ = await commonsbot(bot, "reset", "--yes")
    assert code == 1
    assert await answer(network) == before
    assert (await run_once(bot))["state"] == "known"
    code, said = await commonsbot(bot, "new-device")
    assert code == 1 and "refuses this account or password" in said
    assert (await run_once(bot))["state"] == "known"


async def test_a_reset_killed_before_its_end_is_known_at_the_next_start(
    new_network: NewNetwork,
) -> None:
    """The homeserver has the new keys, the file of the next seeds was not moved yet."""
    network = await new_network()
    bot = network.bot
    await run_once(bot)
    bot.give_secret(password=PASSWORD, access_token=bot.account.access_token)
    assert (await commonsbot(bot, "reset", "--yes"))[0] == 0
    crypto = bot.folder / "data" / "crypto"
    (crypto / "identity.json").rename(crypto / "identity-next.json")
    [old] = crypto.glob("identity-2*.json")
    old.rename(crypto / "identity.json")
    before = await seen(network)
    assert (await run_once(bot))["state"] == "known"
    assert (await seen(network)).public == before.public


async def test_nothing_is_written_while_the_bot_runs(new_network: NewNetwork) -> None:
    network = await new_network()
    await network.bot.start()
    for words_ in (["sign"], ["new-device"], ["reset", "--yes"]):
        network.bot.give_secret(
            password=PASSWORD, access_token=token_of(network.bot)["access_token"]
        )
        assert (await commonsbot(network.bot, *words_))[0] == 75
    code, said = await commonsbot(network.bot, "show")
    assert code == 0 and re.search(r"fingerprint [\w+/]{43}\n", said)


async def run_until_warned(bot: Bot) -> None:
    await bot.start()
    assert any("not signed" in line["message"] for line in bot.log)
    assert await bot.stop() == 0
