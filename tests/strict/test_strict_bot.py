"""A bot that writes only to signed devices, seen by clients that share no code with it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from commonsbot.demo.homeserver import Homeserver
from commonsbot.demo.seen import Event
from tests.rooms.networks import HELP, Network, network_on, words
from tests.strict.conftest import NewStrict
from tests.strict.people import StrictPerson

pytestmark = pytest.mark.rooms

WITHHELD = "MEGOLM_KEY_WITHHELD_FOR_UNVERIFIED_DEVICE"


@dataclass
class Salon:
    """An encrypted room: Zoé's device is signed, Luc's is not, the bot is strict."""

    network: Network
    zoe: StrictPerson
    luc: StrictPerson
    room: str

    async def heard(self, person: StrictPerson, said: str) -> Event:
        """What the bot said, as `person` reads it."""
        return await person.wait(said, room=self.room, sender=self.network.bot.user_id)


@pytest.fixture
async def salon(server: Homeserver, new_strict: NewStrict, tmp_path: Path) -> AsyncIterator[Salon]:
    async with network_on(server, tmp_path / "bot", encryption={"strict": True}) as network:
        zoe, luc = await new_strict(), await new_strict(signs=False)
        for person in (zoe, luc):
            await network.anne.invite(network.space, person.user_id)
            await person.join(network.space)
        room = await luc.create_room("Direction", encrypted=True, invite=(zoe.user_id,))
        await zoe.join(room)
        await network.start()
        await luc.invite(room, network.bot.user_id)
        await network.introduced(zoe, room)
        yield Salon(network, zoe, luc, room)


async def test_a_signed_device_reads_the_bot_and_another_one_only_once_it_is_signed(
    salon: Salon,
) -> None:
    zoe, luc, bot = salon.zoe, salon.luc, salon.network.bot
    left_out = await bot.logged("device left out: not signed by its owner")
    assert left_out["device"] == luc.account.device_id

    await luc.send(salon.room, "!aide")  # which Zoé can't read, but the bot can
    answer = await salon.heard(zoe, HELP)
    assert await luc.refusal(answer["event_id"]) == WITHHELD

    await luc.sign()
    for person in (luc, zoe):
        assert HELP in words(await salon.network.ask(person, "!aide", salon.room))
    assert bot_is_read(zoe, bot.user_id)


def bot_is_read(person: StrictPerson, bot: str) -> bool:
    return not [each for each in person.unreadable.values() if each["sender"] == bot]


async def test_a_moderators_command_counts_once_her_device_is_signed(salon: Salon) -> None:
    await salon.luc.send(salon.room, "!source liste")
    await salon.heard(salon.zoe, "n'est pas vérifié par vous")
    await salon.luc.sign()
    answer = await salon.network.ask(salon.luc, "!source liste", salon.room)
    assert "ne suit aucune source" in words(answer)
