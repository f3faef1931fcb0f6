"""News from a real feed server, in real rooms."""

import re

import pytest

from commonsbot.demo.feeds import FeedServer
from tests.rooms.networks import Network, eventually, words

pytestmark = pytest.mark.rooms

FOLLOWED = "Ce salon suit désormais"


@pytest.fixture
def network(news_network: Network) -> Network:
    return news_network


async def read_again(feeds: FeedServer, name: str) -> None:
    """Returns once the feed was read, and seen to be the same, after this moment."""
    before = feeds.answers[name, 304]
    await eventually(lambda: feeds.answers[name, 304] >= before + 2, f"{name} is read again")


async def test_what_a_source_publishes_is_relayed_once_and_not_again_after_a_restart(
    network: Network, feeds: FeedServer
) -> None:
    await network.start()
    followed = words(await network.ask(network.anne, f"!source ajouter {feeds.url('actualites')}"))
    assert FOLLOWED in followed
    assert "que je ne reposte pas" in followed
    feeds.publish("actualites", "Un nouveau marché couvert", "https://www.example.org/m", "Samedi.")
    await network.anne.wait("Un nouveau marché couvert", room=network.room)
    await read_again(feeds, "actualites")
    assert await network.bot.stop() == 0
    await network.bot.start()
    await read_again(feeds, "actualites")
    said = await network.said(network.anne)
    assert sum("Un nouveau marché couvert" in text for text in said) == 1
    assert len(said) == 3, "its introduction, that it follows, the news"


async def test_news_go_to_the_rooms_that_follow_the_source_only(
    network: Network, feeds: FeedServer
) -> None:
    follower, other = await network.new_room("Veille"), await network.new_room("Silence")
    await network.start()
    for room in (follower, other):
        await network.introduced(network.anne, room)
    for room in (network.room, follower):
        answer = await network.ask(network.anne, f"!source ajouter {feeds.url('palmares')}", room)
        assert FOLLOWED in words(answer)
    feeds.publish("palmares", "Le palmarès est paru", "https://www.example.org/p", "")
    for room in (network.room, follower):
        await network.anne.wait("Le palmarès est paru", room=room)
    await network.ask(network.anne, "!aide", other)
    assert not any("palmarès est paru" in text for text in await network.said(network.anne, other))


async def test_a_source_of_the_configuration_is_followed_by_every_room(
    network: Network, feeds: FeedServer
) -> None:
    network.bot.configure(sources=[feeds.url("actualites")])
    await network.start()
    await read_again(feeds, "actualites")
    feeds.publish("actualites", "Une piscine rouvre", "https://www.example.org/piscine", "")
    await network.anne.wait("Une piscine rouvre", room=network.room)


async def test_a_source_no_longer_followed_is_silent(network: Network, feeds: FeedServer) -> None:
    await network.start()
    await network.ask(network.anne, f"!source ajouter {feeds.url('actualites')}")
    listed = words(await network.ask(network.anne, "!source liste"))
    assert "1 source suivie" in listed
    assert "lue sans erreur" in listed
    assert "ne suit plus" in words(await network.ask(network.anne, "!source retirer 1"))
    feeds.publish("actualites", "Un titre pour personne", "https://www.example.org/rien", "")
    await network.bot.stop()
    await network.bot.start()
    assert "aucune source" in words(await network.ask(network.anne, "!source liste"))
    assert not any("pour personne" in text for text in await network.said(network.anne))


async def test_what_is_no_source_is_refused_with_the_reason(
    network: Network, feeds: FeedServer
) -> None:
    await network.start()
    for url, why in {
        "http://127.0.0.1:9/feed": "n'est pas publique",
        f"http://127.0.0.1:{feeds.port}/absent.xml": "404",
    }.items():
        refused = words(await network.ask(network.anne, f"!source ajouter {url}"))
        assert "Je n'ai pas pu suivre" in refused
        assert why in refused
    assert "aucune source" in words(await network.ask(network.anne, "!source liste"))


async def test_an_address_is_tried_followed_and_its_posts_say_until_when(
    network: Network, feeds: FeedServer
) -> None:
    await network.start()
    url = feeds.url("actualites")
    assert "rien n'est suivi, ni gardé" in words(
        await network.ask(network.anne, f"!source tester {url}")
    )
    assert "aucune source" in words(await network.ask(network.anne, "!source liste"))
    assert FOLLOWED in words(await network.ask(network.anne, f"!source ajouter {url}"))
    title, link = "Prix de la presse territoriale : candidatez", "https://www.example.org/prix"
    feeds.publish("actualites", title, link, "Dossiers à rendre avant le 1er mars 2027.")
    await network.anne.wait("Appel à candidatures · jusqu'au 1er mars", room=network.room)
    listed = words(await network.ask(network.anne, "!veille appels"))
    number = re.search(r"actu\s(\d+)", listed)
    assert number
    await network.ask(network.anne, f"!actu {number[1]} échéance 2 mars 2027")
    await network.anne.wait("jusqu'au 2 mars", room=network.room)
