"""What a share says of itself by name: « type : outil », « licence: CC BY », « visible : réseau ».

A field stands at the beginning of a line, at its end, or anywhere without a space ("type:outil");
elsewhere it is prose (« un nouveau type : le flyer »).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from rapidfuzz.distance import DamerauLevenshtein

from commonsbot.domain.audiences import Audience
from commonsbot.domain.folding import fold
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Kind

Value: TypeAlias = Kind | Licence | Audience


class Field(StrEnum):
    KIND = "kind"
    LICENCE = "licence"
    AUDIENCE = "audience"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that no field of that name takes, as typed."""

    field: Field
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    rest: str
    """The text without the fields that were understood."""
    kind: Kind | None = None
    licence: Licence | None = None
    audience: Audience | None = None
    unknown: tuple[Unknown, ...] = ()


_KINDS = {
    Kind.TIP: "astuce, astuces, tip, tips, conseil, conseils, bon plan, truc",
    Kind.EXPERIENCE: "retour d experience, retours d experience, retour, experience, rex, retex,"
    " experience report",
    Kind.TOOL: "outil, outils, tool, tools, logiciel, application, appli",
    Kind.TEMPLATE: "modele, modeles, gabarit, gabarits, template, templates",
    Kind.REFERENCE: "lien, liens, link, links, reference, references, article",
    Kind.QUESTION: "question, questions",
    Kind.TEST: "test, tests, test en cours, test under way, essai, experimentation",
}
_LICENCES = {
    Licence.OPEN_LICENCE: "licence ouverte, licence ouverte 2 0, licence ouverte 2, ouverte, lo,"
    " lo 2 0, etalab, etalab 2 0, open licence, open licence 2 0, open license, open license 2 0",
    Licence.CC0: "cc0, cc 0, cc0 1 0, cc 0 1 0, domaine public, public domain",
    Licence.CC_BY: "cc by, ccby, cc by 4 0, cc by 4",
    Licence.CC_BY_SA: "cc by sa, ccbysa, cc by sa 4 0, cc by sa 4",
    Licence.NETWORK: "interne, interne au reseau, reseau, le reseau, internal, network,"
    " inside the network",
    Licence.LINK: "lien, lien seul, lien seulement, link, link only",
}
_AUDIENCES = {
    Audience.ROOM: "salon, ce salon, le salon, prive, room, this room, the room, private",
    Audience.NETWORK: "reseau, le reseau, tout le reseau, network, the network",
    Audience.PUBLIC: "public, publique, tout le monde, tous, everyone, everybody, anyone",
}
"""Folded, one space between the words: what « CC-BY-SA 4.0 », « retour d'expérience » become."""


def _by_name(words: Mapping[Any, str]) -> dict[str, Value]:
    return {name.strip(): value for value, names in words.items() for name in names.split(",")}


_VALUES = {
    Field.KIND: _by_name(_KINDS),
    Field.LICENCE: _by_name(_LICENCES),
    Field.AUDIENCE: _by_name(_AUDIENCES),
}
_INITIALS = {"t": Field.KIND, "k": Field.KIND, "v": Field.AUDIENCE}
"""Of the names of fields; the others are of the licence."""

_NAME = re.compile(
    r"(?<![\w/#@&.?=-])(types?|kind|(?:sous\s+|under\s+)?licen[cs]es?"
    r"|visib(?:le|ilit(?:e\u0301?|é)|ility)(?:\s+(?:par|pour|dans|to|by|for|in))?)(\s*)[:：]",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_BULLET = re.compile(r"[\s>*•\-–]*")
_SEPARATORS = " \t\u00a0\u202f,;|·"
_LEFT = re.compile(rf"[{_SEPARATORS}–—]*(?:\.(?=\s|$))?[{_SEPARATORS}]*")
_NOTHING = re.compile(rf"[{_SEPARATORS}.>*•–—-]*")
_FILLER = re.compile(rf"(?:[{_SEPARATORS}.–—-]|#\w[\w-]*+)*+")
_OPENING = re.compile(r"[\s«\"“'(*`]*")
_CLOSING = re.compile(r"\s*[»\"”')*`]+")
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_GAP = re.compile(r"([^\S\n]*+)([-_.'’/]?)[^\S\n]*+(?=[^\W_])")
_LONGEST = 6
"""Words of a value."""
_TYPED = 60
"""Characters of a value that was not understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A field in a line: its name begins at `start`, its value ends at `end`."""

    field: Field
    start: int
    end: int
    value: Value | None
    typed: str
    tight: bool
    """Written without a space."""

    @property
    def weighs(self) -> bool:
        """Whether a value that is not understood must be said even where it may be prose."""
        return self.field is not Field.KIND and len(self.typed.split()) <= 3


def read_fields(content: str) -> Fields:
    """The fields of `content`, in French or English; the last one of a name counts."""
    found: dict[str, Any] = {}
    unknown: list[Unknown] = []
    lines = []
    for line in content.split("\n"):
        rest, end = "", 0
        for mark in _meant(line):
            if mark.value is None:
                unknown.append(Unknown(mark.field, mark.typed))
                continue
            found[mark.field] = mark.value
            rest = _joined(rest, line[end : mark.start])
            end = mark.end
        rest = _joined(rest, line[end:]) if end else line
        if not end or not _NOTHING.fullmatch(rest):  # a line of fields alone leaves none
            lines.append(rest)
    return Fields(rest="\n".join(lines), unknown=tuple(unknown), **found)


def value_of(field: Field, text: str) -> Value | None:
    """What `text` means alone, as the value of `field`."""
    value, end = _value(field, text)
    return value if not text[end:].strip() else None


def _joined(left: str, right: str) -> str:
    """Two parts of a line, without what separated them from a field."""
    left, right = left.rstrip(_SEPARATORS), _LEFT.sub("", right, count=1).rstrip(_SEPARATORS)
    return f"{left} {right}" if left and right else left or right


def _meant(line: str) -> list[_Mark]:
    """The fields of a line that are no prose."""
    marks = list(_marks(line))
    last = _start_of_the_end(line, marks)
    meant = []
    edge = len(line) - len(_BULLET.sub("", line, count=1))
    for mark in marks:
        if mark.tight or mark.start >= last or _FILLER.fullmatch(line[edge : mark.start]):
            meant.append(mark)
            edge = mark.end
    return meant


def _start_of_the_end(line: str, marks: list[_Mark]) -> int:
    """Where the line has nothing more to say but fields, themes and links."""
    end = len(line)
    for mark in reversed(marks):
        following = _LINK.sub(" ", line[mark.end : end])
        if not (mark.value or mark.weighs) or not _FILLER.fullmatch(following):
            break
        end = mark.start
    return end


def _marks(line: str) -> Iterator[_Mark]:
    """Every field there may be, in order."""
    masked = _LINK.sub(lambda link: "\0" * len(link[0]), line)
    names = list(_NAME.finditer(masked))
    stops = [*(name.start() for name in names[1:]), len(line)]
    for name, stop in zip(names, stops, strict=False):
        start = name.end()
        said = line[start:stop]
        typed = re.split(r"\s#|\shttps?://", said, maxsplit=1)[0].strip(_SEPARATORS + "*")
        if not typed:
            continue  # a name alone says nothing
        field = _INITIALS.get(name[1][0].lower(), Field.LICENCE)
        value, end = _value(field, said)
        yield _Mark(
            field=field,
            start=name.start(),
            end=start + (end if value else said.index(typed) + len(typed)),
            value=value,
            typed=typed[:_TYPED],
            tight=not name[2] and not said[0].isspace(),
        )


def _value(field: Field, said: str) -> tuple[Value | None, int]:
    """The longest value that `said` begins with, and where it ends."""
    opening = len(said) - len(_OPENING.sub("", said, count=1))
    words, ends, gaps = _words(said, opening)
    for size in range(len(words), 0, -1):
        value = _VALUES[field].get(" ".join(words[:size])) or _near(field, words[:size])
        if value is None:
            continue
        following = words[size] if size < len(words) else ""
        if following and (gaps[size - 1] or following in ("nc", "nd") or following.isdigit()):
            break  # « CC BY-NC », « CC BY 3.0 »: another value that begins alike
        end = ends[size - 1]
        closing = _CLOSING.match(said, end) if said[:opening].strip() else None
        return value, closing.end() if closing else end
    return None, 0


def _words(said: str, start: int) -> tuple[list[str], list[int], list[bool]]:
    """The first words, folded; where each ends; whether the next one is tied to it."""
    words: list[str] = []
    ends: list[int] = []
    gaps: list[bool] = []
    while len(words) <= _LONGEST and (word := _WORD.match(said, start)):
        words.append(fold(word[0]))
        ends.append(word.end())
        if not (gap := _GAP.match(said, word.end())):
            break
        gaps.append(bool(gap[2]) and not gap[1])
        start = gap.end()
    return words, ends, gaps


def _near(field: Field, words: list[str]) -> Value | None:
    """The value of one word that is a slip away from a long enough one."""
    if len(words) != 1 or len(words[0]) < 5:
        return None
    near = {
        value
        for name, value in _VALUES[field].items()
        if len(name) >= 5 and DamerauLevenshtein.distance(words[0], name, score_cutoff=1) <= 1
    }
    return near.pop() if len(near) == 1 else None
