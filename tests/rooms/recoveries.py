"""A machine that is set up, and lost, as its operator lives it."""

import shutil

from tests.recovery_keys import key_in
from tests.rooms.networks import PASSWORD, Network


async def init(network: Network) -> tuple[int, str]:
    """`commonsbot init`, its questions answered; the bot's settings for tests are kept."""
    bot = network.bot
    name = bot.user_id[1:].partition(":")[0]
    answers = [network.server.url, name, PASSWORD, network.space, "", "n", network.claire.user_id]
    code, said = await bot.operate("init", "--force", typed=answers)
    bot.configure()
    return code, said


async def set_up(network: Network) -> str:
    """A new bot; the recovery key that `init` printed."""
    code, said = await init(network)
    assert code == 0, said
    return key_in(said)


async def lose_the_machine(network: Network) -> None:
    """Only what people know is left, and what is on the homeserver."""
    await network.bot.kill()
    shutil.rmtree(network.bot.folder)
    network.bot.folder.mkdir()
