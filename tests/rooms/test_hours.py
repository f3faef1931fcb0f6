"""The right to disconnect, on a real homeserver: what waits, what does not, and what opens."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from commonsbot.demo.people import Person
from commonsbot.demo.seen import Event
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import Network, is_message, words

pytestmark = pytest.mark.rooms

HELD = "message held until the next opening"


@pytest.fixture
async def network(new_network: NewNetwork) -> Network:
    network = await new_network()
    await network.start()
    return network


async def close_today(network: Network) -> None:
    today = datetime.now(UTC).astimezone(ZoneInfo("Europe/Paris"))
    said = words(await network.ask(network.anne, f"!salon fermeture {today:%d/%m/%Y}"))
    assert "C'est noté : fermé" in said


async def propose(network: Network, number: str, title: str) -> str:
    """Bruno proposes to change the card of Anne; gives his message."""
    sent = await network.bruno.send(network.room, f"!modifier {number} titre: {title}")
    await network.answer(network.bruno, sent)
    return sent


async def asked(network: Network, person: Person, about: str) -> Event:
    return await person.wait(
        room=network.room,
        sender=network.bot.user_id,
        predicate=lambda event: (
            is_message(event)
            and "propose de modifier" in words(event)
            and about in words(event)
            and event["content"]["m.mentions"] != {}
        ),
    )


async def test_a_closed_room_hears_answers_alone_until_it_opens(network: Network) -> None:
    first = await network.share(network.anne, "!partager Plan de la ville")
    await close_today(network)
    await propose(network, first, "Plan de la commune")
    await network.bot.logged(HELD, room=network.room, kind="prompt")
    await propose(network, first, "Plan du bourg")

    answer = await network.ask(network.bruno, "!aide")
    assert answer["content"]["msgtype"] == "m.notice"
    assert answer["content"]["m.mentions"] == {}
    assert not [text for text in await network.said(network.anne) if "propose de modifier" in text]

    opened = await network.anne.send(network.room, "!salon rouvrir")
    one = await asked(network, network.anne, "Plan de la commune")
    two = await asked(network, network.anne, "Plan du bourg")
    assert one["content"]["m.mentions"] == {"user_ids": [network.anne.user_id]}
    history = [event["event_id"] for event in await network.anne.messages(network.room)]
    places = [history.index(event) for event in (opened, one["event_id"], two["event_id"])]
    assert places == sorted(places) or places == sorted(places, reverse=True), "in order"


async def test_a_share_in_a_closed_room_gets_a_sign(network: Network) -> None:
    await network.share(network.bruno, "!partager Première")
    await close_today(network)
    shared = await network.bruno.send(network.room, "!partager Affiche de la fête")
    sign = await network.bruno.wait(
        room=network.room,
        sender=network.bot.user_id,
        predicate=lambda event: event["type"] == "m.reaction",
    )
    relation = {"rel_type": "m.annotation", "event_id": shared, "key": "✅"}
    assert sign["content"]["m.relates_to"] == relation
    assert "Affiche de la fête" in words(await network.ask(network.bruno, "!fiche"))
    assert "Affiche de la fête" in words(await network.ask(network.bruno, "!annuler"))


async def test_an_urgent_word_passes_and_says_whose_it_is(network: Network) -> None:
    await close_today(network)
    assert "personnes désignées" in words(await network.ask(network.bruno, "!urgent Alerte"))
    urgent = await network.ask(network.anne, "!urgent L'eau est coupée demain.")
    assert words(urgent).startswith("Urgent · de la part de @anne")
    assert "hors des heures de ce salon" in words(urgent)
    assert urgent["content"]["msgtype"] == "m.text"
    assert urgent["content"]["m.mentions"] == {"room": True}
    journal = "SELECT count(*) FROM journal WHERE what = 'urgent' AND who = ?"
    assert network.bot.count(journal, network.anne.user_id) == 1


async def test_who_is_away_is_asked_when_they_are_back(network: Network) -> None:
    number = await network.share(network.anne, "!partager Plan de la ville")
    assert "je ne vous adresse rien" in words(await network.ask(network.anne, "!pause 2 semaines"))
    await propose(network, number, "Plan de la commune")
    await network.bot.logged(HELD, room=network.room, kind="prompt")
    await network.bot.stop()
    await network.bot.start()
    assert "En pause" in words(await network.ask(network.anne, "!mes-heures"))
    assert not [text for text in await network.said(network.anne) if "propose de modifier" in text]
    await network.anne.send(network.room, "!reprendre")
    await asked(network, network.anne, "Plan de la commune")
