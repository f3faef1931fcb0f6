"""What the terminal shows: who said what, where, and how long the answer took.

Colours only at a terminal and without NO_COLOR; never the only carrier of meaning.
"""

import os
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from commonsbot.demo.words import duration, seconds
from commonsbot.texts.translator import Translator
from commonsbot.texts.typography import french

WIDEST = 96  # columns: longer lines are hard to read
MARGIN = "    "

ROOM_COLOURS = ("cyan", "yellow", "magenta", "blue")
NAME_COLOURS = {"Anne": "bright_red", "Bruno": "bright_blue", "Claire": "bright_magenta"}
BOT_COLOUR = "bright_green"


class Editing(Protocol):
    """A line that somebody is typing while other things are shown."""

    def hide(self) -> None: ...
    def show(self) -> None: ...


class Terminal:
    """Writes to `file`. `editing` is put out of the way of each line shown."""

    def __init__(self, words: Translator, file: TextIO) -> None:
        self.words = words
        self.editing: Editing | None = None
        self._rooms: list[str] = []
        plain = "NO_COLOR" in os.environ or not file.isatty()
        self._console = Console(
            file=file,
            color_system=None if plain else "auto",
            force_terminal=None if file.isatty() else False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    @property
    def coloured(self) -> bool:
        return self._console.color_system is not None

    @property
    def width(self) -> int:
        return min(self._console.width, WIDEST)

    def line(self, text: str = "", style: str = "") -> None:
        """`text` on lines of its own, wrapped."""
        self._print(*(Text(row, style) for row in self._rows(text, self.width)))

    def verbatim(self, text: str) -> None:
        """`text` as it is: an address, a log."""
        self._print(*(Text(row) for row in text.split("\n")))

    def title(self, text: str) -> None:
        """What comes next, set off by an empty line."""
        rows = self._rows(f"▸ {text}", self.width)
        self._print(Text(), *(Text(row, "bold") for row in rows))

    def message(self, who: str, where: str, text: str, took: float | None, *, bot: bool) -> None:
        """Somebody's message; `took` is the answer's delay in seconds."""
        head = Text("  ")
        head.append(who, Style(color=BOT_COLOUR if bot else NAME_COLOURS.get(who), bold=True))
        head.append(" · ", "dim")
        head.append(where, self.room_colour(where))
        if took is not None:
            head.append(f" · {duration(self.words, took)}", "dim")
        rows = self._rows(text.strip(), self.width - len(MARGIN))
        self._print(head, *(Text(f"{MARGIN}{row}".rstrip()) for row in rows))

    def outcome(self, sign: str, name: str, detail: str) -> None:
        """One line of the summary: ✓, ✗ or ·"""
        colour = {"✓": "green", "✗": "red"}.get(sign, "dim")
        rows = self._rows(f"{sign} {name} · {detail}", self.width)
        self._print(*(Text(row, colour) for row in rows))

    @contextmanager
    def step(self, id: str, done: str = "demo-step-done") -> Iterator[None]:
        """« Serveur Matrix de démonstration… prêt en 1,9 s », on one line."""
        began = time.monotonic()
        self._console.print(f"{self.words.plain(id)}… ", end="", soft_wrap=True)
        self._console.file.flush()
        try:
            yield
        except BaseException:
            self._console.print("✗")
            raise
        took = seconds(self.words, time.monotonic() - began)
        self._console.print(self.words.plain(done, seconds=took), style="green")

    def room_colour(self, name: str) -> str:
        """Each room keeps its colour."""
        if name not in self._rooms:
            self._rooms.append(name)
        return ROOM_COLOURS[self._rooms.index(name) % len(ROOM_COLOURS)]

    def _rows(self, text: str, width: int) -> list[str]:
        """French spaces hold whatever the language: the starter cards are French in any case."""
        return [row for line in french(text).split("\n") for row in wrapped(line, width)]

    def _print(self, *rows: Text) -> None:
        if self.editing:
            self.editing.hide()
        for row in rows:
            self._console.print(row, soft_wrap=True)
        if self.editing:
            self.editing.show()


def wrapped(line: str, width: int) -> list[str]:
    """`line` cut between words, what follows aligned with its text; an address is never cut.

    Non-breaking spaces hold: only ordinary ones are places to cut.
    """
    body = line.lstrip(" ")
    indent = " " * (len(line) - len(body))
    marker = body[:2] if body[:2] in ("• ", "▸ ", "✓ ", "✗ ", "· ") else ""
    rows = textwrap.wrap(
        line,
        max(width, 20),
        subsequent_indent=indent + " " * len(marker),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return rows or [""]
