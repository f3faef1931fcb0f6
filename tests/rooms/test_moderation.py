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


async def test_cards_are_hidden_together_then_put_back(
    network: Network, desk: str, denise: Person
) -> None:
    bruno = network.bruno.user_id
    for title in ("Offre du matin", "Offre du soir"):
        number = await submitted(network, network.bruno, f"!partager {title}\nTexte : {title}.")
        await question(network, denise, desk, number)
        await denise.send(desk, f"!valider {number}")
        await denise.wait(f"La fiche n°\u00a0{number} est publiée", room=desk)
    planned = words(await network.ask(denise, f"!masquer de:{bruno} depuis:hier", desk))
    assert "rien n'a encore changé" in planned
    count = planned.partition(" ")[0]
    assert "C'est fait" in words(await network.ask(denise, f"!appliquer {count}", desk))
    assert "pas de fiche" in words(await network.ask(network.claire, f"!fiche {number}"))
    assert "C'est défait" in words(await network.ask(denise, "!défaire", desk))
    assert "Offre du soir" in words(await network.ask(network.claire, f"!fiche {number}"))


async def test_a_suspended_member_hears_why_once(
    network: Network, desk: str, denise: Person
) -> None:
    yann = await network.new_member("yann-moderation")
    said = await network.ask(denise, f"!membre suspendre {yann.user_id} 7 jours publicité", desk)
    assert "est suspendu" in words(said)
    assert "« publicité »" in words(await network.ask(yann, "!aide"))
    silent = await yann.send(network.room, "!aide")
    assert await network.unanswered(network.claire, silent)
    await network.ask(denise, f"!membre rétablir {yann.user_id}", desk)
    assert "Ce que je sais faire" in words(await network.ask(yann, "!aide"))


async def test_a_card_is_pinned_once_the_bot_may(network: Network, desk: str) -> None:
    sent = await network.anne.send(network.room, "!partager Le mode d'emploi\nTout est là.")
    number = words(await network.answer(network.anne, sent)).partition("n° ")[2].partition(" ")[0]
    refused = words(await network.ask(network.anne, f"!épingler {number}"))
    assert "Je n'ai pas le droit d'épingler ici" in refused
    await network.anne.power(network.room, network.bot.user_id, 50)
    await network.anne.send(network.room, f"!épingler {number}")
    await network.anne.wait("C'est épinglé", room=network.room)
    for _ in range(50):
        pinned = await network.anne.state(network.room, "m.room.pinned_events")
        if sent in pinned.get("pinned", []):
            break
    assert sent in pinned["pinned"]


async def test_who_left_the_network_learns_nothing(network: Network) -> None:
    zoe = await network.new_member("zoe-moderation")
    bot = network.bot.user_id
    chat = await zoe.create_room(direct=True, invite=(bot,), preset="trusted_private_chat")
    await network.introduced(zoe, chat)
    await zoe.leave(network.room)
    await zoe.leave(network.space)
    said = words(await network.ask(zoe, "!fiche 1", chat))
    assert "Je ne réponds qu'aux membres de mon réseau" in said


async def test_what_others_wrote_about_somebody_is_asked_of_moderators(
    network: Network, desk: str
) -> None:
    """The request reaches their room; what came of it comes back to who asked, in private."""
    bot, bruno = network.bot.user_id, network.bruno
    chat = await bruno.create_room(direct=True, invite=(bot,), preset="trusted_private_chat")
    await network.introduced(bruno, chat)
    said = words(await network.ask(bruno, "!mes-données autres Bruno Martin", chat))
    assert "transmis aux modérateurs" in said
    request = await network.anne.wait('!chercher "Bruno Martin"', room=desk, sender=bot)
    await network.anne.react(desk, request["event_id"], YES)
    await bruno.wait("les modérateurs ont cherché", room=chat, sender=bot)
