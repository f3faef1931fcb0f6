"""How the bot speaks, for tests of what makes it speak."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from fluent.syntax import FluentParser
from fluent.syntax.ast import BaseNode, TextElement
from fluent.syntax.visitor import Visitor

import commonsbot.texts
from commonsbot.domain.ids import RoomId
from commonsbot.domain.markup import Document
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.rendering import plain_of
from commonsbot.texts import LANGUAGES, Languages, Translator, Views

FILES = Path(commonsbot.texts.__file__).parent

TELLING = 10
"""Letters from which a piece of a sentence is no other language's by chance."""


def speaking(
    common: str, rooms: Mapping[RoomId, str] | None = None, network: str = ""
) -> Languages:
    """`common` everywhere but in `rooms`, on the clocks of Paris."""
    views = Views(Translator(common), Permalinks(), ZoneInfo("Europe/Paris"), network)
    languages = Languages(views)
    languages.changed(rooms or {})
    return languages


def spoken_in(document: Document) -> set[str]:
    """The languages that some piece of its sentences is of."""
    words = " ".join(plain_of(document).replace("\u00a0", " ").split())
    return {one for one in LANGUAGES if any(piece in words for piece in _pieces_of(one))}


@cache
def _pieces_of(language: str) -> frozenset[str]:
    """What stands between the values of its sentences, and is in no other language's."""
    others = [_said(other) for other in LANGUAGES if other != language]
    return _said(language).difference(*others)


@cache
def _said(language: str) -> frozenset[str]:
    parser = FluentParser()
    found = (_texts(parser.parse(path.read_text())) for path in FILES.glob(f"*{language}.ftl"))
    pieces = (" ".join(one.split()) for texts in found for one in texts)
    return frozenset(piece for piece in pieces if len(piece) >= TELLING and " " in piece)


def _texts(resource: BaseNode) -> Iterator[str]:
    collector = _Collector()
    collector.visit(resource)
    for text in collector.found:
        yield from text.replace("**", "").replace("`", "").split("\n")


class _Collector(Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: TextElement) -> None:
        self.found.append(node.value)
