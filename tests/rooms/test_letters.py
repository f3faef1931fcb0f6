"""The weekly letter, on demand and at its time."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from commonsbot.demo.seen import Event
from commonsbot.domain.editions import week_of
from commonsbot.domain.hours import PARIS
from tests.rooms.conftest import NewNetwork
from tests.rooms.networks import Network, eventually, words

pytestmark = pytest.mark.rooms

LETTER = "La lettre du réseau"
NOTHING = "Rien à dire pour l'instant"
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
WEEK_MS = 7 * 24 * 3600 * 1000


def schedule(moment: datetime) -> dict[str, Any]:
    """The settings of a letter that leaves each week at this moment."""
    return {"day": DAYS[moment.weekday()], "at": f"{moment:%H:%M}", "timezone": "UTC"}


async def letters(network: Network) -> int:
    return sum(text.startswith(LETTER) for text in await network.said(network.anne))


async def started_a_week_ago(network: Network) -> None:
    """The bot was there all the past week, and is stopped."""
    await network.start()
    await network.bot.stop()
    network.bot.alter("UPDATE room SET joined_at = joined_at - ?", WEEK_MS)


async def edition_decided(network: Network, state: str) -> None:
    """The edition of the room is in the books, whether or not a letter leaves."""
    count = "SELECT count(*) FROM edition WHERE room_id = ? AND state = ? AND requested = 0"
    await eventually(lambda: network.bot.count(count, network.room, state) == 1, state)


async def test_a_moderator_sees_the_letter_before_it_leaves_and_sends_it(
    new_network: NewNetwork,
) -> None:
    network = await new_network()
    await network.start()
    assert NOTHING in words(await network.ask(network.anne, "!lettre aperçu"))
    assert NOTHING in words(await network.ask(network.anne, "!lettre maintenant"))
    await network.share(network.bruno, "!partager Une maquette de bulletin")
    preview = words(await network.ask(network.anne, "!lettre aperçu"))
    assert "telle qu'elle partira" in preview
    assert "Une maquette de bulletin" in preview
    letter = words(await network.ask(network.anne, "!lettre maintenant"))
    assert letter.startswith(LETTER)
    assert "Une maquette de bulletin" in letter
    assert NOTHING in words(await network.ask(network.anne, "!lettre maintenant"))


async def test_a_letter_whose_time_passed_while_it_was_stopped_leaves_exactly_once(
    new_network: NewNetwork,
) -> None:
    passed = datetime.now(UTC) - timedelta(hours=2)
    network = await new_network(digest=schedule(passed + timedelta(days=1)))
    await network.start()
    await network.share(network.bruno, "!partager Un modèle de communiqué")
    await network.bot.stop()
    for noun in ("room SET joined_at = joined_at", "resource SET created_at = created_at"):
        network.bot.alter(f"UPDATE {noun} - ?", WEEK_MS // 14)
    network.bot.configure(digest=schedule(passed))
    await network.bot.start()
    letter = await network.anne.wait(LETTER, room=network.room, sender=network.bot.user_id)
    assert "Un modèle de communiqué" in words(letter)
    for _ in range(2):
        await network.bot.kill()
        await network.bot.start()
    await network.ask(network.anne, "!aide")
    assert await letters(network) == 1


async def test_nothing_is_sent_when_there_is_nothing_to_say(new_network: NewNetwork) -> None:
    network = await new_network(digest=schedule(datetime.now(UTC) - timedelta(hours=1)))
    await started_a_week_ago(network)
    await network.bot.start()
    await edition_decided(network, "empty")
    await network.ask(network.anne, "!aide")
    assert await letters(network) == 0


async def test_without_a_letter_in_the_settings_none_leaves(new_network: NewNetwork) -> None:
    network = await new_network(digest="off")
    await network.start()
    await network.share(network.bruno, "!partager Un organigramme")
    assert "Un organigramme" in words(await network.ask(network.anne, "!lettre aperçu"))
    assert network.bot.count("SELECT count(*) FROM edition") == 0


async def test_what_moderators_choose_is_what_leaves_and_can_be_read_again(
    new_network: NewNetwork,
) -> None:
    network = await new_network(digest="off")
    await network.start()
    for number in range(1, 10):
        await network.share(network.bruno, f"!partager Idée de Bruno {number}")
    await network.share(network.claire, "!partager Idée de Claire")
    said = words(await network.ask(network.anne, "!lettre mot “Bonne semaine à vous”"))
    assert "Bonne semaine à vous" in said
    assert "ne sera pas dans" in words(await network.ask(network.anne, "!lettre retirer 10"))
    assert "viendra en premier" in words(await network.ask(network.anne, "!lettre ajouter n°4"))
    shown, shown_rest = await letter_and_thread(network, "!lettre aperçu")
    sent, sent_rest = await letter_and_thread(network, "!lettre maintenant")
    assert words(shown).partition("\n\n")[2] == words(sent)
    assert words(shown_rest) == words(sent_rest)
    letter = words(sent)
    assert "Bonne semaine à vous" in letter and "Idée de Claire" not in letter
    assert letter.index("Idée de Bruno 4") < letter.index("Idée de Bruno 9")
    assert "Idée de Bruno 1" in words(sent_rest)

    await network.ask(network.bruno, "!retirer 9")
    again = words(await network.ask(network.bruno, f"!lettre {week_of(datetime.now(PARIS))}"))
    assert "Idée de Bruno 4" in again and "Idée de Bruno 9" not in again


async def letter_and_thread(network: Network, command: str) -> tuple[Event, Event]:
    """What answers, and what the bot then says in its thread."""
    letter = await network.ask(network.anne, command)

    def is_under_it(event: Event) -> bool:
        relation = event["content"].get("m.relates_to", {})
        return bool(
            (relation.get("rel_type"), relation.get("event_id")) == ("m.thread", letter["event_id"])
        )

    bot = network.bot.user_id
    rest = await network.anne.wait(room=network.room, sender=bot, predicate=is_under_it)
    return letter, rest


async def test_the_moderators_room_sees_the_letter_the_day_before(new_network: NewNetwork) -> None:
    tomorrow = datetime.now(UTC) + timedelta(hours=23)
    network = await new_network(digest=schedule(tomorrow))
    desk = await network.new_room("Modération")
    network.bot.configure(moderation={"room": desk})
    await network.start()
    await network.share(network.bruno, "!partager Un modèle de convention")
    for _ in range(2):
        await network.bot.stop()
        await network.bot.start()
    bot = network.bot.user_id
    shown = words(await network.anne.wait("La lettre de", room=desk, sender=bot))
    assert "telle qu'elle est prévue" in shown and "Un modèle de convention" in shown
    await network.ask(network.anne, "!aide")
    count = "SELECT count(*) FROM outbox WHERE key LIKE 'eve:%'"
    assert network.bot.count(count) == 1
