"""Moderators keep the commons: real conversations, from the share to the decision."""

from collections.abc import AsyncIterator

import pytest

from commonsbot.demo.homeserver import Homeserver
from commonsbot.demo.people import Person
from commonsbot.demo.seen import Event
from tests.rooms.networks import Network, eventually, is_message, network_on, words

pytestmark = pytest.mark.rooms

CARD = "!partager Guide RGAA #web\nUn texte utile."
YES = "✅"


@pytest.fixture(scope="module")
async def network(
    server: Homeserver, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Network]:
    """A network whose shares are reviewed, in a moderators' room that holds Anne and Denise."""
    folder = tmp_path_factory.mktemp("moderation") / "bot"
    async with network_on(server, folder) as made:
        desk = await made.anne.create_room("Modération", invite=(made.bot.user_id,))
        made.bot.configure(moderation={"room": desk, "policy": "review"})
        await made.start()
        await made.anne.wait("ce salon est celui des modérateurs", room=desk)
        yield made


@pytest.fixture(scope="module")
async def desk(network: Network) -> str:
    """The moderators' room."""
    (found,) = network.bot.rows("SELECT room_id FROM room WHERE name = 'Modération'")
    return str(found[0])


@pytest.fixture(scope="module")
async def denise(network: Network, desk: str) -> Person:
    """Of the moderators' room; a member as any other elsewhere."""
    person = await network.new_member("denise-moderation")
    await network.anne.invite(desk, person.user_id)
    await person.join(desk)
    return person


async def question(network: Network, moderator: Person, desk: str, number: str) -> Event:
    """What the bot asks of the moderators about that card."""
    return await moderator.wait(
        room=desk,
        sender=network.bot.user_id,
        predicate=lambda event: is_message(event) and f"!valider {number}" in words(event),
    )


async def submitted(network: Network, person: Person, content: str) -> str:
    """Shares what waits; its number."""
    said = words(await network.ask(person, content))
    assert "attend la relecture" in said, said
    return said.partition("n° ")[2].partition(",")[0]


async def test_moderators_accept_a_share_by_a_tap_in_its_thread(
    network: Network, desk: str, denise: Person
) -> None:
    number = await submitted(network, network.bruno, CARD)
    assert "pas de fiche" in words(await network.ask(network.claire, f"!fiche {number}"))
    asked = await question(network, denise, desk, number)
    assert "Un texte utile." in words(asked) and "✅" in words(asked)
    thread = asked["content"]["m.relates_to"]["event_id"]
    head = await denise.as_kept(desk, thread)
    assert "À relire : la fiche" in words(head)
    await denise.react(desk, asked["event_id"], YES)
    await network.bruno.wait("votre partage est publié", room=network.room)
    await denise.wait(f"La fiche n°\u00a0{number} est publiée", room=desk)
    assert "Un texte utile." in words(await network.ask(network.claire, f"!fiche {number}"))


async def test_a_refusal_is_told_with_its_reason(
    network: Network, desk: str, denise: Person
) -> None:
    number = await submitted(network, network.bruno, "!partager Soldes monstres\nAchetez.")
    await question(network, denise, desk, number)
    await denise.send(desk, f"!refuser {number} c'est une publicité")
    told = await network.bruno.wait("Merci d'avoir partagé", room=network.room)
    assert "« c'est une publicité »" in words(told)
    assert network.bruno.user_id in told["content"]["m.mentions"]["user_ids"]
    said = words(await network.ask(network.claire, f"!fiche {number}"))
    assert "pas de fiche" in said
    await eventually(
        lambda: network.bot.count("SELECT count(*) FROM journal WHERE what = 'refuse'") == 1,
        "the refusal in the journal",
    )
