"""The recovery key that `init` printed, and a client that shares no code with the bot."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from commonsbot.demo.homeserver import Homeserver
from commonsbot.demo.seen import Event
from tests.rooms.networks import HELP, Network, is_message, network_on, words
from tests.rooms.recoveries import init, lose_the_machine, set_up
from tests.strict.conftest import NewStrict, strict_person
from tests.strict.people import StrictPerson

pytestmark = pytest.mark.rooms


@dataclass
class Salon:
    """Luc and the bot in an encrypted room; `key` is the one that `init` printed."""

    network: Network
    luc: StrictPerson
    room: str
    key: str

    async def is_answered(self) -> None:
        """The bot explains itself, and Luc reads it without a warning."""
        asked = await self.luc.send(self.room, "!aide")
        bot = self.network.bot.user_id
        answer = await self.luc.wait(room=self.room, sender=bot, after=asked, predicate=is_help)
        assert answer["shield"] == "NONE", answer

    async def signed_devices(self) -> set[str]:
        """Of the bot, as Luc sees them."""
        devices = await self.luc.devices(self.network.bot.user_id)
        return {device for device, signed in devices.items() if signed}


def is_help(event: Event) -> bool:
    return is_message(event) and HELP in words(event)


@pytest.fixture(scope="module")
async def salon(
    server: Homeserver, strict_client: None, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Salon]:
    async with AsyncExitStack() as stack:
        folder = tmp_path_factory.mktemp("recovery") / "bot"
        network = await stack.enter_async_context(network_on(server, folder))
        key = await set_up(network)
        luc = await strict_person(stack, server)
        await network.anne.invite(network.space, luc.user_id)
        await luc.join(network.space)
        room = await luc.create_room("Direction", encrypted=True)
        await network.start()
        await luc.invite(room, network.bot.user_id)
        await network.introduced(luc, room)
        yield Salon(network, luc, room, key)


async def test_a_person_signs_in_to_the_bots_account_with_the_recovery_key(
    salon: Salon, new_strict: NewStrict
) -> None:
    [first] = await salon.signed_devices()
    person = await new_strict(salon.network.bot.account, recovery_key=salon.key)
    await person.sees_itself_verified()
    await salon.luc.sees_signed(salon.network.bot.user_id, first, person.account.device_id)
    await salon.is_answered()


async def test_the_bot_lost_and_restored_by_the_recovery_key_is_read_without_a_warning(
    salon: Salon,
) -> None:
    before = await salon.signed_devices()
    await salon.is_answered()
    await lose_the_machine(salon.network)
    await init(salon.network)
    code, said = await salon.network.bot.operate("identity", "restore", typed=[salon.key])
    assert code == 0, said
    await salon.network.bot.start()
    await salon.is_answered()
    assert len(await salon.signed_devices() - before) == 1
    assert not salon.luc.unreadable


async def test_the_bot_takes_over_an_identity_that_another_client_made(
    server: Homeserver, new_strict: NewStrict, tmp_path: Path
) -> None:
    async with network_on(server, tmp_path / "bot") as network:
        account = network.bot.account
        person = await new_strict(account)
        key = await person.keep_recovery_key()
        code, said = await network.bot.operate("identity", "restore", typed=[key])
        assert code == 0, said
        devices = (person.account.device_id, account.device_id)
        await person.sees_signed(account.user_id, *devices)
        code, said = await network.bot.operate("identity", "recovery-key", "--yes")
        assert code == 1 and "it is not replaced" in said
