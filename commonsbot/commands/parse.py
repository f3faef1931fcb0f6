"""From what a member typed to a command and its value, forgiving what phones do to text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz.distance import DamerauLevenshtein

from commonsbot.commands.command import Command, Parameter
from commonsbot.domain.folding import fold
from commonsbot.domain.sharing import LINK, find_links
from commonsbot.errors import UserError

_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f"
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_BLANK = re.compile(rf"[\s{_UNSEEN}]*")
_MARK = re.compile(rf"[!！]([\s{_UNSEEN}]*)")
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"(?:fiche\s*)?(?:n\s*[°ºo.]?\s*|#\s*)?(\d{1,9})\b[\s.,!?]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Call:
    """A text addressed to the bot: `words` is all of it, without the mark."""

    words: str
    marked: bool
    """It began with `!`."""


def read_call(text: str, *, addressed: bool, known: Iterable[str]) -> Call | None:
    """The call in `text`; None for a message that is not for the bot.

    `addressed`: in a direct chat or after a mention, where the `!` is optional. « ! aide » is
    forgiven, but « ! » and a word that is no command is only somebody's emphasis.
    """
    text = _BLANK.sub("", text, count=1).rstrip()
    mark = _MARK.match(text)
    if not mark:
        # The bot's name alone is somebody who wonders what it can do.
        return Call(text or "aide", marked=False) if addressed else None
    words = text[mark.end() :]
    if not words or not (words[0].isalnum() or words[0] == "#"):
        return None
    spaced = bool(_INVISIBLE.sub("", mark[1]))
    if spaced and not addressed and name_of(words.split(maxsplit=1)[0]) not in known:
        return None
    return Call(words, marked=True)


def is_command(text: str) -> bool:
    """Whether `text` is said to the bot: « !… »."""
    call = read_call(text, addressed=False, known=())
    return call is not None and call.marked


def name_of(word: str) -> str:
    """A typed word as command names are written: no accents, case or punctuation at the end."""
    return fold(_INVISIBLE.sub("", word)).strip(".,;:!?…\"'«»“”-")


@dataclass(frozen=True, slots=True)
class Table:
    """The commands by every name they answer to."""

    commands: tuple[Command, ...]
    by_name: dict[str, Command]
    families: frozenset[str]
    """First words of two-word names."""

    @classmethod
    def of(cls, commands: Iterable[Command]) -> "Table":
        commands = tuple(commands)
        by_name = {fold(name): command for command in commands for name in command.names}
        families = frozenset(name.split()[0] for name in by_name if " " in name)
        return cls(commands, by_name, families)

    def heads(self) -> frozenset[str]:
        """What a call may begin with."""
        return frozenset(name.split()[0] for name in self.by_name)

    def find(self, words: str) -> tuple[Command, str] | None:
        """The command that `words` begins with, and what follows it, as typed."""
        spans = [match for match, _ in zip(_WORD.finditer(words), range(2), strict=False)]
        for size in (2, 1):
            name = " ".join(name_of(match[0]) for match in spans[:size])
            if len(spans) < size or name not in self.by_name:
                continue
            if size == 1 and len(spans) > 1 and self._mistyped(name, name_of(spans[1][0])):
                return None
            return self.by_name[name], words[spans[size - 1].end() :].strip()
        return None

    def _mistyped(self, head: str, second: str) -> bool:
        """Whether `second` was meant to be the second word of a family.

        Where the first word is a command of its own that takes words, it has to look like one.
        """
        if head not in self.families:
            return False
        if self.by_name[head].parameter is None:
            return True
        seconds = [name.partition(" ")[2] for name in self.by_name if name.startswith(f"{head} ")]
        return _closest(second, seconds) is not None

    def nearest(self, words: str) -> tuple[str, Command] | None:
        """What was typed as a name, and the command it is close enough to mean."""
        typed = [name_of(word) for word in words.split()[:2]]
        for size in (2, 1):
            part = " ".join(typed[:size])
            names = [name for name in self.by_name if len(name.split()) == size <= len(typed)]
            if near := _closest(part, names):
                return part, self.by_name[near]
        return None


def _closest(typed: str, names: Iterable[str]) -> str | None:
    """The name fewest slips away: one, or one in three letters of a longer word."""
    slips = max(1, len(typed) // 3)
    found = [
        (distance, name)
        for name in names
        if (distance := DamerauLevenshtein.distance(typed, name, score_cutoff=slips)) <= slips
    ]
    return min(found)[1] if found else None


Value: TypeAlias = str | int | tuple[int, str]


def read_value(command: Command, rest: str) -> Value | None:
    """The typed value of what follows the command; None when nothing is asked for.

    Raises UserError; what to type instead is the command's own example.
    """
    if command.parameter is None or (not rest and command.optional):
        return None
    if command.parameter not in _AS_TYPED:
        rest = _INVISIBLE.sub("", rest).strip()
    if not rest:
        raise UserError("missing-argument")
    return _READERS[command.parameter](rest)


def read_number(text: str) -> int | None:
    """« 42 », « n° 42 », « #42 », « fiche 42 » alone."""
    match = _NUMBER.fullmatch(text.replace("\u00a0", " ").strip())
    return int(match[1]) if match else None


def _number(rest: str) -> int:
    return _numbered(rest)[0]


def _numbered(rest: str) -> tuple[int, str]:
    found = read_numbered(rest)
    if found is None:
        raise UserError("argument-number-wrong", value=rest.split()[0][:60])
    return found


def read_numbered(text: str) -> tuple[int, str] | None:
    """« 42 … »: the number at the head, and what follows it as typed."""
    number = _NUMBER.match(text.replace("\u00a0", " "))
    return (int(number[1]), text[number.end() :].strip()) if number else None


def read_address(text: str) -> str | None:
    """The web address that `text` begins with, « https:// » or not."""
    text = re.sub(r"^\W*(https?:/{1,2})\s+", r"\1", text)  # phones put a space there
    word = text.split()[0].strip("<>()[]«»“”\"'")
    if not LINK.match(word) and re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[/?].*)?", word):
        word = f"https://{word}"
    return next(iter(find_links(word)), None)


def _words(rest: str) -> str:
    return " ".join(rest.split())


_READERS: dict[Parameter, Callable[[str], Value]] = {
    Parameter.NUMBER: _number,
    Parameter.NUMBERED: _numbered,
    Parameter.SOURCE: _words,
    Parameter.FOLLOWED: _words,
    Parameter.WORDS: _words,
    Parameter.PLACE: _words,
    Parameter.PERIOD: _words,
    Parameter.THEME: _words,
    Parameter.THEMES: _words,
    Parameter.TOOL: _words,
    Parameter.CONTENT: str,
    Parameter.COMMAND: str,
}
_AS_TYPED = frozenset({Parameter.CONTENT, Parameter.NUMBERED})
"""Whose invisible characters are the member's: they join emojis, and turn the direction."""
