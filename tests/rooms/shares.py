"""Many shares under bad conditions, and the proof that each had one effect and one answer."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from random import Random

from commonsbot.demo.people import Person
from commonsbot.errors import UnreachableError
from tests.rooms.networks import Network, is_message, words

RETRY_AFTER = 0.2


NAMES = ("anne", "bruno", "claire", "david")
"""Of those who share, in titles: no two titles may look like one, or the bot asks back."""


def titles_of(name: str, numbers: range) -> list[str]:
    """Titles that name their author, so that each is said once in the whole room."""
    return [f"Fiche {number} de {name}." for number in numbers]


async def share_all(
    room: str, person: Person, titles: Sequence[str], chance: Random, pause: float
) -> None:
    """Shares the titles, with `pause` seconds on average between two."""
    for title in titles:
        await share_through_trouble(person, room, title)
        await asyncio.sleep(chance.uniform(0, 2 * pause))


async def share_through_trouble(person: Person, room: str, title: str) -> None:
    """As a member does when the homeserver is away: says it again, until it is accepted.

    Each attempt has its own title: the homeserver may have kept one that it did not acknowledge.
    """
    attempt = 1
    while True:
        try:
            await person.send(room, f"!partager {title} Essai {attempt}.")
        except UnreachableError:
            attempt += 1
            await asyncio.sleep(RETRY_AFTER)
        else:
            return


async def prove_each_share_had_one_effect(
    witness: Person, network: Network, room: str, expected: int
) -> None:
    """Of the shares the room holds: one resource and one answer for each, and no more."""
    history = [e for e in await witness.messages(room) if is_message(e)]
    shares = {e["event_id"]: words(e) for e in history if words(e).startswith("!partager ")}
    assert len(shares) >= expected, "what the members said is there"
    last = list(shares.values())[-1].removeprefix("!partager ")
    await witness.wait(last, room=room, sender=network.bot.user_id, deadline=60)
    await network.ask(witness, "!fiche 99999", room)  # all that comes before is answered
    rows = network.bot.rows("SELECT event_id, count(*) FROM resource GROUP BY event_id")
    assert dict(rows) == dict.fromkeys(shares, 1)
    answers = [text for text in await network.said(witness, room) if "C'est la fiche" in text]
    titles = [text.partition(" · ")[2].partition("\n")[0] for text in answers]
    wanted = [text.removeprefix("!partager ") for text in shares.values()]
    assert Counter(titles) == Counter(wanted)
