"""A bot set up by `init`, lost, and had back by its recovery key, on a real homeserver."""

import pytest
import yaml

from commonsbot.demo.client_api import CLIENT, ClientApi
from commonsbot.matrix.cross_signing import Published
from tests.recovery_keys import key_in
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import Network
from tests.rooms.recoveries import init, lose_the_machine, set_up

pytestmark = pytest.mark.rooms

BUSY = 75


async def seen(network: Network) -> Published:
    """What the homeserver shows of the bot to Anne."""
    user = network.bot.user_id
    async with ClientApi(network.server.url, network.anne.account.access_token) as api:
        answer = await api.post(f"{CLIENT}/keys/query", {"device_keys": {user: []}})
    return Published.read(user, answer)


def device(network: Network) -> str:
    secrets = yaml.safe_load((network.bot.folder / "secrets.yaml").read_text())
    return str(secrets["device_id"])


async def test_run_goes_on_with_the_identity_that_init_made(new_network: NewNetwork) -> None:
    network = await new_network()
    key = await set_up(network)
    before = await seen(network)
    assert before.is_trusted(device(network))
    await network.start()
    assert (await network.bot.logged("identity"))["state"] == "known"
    code, said = await network.bot.operate("identity", "recovery-key", "--yes")
    assert code == 0 and key_in(said) != key  # also while the bot runs
    code, said = await network.bot.operate("identity", "show")
    assert code == 0 and "it brings this identity back" in said
    assert (await network.bot.operate("identity", "restore"))[0] == BUSY
    assert (await seen(network)).public == before.public
    assert key not in str(network.bot.log)


async def test_a_lost_machine_is_replaced_by_the_recovery_key_alone(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    key = await set_up(network)
    before, first = await seen(network), device(network)
    await lose_the_machine(network)
    code, said = await init(network)
    assert code == 1 and "identity restore" in said
    assert not (await seen(network)).is_trusted(device(network))
    code, said = await network.bot.operate("identity", "restore", typed=[key])
    assert code == 0, said
    after = await seen(network)
    assert after.public == before.public
    assert device(network) != first and after.is_trusted(device(network))
    code, said = await init(network)  # and so does another login, where the seeds are
    assert code == 0 and "There is a recovery key" in said
    await network.bot.start()
    assert (await network.bot.logged("identity"))["state"] == "known"
