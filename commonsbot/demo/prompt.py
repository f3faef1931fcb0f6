"""The prompt: talk as anyone, in any room, while what others say is shown above the line."""

import asyncio
import queue
import readline
import shutil
import signal
import sys
import termios
import threading
from collections.abc import Callable, Coroutine
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from commonsbot.demo.chronicle import Chronicle, is_call
from commonsbot.demo.kept import Place
from commonsbot.demo.scene import FEED
from commonsbot.demo.stage import MEMBERS, MODERATOR, Stage
from commonsbot.demo.terminal import Terminal
from commonsbot.errors import MatrixError

COMMANDS = {
    "aide": "help", "help": "help", "?": "help",
    "quitter": "quit", "quit": "quit", "exit": "quit",
    "salon": "room", "salons": "room", "room": "room", "rooms": "room",
    "article": "article",
    **{name: "speaker" for name in MEMBERS},
}  # fmt: skip


class TypedLine:
    """The line being typed: taken off the terminal while something is shown, then put back."""

    def __init__(self, bold: bool) -> None:
        self._style = ("\x1b[1m", "\x1b[0m") if bold else ("", "")
        self._prompt = ""
        self._open = False

    def read(self, prompt: str) -> str:
        """What is typed after `prompt`. Raises EOFError at Ctrl-D."""
        on, off = (f"\001{code}\002" if code else "" for code in self._style)
        self._prompt, self._open = prompt, True
        try:
            return input(f"{on}{prompt}{off}")  # \001 and \002: readline does not count these
        finally:
            self._open = False

    def close(self) -> None:
        self._open = False

    def hide(self) -> None:
        if self._open:
            columns = shutil.get_terminal_size().columns
            above = len(self._prompt + readline.get_line_buffer()) // columns
            sys.stdout.write((f"\x1b[{above}A" if above else "") + "\r\x1b[J")
            sys.stdout.flush()

    def show(self) -> None:
        if self._open:
            on, off = self._style
            sys.stdout.write(f"{on}{self._prompt}{off}{readline.get_line_buffer()}")
            sys.stdout.flush()


class Keyboard:
    """Lines typed at the terminal, read in a thread: the rooms go on meanwhile."""

    def __init__(self, line: TypedLine) -> None:
        self._line = line
        self._loop = asyncio.get_running_loop()
        self._prompts: queue.SimpleQueue[tuple[str, asyncio.Future[str]]] = queue.SimpleQueue()
        # A daemon: nothing can call it back from a line that is never finished.
        threading.Thread(target=self._read, name="keyboard", daemon=True).start()

    async def ask(self, prompt: str) -> str:
        """The next line. Raises EOFError at Ctrl-D and Ctrl-C."""
        answer: asyncio.Future[str] = self._loop.create_future()
        self._loop.add_signal_handler(signal.SIGINT, _give_up, answer)
        self._prompts.put((prompt, answer))
        return await answer

    def _read(self) -> None:
        while True:
            prompt, answer = self._prompts.get()
            try:
                line = self._line.read(prompt)
            except EOFError:
                self._loop.call_soon_threadsafe(_give_up, answer)
                return
            except UnicodeDecodeError:
                line = ""  # not text: as good as nothing typed
            self._loop.call_soon_threadsafe(_give, answer, line)


def _give(answer: "asyncio.Future[str]", line: str) -> None:
    if not answer.done():
        answer.set_result(line)


def _give_up(answer: "asyncio.Future[str]") -> None:
    if not answer.done():
        answer.set_exception(EOFError())


class Prompt:
    """Who speaks, and where."""

    def __init__(
        self, stage: Stage, chronicle: Chronicle, terminal: Terminal, folder: Path | None
    ) -> None:
        """`folder`: where the demonstration is kept; None when it goes at the end."""
        self._stage = stage
        self._chronicle = chronicle
        self._terminal = terminal
        self._folder = folder
        self._who = MEMBERS[0]
        self._room = next(iter(stage.places.values()))
        self._commands: dict[str, Callable[[str, str], Coroutine[Any, Any, None]]] = {
            "help": self._help,
            "room": self._go,
            "article": self._publish,
            "speaker": self._become,
        }

    async def run(self) -> None:
        """Until /quitter, Ctrl-D or Ctrl-C. The terminal is left as it was."""
        self._introduce()
        before = termios.tcgetattr(sys.stdin)
        self._terminal.editing = line = TypedLine(bold=self._terminal.coloured)
        try:
            keyboard = Keyboard(line)
            while await self._do((await keyboard.ask(self._prompt())).strip()):
                pass
        except EOFError:
            print()
        finally:
            line.close()
            self._terminal.editing = None
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)

    def _prompt(self) -> str:
        return f"{self._who.capitalize()} · {self._room.name} > "

    def _introduce(self) -> None:
        say, terminal = self._stage.words.plain, self._terminal
        terminal.title(say("demo-yours"))
        terminal.line(say("demo-yours-intro"))
        terminal.line(say("demo-commands"))
        terminal.line()
        terminal.line(say("demo-feeds"))
        for feed in self._stage.feeds.names:
            terminal.verbatim(f"  {self._stage.feeds.url(feed)}")
        terminal.line()
        terminal.line(say("demo-element"))
        terminal.line(f"  {self._stage.homeserver.url}", "bold")
        for name in MEMBERS:
            id = "demo-element-moderator" if name == MODERATOR else "demo-element-account"
            password = self._stage.passwords[name]
            shown = say(id, name=name.capitalize(), user=name, password=password)
            terminal.line(f"  {shown}")
        if self._folder:
            terminal.line(say("demo-kept", path=str(self._folder)))
        else:
            terminal.line(say("demo-not-kept"))
        terminal.line()

    async def _do(self, line: str) -> bool:
        """Carries out one line; whether to go on."""
        if not line.startswith("/"):
            if line:
                await self._speak(line.replace("\\n", "\n"))
            return True
        word, _, rest = line[1:].partition(" ")
        verb = COMMANDS.get(word.lower())
        if verb == "quit":
            return False
        if verb is None:
            self._unknown(word)
        else:
            await self._commands[verb](word.lower(), rest.strip())
        return True

    async def _speak(self, text: str) -> None:
        person, room = self._stage.people[self._who], self._room.id
        self._chronicle.typed(person.user_id, room, text)
        if is_call(text):
            self._chronicle.ask(room)
        try:
            await person.send(room, text)
        except MatrixError as error:
            self._terminal.line(self._stage.words.plain("demo-not-sent", detail=str(error)))

    async def _help(self, word: str, rest: str) -> None:
        self._terminal.line(self._stage.words.plain("demo-commands"))

    async def _become(self, word: str, rest: str) -> None:
        self._who = word

    async def _go(self, word: str, rest: str) -> None:
        places = list(self._stage.places.values())
        found = _place_named(rest, places) if rest else None
        if found:
            self._room = found
            return
        if rest:
            self._terminal.line(self._stage.words.plain("demo-room-unknown", word=rest))
        for number, place in enumerate(places, 1):
            id = "demo-room-line-here" if place is self._room else "demo-room-line"
            shown = self._stage.words.plain(id, number=str(number), name=place.name)
            self._terminal.line(f"  {shown}")

    async def _publish(self, word: str, title: str) -> None:
        say = self._stage.words.plain
        if not title:
            self._terminal.line(say("demo-article-untitled"))
            return
        number = len(self._stage.observer.seen.events)
        link = f"https://www.reseau-comexemple.example.org/article-{number}"
        self._stage.feeds.publish(FEED, title, link, say("demo-article-yours"))
        self._terminal.line(f"  {say('demo-article-published', title=title)}", "dim")
        self._terminal.line(f"  {say('demo-article-followed')}", "dim")

    def _unknown(self, word: str) -> None:
        near = get_close_matches(word.lower(), COMMANDS, n=1)
        id = "demo-slash-near" if near else "demo-slash-unknown"
        shown = self._stage.words.plain(id, word=f"/{word}", near=f"/{near[0]}" if near else "")
        self._terminal.line(shown)


def _place_named(text: str, places: list[Place]) -> Place | None:
    """The room of that number, or the only one whose name begins with `text`."""
    if text.isdecimal():
        return places[int(text) - 1] if 0 < int(text) <= len(places) else None
    found = [place for place in places if place.name.lower().startswith(text.lower())]
    return found[0] if len(found) == 1 else None
