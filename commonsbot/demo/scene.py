"""The scene: what is said, what must follow, and how long that may take."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from commonsbot.demo.chronicle import Chronicle
from commonsbot.demo.seen import Event, body_of
from commonsbot.demo.stage import Stage
from commonsbot.demo.terminal import Terminal

FEED = "actualites"
ARTICLE = "https://www.reseau-comexemple.example.org/signaletique-dix-panneaux"
NUMBER = re.compile(r"!(?:retirer|remove)\s(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One expectation: `demo-beat-{id}` names it, `demo-say-{id}` is what `who` types.

    `shows` and `hides` name the sentences that the answer must hold, and must not.
    """

    id: str
    rooms: tuple[str, ...] = ("help",)
    """What is typed is typed in the first; an answer must come in each."""
    who: str = ""
    """Nobody: the bot speaks of itself."""
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    emoji: str = ""
    """Put on what was typed; the bot reacts to that."""
    publishes: bool = False
    """The followed site brings out an article."""
    deadline: float = 10.0
    """Seconds."""


SCENE = (
    Beat(id="introduction", rooms=("help", "news", "office")),
    Beat(id="share", who="anne", shows=("demo-share-title", "audience-network")),
    Beat(id="search", who="bruno", shows=("demo-share-title", "demo-search-starter")),
    Beat(id="card", who="bruno", shows=("demo-share-title",)),
    Beat(id="thanks", who="bruno", shows=("demo-share-title",)),
    Beat(id="trial", who="claire", shows=("trial-thanks-adapted",)),
    Beat(id="mistyped", who="bruno", shows=("demo-mistyped-near",)),
    Beat(id="capture", who="bruno", emoji="💡", shows=("demo-say-capture", "audience-network")),
    Beat(
        id="secret",
        who="bruno",
        rooms=("office",),
        shows=("demo-secret-title", "audience-room"),
    ),
    Beat(id="hidden", who="bruno", hides=("demo-secret-title",)),
    Beat(id="source", who="claire", rooms=("news",), shows=("demo-source-title",)),
    Beat(id="relay", rooms=("news",), publishes=True, shows=("demo-article-title",)),
    Beat(id="word", who="claire", rooms=("news",), shows=("demo-word",)),
    Beat(
        id="letter",
        who="claire",
        rooms=("news",),
        shows=("demo-word", "demo-share-title", "demo-article-title"),
        hides=("demo-secret-title",),
    ),
)

RETURN = (Beat(id="return", who="bruno"),)
"""For a demonstration that is taken up again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    name: str
    took: float | None = None
    """Seconds until the last answer; None when it did not come."""
    why: str = ""

    @property
    def good(self) -> bool:
        return self.took is not None


@dataclass(slots=True)
class Performance:
    """One playing of a scene: `outcomes` grows with it, even when it is interrupted."""

    stage: Stage
    chronicle: Chronicle
    terminal: Terminal
    scene: Sequence[Beat] = SCENE
    outcomes: list[Outcome] = field(default_factory=list)
    _facts: dict[str, str] = field(default_factory=dict)

    @property
    def good(self) -> bool:
        return len(self.outcomes) == len(self.scene) and all(one.good for one in self.outcomes)

    async def play(self) -> None:
        """Beat after beat, until one fails: the next ones may need it."""
        self._facts["url"] = self.stage.feeds.url(FEED)
        for beat in self.scene:
            self.terminal.title(self._say(f"demo-beat-{beat.id}"))
            self.chronicle.raise_curtain()
            outcome = await self._perform(beat)
            self.outcomes.append(outcome)
            if not outcome.good:
                return

    async def _perform(self, beat: Beat) -> Outcome:
        name = self._say(f"demo-beat-{beat.id}")
        began = time.monotonic()
        after = await self._cause(beat)
        listener = self.stage.people[beat.who] if beat.who else self.stage.observer
        try:
            for key in beat.rooms:
                answer = await listener.wait(
                    room=self.stage.places[key].id,
                    sender=self.stage.bot_id,
                    predicate=self._wish(beat),
                    after=after,
                    deadline=max(0.0, began + beat.deadline - time.monotonic()),
                )
                took = time.monotonic() - began
                took = await self.chronicle.shown(answer["event_id"]) or took
                if not await self._is_safe(key, answer):
                    return Outcome(name, why=self._say("demo-outcome-clear"))
        except TimeoutError:
            return Outcome(name, why=self._say("demo-outcome-late", seconds=f"{beat.deadline:g}"))
        if beat.id == "share" and (found := NUMBER.search(body_of(answer))):
            self._facts["number"] = found[1]
        return Outcome(name, took)

    async def _cause(self, beat: Beat) -> str | None:
        """What the bot reacts to; the id of the message, if it is one."""
        room = self.stage.places[beat.rooms[0]].id
        if beat.publishes:
            title, summary = self._say("demo-article-title"), self._say("demo-article-summary")
            self.stage.feeds.publish(FEED, title, ARTICLE, summary)
            self.terminal.line(f"  {self._say('demo-article-published', title=title)}", "dim")
            self.chronicle.ask(room)
        if not beat.who:
            return None
        self.chronicle.ask(room)
        person = self.stage.people[beat.who]
        said = await person.send(room, self._say(f"demo-say-{beat.id}"))
        return await person.react(room, said, beat.emoji) if beat.emoji else said

    def _wish(self, beat: Beat) -> "Answer":
        shown = tuple(self._say(id) for id in beat.shows)
        return Answer(shown, tuple(self._say(id) for id in beat.hides))

    async def _is_safe(self, key: str, answer: Event) -> bool:
        """In an encrypted room the homeserver holds no readable answer."""
        place = self.stage.places[key]
        if not place.encrypted:
            return True
        kept = await self.stage.observer.as_kept(place.id, answer["event_id"])
        return bool(kept["type"] == "m.room.encrypted")

    def _say(self, id: str, **values: str) -> str:
        return self.stage.words.plain(id, **(self._facts | values))


@dataclass(frozen=True, slots=True)
class Answer:
    """Tells the answer that is waited for. Kinds of spaces make no difference."""

    shows: tuple[str, ...]
    hides: tuple[str, ...]

    def __call__(self, event: Event) -> bool:
        text = _spaced(body_of(event))
        return (
            bool(text)
            and all(_spaced(part) in text for part in self.shows)
            and not any(_spaced(part) in text for part in self.hides)
        )


def _spaced(text: str) -> str:
    return " ".join(text.split())
