"""What members do in an encrypted room, seen by clients that refuse unsigned devices.

Each answer must be readable with nothing to say against it, each message of theirs answered.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from commonsbot.demo.homeserver import Homeserver
from commonsbot.demo.seen import Event
from tests.rooms.crashes import Sharers, kill_the_bot_while_sharing
from tests.rooms.networks import (
    CARD_MADE,
    HELP,
    Network,
    eventually,
    is_message,
    network_on,
    words,
)
from tests.rooms.test_hardening import one_time_key
from tests.strict.conftest import NewStrict, strict_person
from tests.strict.people import StrictPerson

pytestmark = pytest.mark.rooms

LETTER = "La lettre du réseau"


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

    async def share(self, person: StrictPerson, title: str) -> str:
        """The number of a new card; the answer was read without a warning."""
        return number_in(await self.ask(person, f"!partager {title}\nPour les mairies"))

    async def heard(self, said: str, *people: StrictPerson) -> None:
        """Everybody reads these words of the bot, without a warning."""

        def says_it(event: Event) -> bool:
            return is_message(event) and said in words(event)

        bot = self.network.bot.user_id
        for person in people:
            heard = await person.wait(room=self.room, sender=bot, predicate=says_it)
            assert heard["shield"] == "NONE", heard

    async def nothing_unread_or_doubtful(self) -> None:
        for person in (self.zoe, self.luc):
            assert not person.unreadable
            said = filter(is_message, await person.messages(self.room))
            assert not [event for event in said if event["shield"] != "NONE"]


def number_in(shared: str) -> str:
    assert CARD_MADE in shared, shared
    return shared.partition(CARD_MADE)[2].partition(" ")[0]


@asynccontextmanager
async def open_salon(server: Homeserver, folder: Path) -> AsyncIterator[Salon]:
    """A new one, where the bot has introduced itself; it ends with nothing unread or doubtful."""
    async with AsyncExitStack() as stack:
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
        salon = Salon(network, zoe, luc, room)
        yield salon
        await salon.nothing_unread_or_doubtful()


@pytest.fixture(scope="module")
async def salon(
    server: Homeserver, strict_client: None, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Salon]:
    """One for all the scenes."""
    async with open_salon(server, tmp_path_factory.mktemp("salon") / "bot") as salon:
        yield salon


@pytest.fixture(autouse=True)
async def nothing_unread_or_doubtful(salon: Salon) -> AsyncIterator[None]:
    """No scene leaves a member with a message it can't read, or that has anything against it."""
    yield
    await salon.nothing_unread_or_doubtful()


async def test_a_share_is_found_and_opened(salon: Salon) -> None:
    number = await salon.share(salon.luc, "Gabarit de carte de vœux accessible")
    await salon.heard(f"{CARD_MADE}{number}", salon.zoe)
    found = await salon.ask(salon.zoe, "!chercher gabari carte de voeux acessible")
    assert f"n° {number} · Gabarit de carte de vœux accessible" in found
    assert "Pour les mairies" in await salon.ask(salon.zoe, f"!fiche {number}")
    await salon.heard("Pour les mairies", salon.luc)


async def test_the_letter_is_read_by_all(salon: Salon) -> None:
    await salon.share(salon.zoe, "Kit pour annoncer des travaux")
    assert "Kit pour annoncer des travaux" in await salon.ask(salon.zoe, "!lettre aperçu")
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
    number = await salon.share(salon.zoe, "Charte des réseaux sociaux")
    await salon.heard(f"{CARD_MADE}{number}", phone, salon.luc)


async def test_a_member_changes_the_key_of_the_room(salon: Salon) -> None:
    for person in (salon.luc, salon.zoe):
        await person.rotate_key(salon.room)
        assert HELP in await salon.ask(person, "!aide")


async def test_the_bot_is_restarted(salon: Salon) -> None:
    bot = salon.network.bot
    number = await salon.share(salon.luc, "Modèle de livret d'accueil")
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


@pytest.mark.parametrize("end", ["stop", "kill"])
async def test_the_bot_is_restarted_amid_a_batch(salon: Salon, end: str) -> None:
    bot, resources = salon.network.bot, "SELECT count(*) FROM resource"
    titles = [f"Plan {number}{end}" for number in range(8)]
    await bot.stop()
    before = bot.count(resources)
    for title, person in zip(titles, cycle((salon.zoe, salon.luc)), strict=False):
        await person.send(salon.room, f"!partager {title}")
    await bot.launch()
    await eventually(lambda: bot.count(resources) > before, "a resource", deadline=30)
    await getattr(bot, end)()
    await bot.start()
    for title in titles:
        await salon.heard(title, salon.zoe, salon.luc)
    await salon.ask(salon.zoe, "!aide")  # all that comes before is answered
    said = await salon.network.said(salon.luc, salon.room)
    assert [sum(title in text for text in said) for title in titles] == [1] * 8
    assert bot.count(resources) == before + 8


async def test_a_newcomer_reaches_the_bot_when_its_one_time_keys_are_used_up(
    salon: Salon, new_strict: NewStrict
) -> None:
    bot, ines = salon.network.bot, await new_strict()
    await bot.stop()
    while not (await one_time_key(salon.network)).get("fallback"):
        pass
    await salon.zoe.invite(salon.room, ines.user_id)
    await ines.join(salon.room)
    asked = await ines.send(salon.room, "!partager Un guide des clés de secours")
    await bot.start()
    answer = await salon.network.answer(ines, asked, salon.room)
    assert "Un guide des clés de secours" in words(answer) and answer["shield"] == "NONE"
    await salon.heard("Un guide des clés de secours", salon.zoe, salon.luc)
    assert not (await one_time_key(salon.network)).get("fallback"), "they were not refilled"


async def test_100_shares_are_answered_once_and_read_though_the_bot_is_killed(
    server: Homeserver, strict_client: None, tmp_path: Path, chance: Random
) -> None:
    async with open_salon(server, tmp_path / "bot") as salon:
        sharers = Sharers(salon.network, salon.room, (salon.zoe, salon.luc))
        await kill_the_bot_while_sharing(sharers, chance, kills=8, shares=100)
        await salon.heard("n° 99999", salon.zoe, salon.luc)  # what was asked last
        said = [await salon.network.said(person, salon.room) for person in sharers.people]
        assert said[0] == said[1]
