"""What members do in an encrypted room, seen by clients that refuse unsigned devices.

Each answer must be readable with nothing to say against it, each message of theirs answered.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass

import pytest

from commonsbot.demo.homeserver import Homeserver
from commonsbot.demo.seen import Event
from tests.rooms.networks import CARD_MADE, HELP, Network, is_message, network_on, words
from tests.strict.conftest import NewStrict, strict_person
from tests.strict.people import StrictPerson

pytestmark = pytest.mark.rooms

LETTER = "La lettre du réseau"
SHARE = """!partager Gabarit de carte de vœux accessible
Pour les mairies
https://example.org/voeux #vœux"""


@dataclass
class Salon:
    """An encrypted room of a network: Zoé moderates it, Luc is a member, the bot is there."""

    network: Network
    zoe: StrictPerson
    luc: StrictPerson
    room: str

    async def ask(self, person: StrictPerson, text: str) -> str:
        """What the bot answers, read without a warning."""
        answer = await self.network.ask(person, text, self.room)
        assert answer["shield"] == "NONE", answer
        return words(answer)

    async def share(self, person: StrictPerson) -> str:
        """The number of a new card; the answer was read without a warning."""
        return number_in(await self.ask(person, SHARE))

    async def heard(self, said: str, *people: StrictPerson) -> None:
        """Everybody reads these words of the bot, without a warning."""

        def says_it(event: Event) -> bool:
            return is_message(event) and said in words(event)

        bot = self.network.bot.user_id
        for person in people:
            heard = await person.wait(room=self.room, sender=bot, predicate=says_it)
            assert heard["shield"] == "NONE", heard


def number_in(shared: str) -> str:
    assert CARD_MADE in shared, shared
    return shared.partition(CARD_MADE)[2].partition(" ")[0]


@pytest.fixture(scope="module")
async def salon(
    server: Homeserver, strict_client: None, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Salon]:
    """A salon for all the scenes, where the bot has introduced itself to its strict members."""
    async with AsyncExitStack() as stack:
        folder = tmp_path_factory.mktemp("salon") / "bot"
        network = await stack.enter_async_context(network_on(server, folder))
        zoe, luc = [await strict_person(stack, server) for _ in range(2)]
        for person in (zoe, luc):
            await network.anne.invite(network.space, person.user_id)
            await person.join(network.space)
        room = await zoe.create_room("Direction", encrypted=True, invite=(luc.user_id,))
        await luc.join(room)
        await network.start()
        await zoe.invite(room, network.bot.user_id)
        for person in (zoe, luc):
            assert (await network.introduced(person, room))["shield"] == "NONE"
        yield Salon(network, zoe, luc, room)


@pytest.fixture(autouse=True)
async def nothing_unreadable(salon: Salon) -> AsyncIterator[None]:
    """No scene leaves a member with a message it can't read."""
    yield
    assert not salon.zoe.unreadable
    assert not salon.luc.unreadable


async def test_a_share_is_found_and_opened(salon: Salon) -> None:
    number = await salon.share(salon.luc)
    await salon.heard(f"{CARD_MADE}{number}", salon.zoe)
    found = await salon.ask(salon.zoe, "!chercher gabari carte de voeux acessible")
    assert f"n° {number} · Gabarit de carte de vœux accessible" in found
    assert "Pour les mairies" in await salon.ask(salon.zoe, f"!fiche {number}")
    await salon.heard("Pour les mairies", salon.luc)


async def test_the_letter_is_read_by_all(salon: Salon) -> None:
    await salon.share(salon.zoe)
    assert "Gabarit de carte de vœux" in await salon.ask(salon.zoe, "!lettre aperçu")
    assert (await salon.ask(salon.zoe, "!lettre maintenant")).startswith(LETTER)
    await salon.heard(LETTER, salon.luc)


async def test_a_new_device_of_a_member_asks_and_is_answered(
    salon: Salon, new_strict: NewStrict
) -> None:
    key = await salon.luc.keep_recovery_key()
    phone = await new_strict(salon.luc.account, recovery_key=key)
    devices = (salon.luc.account.device_id, phone.account.device_id)
    for person in (salon.luc, salon.zoe):
        # matrix-js-sdk 37.5.0 panics when it reads a device that it saw signed after its key came
        await person.sees_signed(salon.luc.user_id, *devices)
    assert HELP in await salon.ask(phone, "!aide")
    number = await salon.share(salon.zoe)
    await salon.heard(f"{CARD_MADE}{number}", phone, salon.luc)


async def test_a_member_changes_the_key_of_the_room(salon: Salon) -> None:
    for person in (salon.luc, salon.zoe):
        await person.rotate_key(salon.room)
        assert HELP in await salon.ask(person, "!aide")


async def test_the_bot_is_restarted(salon: Salon) -> None:
    bot = salon.network.bot
    number = await salon.share(salon.luc)
    for end in (bot.stop, bot.kill):
        await end()
        asked = await salon.luc.send(salon.room, f"!fiche {number}")
        await bot.start()
        answer = await salon.network.answer(salon.luc, asked, salon.room)
        assert answer["shield"] == "NONE"
        assert "Pour les mairies" in words(answer)
        assert HELP in await salon.ask(salon.zoe, "!aide")


async def test_the_bots_only_device_is_signed(salon: Salon) -> None:
    bot = salon.network.bot
    await salon.zoe.sees_signed(bot.user_id, bot.account.device_id)
