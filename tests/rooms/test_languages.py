"""An English room beside a French one, on a real homeserver."""

import pytest

from commonsbot.demo.feeds import FeedServer
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import Network, words

pytestmark = pytest.mark.rooms

HELLO = "Hello, I am the memory of this network."


async def with_an_english_room(network: Network) -> str:
    """Another room, where Anne, who made it, chose English."""
    room = await network.new_room("English room")
    await network.start()
    await network.introduced(network.anne, room)
    refused = words(await network.ask(network.bruno, "!salon langue anglais", room))
    assert refused.startswith("La langue de ce salon est choisie par ses modérateurs")
    chosen = words(await network.ask(network.anne, "!salon langue anglais", room))
    assert chosen.startswith("Done: here I speak English")
    return room


async def test_what_is_asked_is_answered_in_the_rooms_language_after_a_restart_too(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    english = await with_an_english_room(network)
    for _ in range(2):
        there = words(await network.ask(network.bruno, "!help", english))
        assert "!share" in there and "!search" in there and "!partager" not in there
        assert "!partager" in words(await network.ask(network.bruno, "!aide"))
        assert await network.bot.stop() == 0
        await network.bot.start()

    shared = words(await network.ask(network.bruno, "!share RGAA guide\nA text.", english))
    assert "This is card no. 1" in shared
    found = words(await network.ask(network.claire, "!search RGAA", english))
    assert found.startswith("1 card") and "RGAA guide" in found
    found = words(await network.ask(network.claire, "!chercher RGAA"))
    assert found.startswith("1 fiche") and "RGAA guide" in found, "it is one commons"
    for room, near in ((english, "Did you mean !search?"), ("", "Vouliez-vous dire !chercher ?")):
        assert near in words(await network.ask(network.bruno, "!serch RGAA", room))

    tip = await network.bruno.send(english, "Write short sentences, always.")
    await network.claire.react(english, tip, "💡")
    asked = await network.bruno.wait("may I keep this message?", room=english)
    await network.bruno.react(english, asked["event_id"], "✅")
    kept = await network.answer(network.bruno, asked["event_id"], english)
    assert words(kept).startswith("Thank you! This is card no. 2")

    for room, title in ((english, "The network's letter"), ("", "La lettre du réseau")):
        letter = words(await network.ask(network.anne, "!lettre maintenant", room))
        assert letter.startswith(title)


async def test_news_come_in_the_language_of_each_room(
    news_network: Network, feeds: FeedServer
) -> None:
    network = news_network
    english = await with_an_english_room(network)
    add = f"!source ajouter {feeds.url('palmares')}"
    for room, follows in ((english, "This room now follows"), ("", "Ce salon suit désormais")):
        assert follows in words(await network.ask(network.anne, add, room))
    for title in ("Le palmarès est paru", "Un autre palmarès"):
        feeds.publish("palmares", title, f"https://www.example.org/{len(title)}", "")
    for room in (network.room, english):
        await network.anne.wait("Un autre palmarès", room=room)
    for said in (await network.said(network.anne, english))[3:]:
        assert "actualité" not in said


async def test_an_operator_gives_a_room_its_language_and_somebody_chooses_theirs(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    network.bot.configure(room_settings={network.room: {"language": "en"}})
    await network.bot.start()
    bot = network.bot.user_id
    await network.anne.wait(HELLO, room=network.room, sender=bot)
    default = words(await network.ask(network.anne, "!room language"))
    assert default.startswith("Language · English")
    assert "je parle français" in words(await network.ask(network.anne, "!room language french"))
    assert "I speak English" in words(await network.ask(network.anne, "!salon langue défaut"))

    bruno = network.bruno
    chat = await bruno.create_room(direct=True, invite=(bot,), preset="trusted_private_chat")
    await network.introduced(bruno, chat)
    assert "I speak English" in words(await network.ask(bruno, "langue anglais", chat))
    assert "!share" in words(await network.ask(bruno, "aide", chat))
