"""News read, corrected, filtered, shared and recalled, in a real room."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from commonsbot.demo.feeds import FeedServer
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import Network, eventually, words

pytestmark = pytest.mark.rooms

MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()


@pytest.fixture
async def network(new_network: NewNetwork, feeds: FeedServer) -> Network:
    """Follows a source that is read every second, at any hour."""
    allowed = [f"127.0.0.1:{feeds.port}"]
    network = await new_network(
        news={"interval": "1 s", "allowed_hosts": allowed}, hours=False, digest=False
    )
    await network.start()
    await network.ask(network.anne, f"!source ajouter {feeds.url('palmares')}")
    return network


async def published(network: Network, feeds: FeedServer, title: str, summary: str) -> str:
    """The number of an item, once the bot has read it."""
    feeds.publish("palmares", title, f"https://www.example.org/{len(title)}", summary)
    sql = "SELECT id FROM news WHERE title = ? AND read_by <> ''"
    await eventually(lambda: bool(network.bot.rows(sql, title)), f"{title} is read")
    return str(network.bot.rows(sql, title)[0][0])


async def test_the_news_of_a_room_from_the_feed_to_a_card(
    network: Network, feeds: FeedServer
) -> None:
    number = await published(network, feeds, "Le palmarès du Grand Prix", "Dix lauréats.")
    anne, bruno = network.anne, network.bruno
    watch = words(await network.ask(bruno, "!Veille prix"))
    assert "Le palmarès du Grand Prix" in watch
    assert "prix · " in watch
    why = words(await network.ask(bruno, f"!actu {number} pourquoi"))
    assert "« palmares » dans le titre : prix +5" in why
    assert "genre" in words(await network.ask(anne, f"!actu {number} classe prx"))
    corrected = words(await network.ask(anne, f"!actu {number} classe événement"))
    assert "C'est corrigé" in corrected
    told = await network.ask(bruno, '!veille "le palmarès du Grand Prix"')
    shared = words(await network.ask(bruno, "!partager", reply_to=told["event_id"]))
    assert "n° 1 · Le palmarès du Grand Prix" in shared
    again = words(await network.ask(anne, f"!partager actu {number}"))
    assert "n° 1 · Le palmarès du Grand Prix" in again
    assert network.bot.count("SELECT count(*) FROM resource") == 1


async def test_a_filter_is_shown_before_it_is_kept(network: Network, feeds: FeedServer) -> None:
    await published(network, feeds, "Le palmarès du Grand Prix", "Dix lauréats.")
    await published(network, feeds, "Un pont rouvre", "En pierre.")
    shown = words(await network.ask(network.anne, "!source filtrer 1 classe:prix -stage"))
    kept, _, left = shown.partition("écartées")
    assert "Le palmarès du Grand Prix" in kept
    assert "Un pont rouvre" in left
    assert "C'est enregistré" in words(await network.ask(network.anne, "!oui"))
    assert network.bot.count("SELECT count(*) FROM news_filter") == 1


async def test_a_room_is_reminded_of_a_call_once(network: Network, feeds: FeedServer) -> None:
    day = datetime.now(ZoneInfo("Europe/Paris")) + timedelta(days=3)
    until = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    summary = f"Candidatures jusqu'au {until}."
    await published(network, feeds, "Trophées : appel à candidatures", summary)
    reminder = words(
        await network.anne.wait("Plus que quelques jours", room=network.room, deadline=30)
    )
    assert re.search(rf"{until} · dans [23] jours", reminder)
    listed = words(await network.ask(network.bruno, "!échéances"))
    assert "Trophées : appel à candidatures" in listed
    await network.bot.stop()
    await network.bot.start()
    await network.ask(network.bruno, "!veille appels")
    said = await network.said(network.anne)
    assert sum("Plus que quelques jours" in text for text in said) == 1
