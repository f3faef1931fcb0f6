"""What is said in the rooms, shown once, as it comes to one member who is in all of them."""

import asyncio
import time
from collections import Counter

from commonsbot.demo.seen import Event, body_of
from commonsbot.demo.stage import Stage
from commonsbot.demo.terminal import Terminal

LONG = 3
"""Paragraphs: said again in the next room, so many are not worth reading twice."""


class Chronicle:
    """Shows messages until cancelled: `run`."""

    def __init__(self, stage: Stage, terminal: Terminal) -> None:
        self._stage = stage
        self._terminal = terminal
        self._rooms = {place.id: place.name for place in stage.places.values()}
        self._seen = stage.observer.seen
        self._looked = 0
        self._moved = asyncio.Event()
        self._curtain = asyncio.Event()
        self._asked: dict[str, float] = {}
        self._took: dict[str, float] = {}
        self._said: list[str] = []
        self._typed: Counter[tuple[str, str, str]] = Counter()

    def raise_curtain(self) -> None:
        """From now on, what was said and what is said is shown."""
        self._curtain.set()

    def skip_the_past(self) -> None:
        """What was said before is not shown again."""
        self._looked = len(self._seen.events)

    def ask(self, room: str) -> None:
        """Something was said that the bot answers in `room`: the clock starts."""
        self._asked[room] = time.monotonic()

    def typed(self, user: str, room: str, text: str) -> None:
        """This message stands on the terminal already."""
        self._typed[user, room, text] += 1

    async def shown(self, event_id: str) -> float | None:
        """Return once this message was shown: its delay in seconds, if it answers something."""
        while not any(event["event_id"] == event_id for event in self._seen.events[: self._looked]):
            await self._moved.wait()
        return self._took.get(event_id)

    async def run(self) -> None:
        """Shows what comes, in the order of the member's syncs."""
        await self._curtain.wait()
        while True:
            grown = self._seen.grown  # taken before the look, so that nothing slips between
            events = self._seen.events[self._looked :]
            for event in events:
                self._show(event)
            self._looked += len(events)
            self._moved.set()
            self._moved = asyncio.Event()
            await grown.wait()

    def _show(self, event: Event) -> None:
        room, sender, text = event["room_id"], event["sender"], body_of(event) or emoji_of(event)
        if not text or room not in self._rooms:
            return
        bot = sender == self._stage.bot_id
        if self._typed[sender, room, text]:
            self._typed[sender, room, text] -= 1
            return
        if bot:
            text = self._folded(text)
            if room in self._asked:
                self._took[event["event_id"]] = time.monotonic() - self._asked.pop(room)
        elif is_call(text) and room not in self._asked:
            self.ask(room)  # said from another client
        name, took = self._stage.name_of(sender), self._took.get(event["event_id"])
        self._terminal.message(name, self._rooms[room], text, took, bot=bot)

    def _folded(self, text: str) -> str:
        """Without the paragraphs that the bot has just said in another room."""
        paragraphs = text.split("\n\n")
        before, self._said = self._said, paragraphs
        same = 0
        while same < min(len(before), len(paragraphs)) and before[same] == paragraphs[same]:
            same += 1
        if same < LONG:
            return text
        return "\n\n".join([self._stage.words.plain("demo-same-message"), *paragraphs[same:]])


def emoji_of(event: Event) -> str:
    """What a reaction puts on a message; "" for anything else."""
    if event["type"] != "m.reaction":
        return ""
    return str(event["content"].get("m.relates_to", {}).get("key", ""))


def is_call(text: str) -> bool:
    """Whether the bot is to answer this."""
    return text.lstrip().startswith("!")
