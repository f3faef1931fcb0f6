"""Whether memory grows with use: the same work again and again, and what the last of it adds.

Members ask for cards, search and share; a moderator has sources followed, each read as it is added.
"""

from itertools import count
from pathlib import Path

from benchmarks.bots import Bot, commonsbot
from benchmarks.figures import Figure
from benchmarks.latency import DEADLINE
from benchmarks.news import HOSTS, Site, site
from benchmarks.stage import Stage, open_stage
from commonsbot.demo.seen import Event

RESOURCES = 1000
PARTS = 4
COMMANDS = 500  # in each part
EACH = 10  # commands for one source
GROWTH_BAR = 2.0  # MiB, from the third part to the last

ASKED = (
    "!fiche {n}",
    "!chercher affiche {n}",
    "!partager Mesure {n} #mesure\nPour savoir ce que cela pèse.",
    "!récent",
    "!aide partager",
    "!thèmes",
    "!veille",
    "!chercher charte graphique sans budget",
    "!utile {n}",
)


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    commands = 40 if quick else COMMANDS
    settings = {"allowed_hosts": HOSTS, "interval": "20 h", "slowest": "20 h"}
    async with (
        site() as feeds,
        open_stage(folder, members=2) as stage,
        commonsbot(stage, 1, RESOURCES, news=settings) as bot,
    ):
        feeds.begin(feeds.known)
        numbers = count(1)
        taken = [await _part(stage, bot, feeds, commands, numbers) for _ in range(PARTS)]
    told = f"{commands} commands and {commands // EACH} sources read, each time"
    first, *_, third, last = taken
    return [
        Figure("memory after some use", first, "MiB", note=told),
        Figure("memory after four times that", last, "MiB"),
        Figure("growth in the last quarter", last - third, "MiB", GROWTH_BAR),
    ]


async def _part(stage: Stage, bot: Bot, feeds: Site, commands: int, numbers: "count[int]") -> float:
    """MiB in the end."""
    for _, number in zip(range(commands), numbers, strict=False):
        if number % EACH:
            typed = ASKED[number % len(ASKED)].format(n=1 + number % RESOURCES)
        else:
            typed = f"!source ajouter {feeds.address(number)}"
        await _answered(stage, bot, typed)
    return bot.memory().resident


async def _answered(stage: Stage, bot: Bot, typed: str) -> None:
    asker = stage.members[0]
    asked = await asker.send(bot.rooms[0], typed)
    await asker.wait(sender=bot.user_id, after=asked, predicate=_says, deadline=DEADLINE)


def _says(event: Event) -> bool:
    """A reaction is an answer too: it thanks."""
    return event["type"] in ("m.room.message", "m.reaction")
