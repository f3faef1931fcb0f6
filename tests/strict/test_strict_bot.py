"""A bot that writes only to signed devices, seen by clients that share no code with it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass

import pytest

from commonsbot.demo.homeserver import Homeserver
from commonsbot.demo.seen import Event
from tests.rooms.networks import HELP, Network, network_on, words
from tests.strict.conftest import NewStrict, strict_person
from tests.strict.people import StrictPerson

pytestmark = pytest.mark.rooms

WITHHELD = "MEGOLM_KEY_WITHHELD_FOR_UNVERIFIED_DEVICE"


@dataclass
class Salon:
    """An encrypted room whose bot is strict; Zoé made it, and her device is signed."""

    network: Network
    zoe: StrictPerson
    room: str

    async def welcome(self, person: StrictPerson, power: int) -> None:
        await self.zoe.invite(self.room, person.user_id)
        await person.join(self.room)
        await self.zoe.power(self.room, person.user_id, power)

    async def heard(self, person: StrictPerson, said: str) -> Event:
        """What the bot said, as `person` reads it."""
        return await person.wait(said, room=self.room, sender=self.network.bot.user_id)


@pytest.fixture(scope="module")
async def salon(
    server: Homeserver, strict_client: None, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Salon]:
    async with AsyncExitStack() as stack:
        folder = tmp_path_factory.mktemp("strict") / "bot"
        network = await stack.enter_async_context(
            network_on(server, folder, encryption={"strict": True})
        )
        zoe = await strict_person(stack, server)
        await network.anne.invite(network.space, zoe.user_id)
        await zoe.join(network.space)
        room = await zoe.create_room("Direction", encrypted=True, invite=(network.bot.user_id,))
        await network.start()
        await network.introduced(zoe, room)
        yield Salon(network, zoe, room)


async def test_a_signed_device_reads_the_bot_and_another_one_only_once_it_is_signed(
    salon: Salon, new_strict: NewStrict
) -> None:
    zoe, luc = salon.zoe, await new_strict(signs=False)
    await salon.welcome(luc, power=0)
    await luc.send(salon.room, "!aide")  # which Zoé can't read, but the bot can
    answer = await salon.heard(zoe, HELP)
    assert await luc.refusal(answer["event_id"]) == WITHHELD
    left_out = "device left out: not signed by its owner"
    await salon.network.bot.logged(left_out, device=luc.account.device_id)

    found = words(await salon.network.ask(zoe, "!diagnostic", salon.room))
    assert f"@{luc.user_id[1:].partition(':')[0]} · ne peut pas me lire" in found
    await luc.sign()
    for person in (luc, zoe):
        assert HELP in words(await salon.network.ask(person, "!aide", salon.room))
    assert not unread_of_the_bot(salon)


def unread_of_the_bot(salon: Salon) -> list[object]:
    bot = salon.network.bot.user_id
    return [each for each in salon.zoe.unreadable.values() if each["sender"] == bot]


async def test_a_moderators_command_counts_once_her_device_is_signed(
    salon: Salon, new_strict: NewStrict
) -> None:
    luc = await new_strict(signs=False)
    await salon.welcome(luc, power=50)
    await luc.send(salon.room, "!source liste")
    await salon.heard(salon.zoe, "vous n'avez pas vérifié l'appareil")
    await luc.sign()
    answer = await salon.network.ask(luc, "!source liste", salon.room)
    assert "ne suit aucune source" in words(answer)
