"""From a message's name and its values to words, in one language."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from commonsbot.domain.markup import Bold, Break, Code, Document, Inline, Paragraph, Text, plain
from commonsbot.texts.sentences import Sentences
from commonsbot.texts.typography import french, unbroken

LANGUAGES = ("fr", "en")

Value: TypeAlias = str | int | tuple[Inline, ...]
"""A number chooses plurals; words and nodes come back exactly as given."""

_HERE = Path(__file__).parent
_PLACE = re.compile("\ue000(\\d+)\ue001")
_PIECE = re.compile("`([^`]+)`|\\*\\*(.+?)\\*\\*|\ue000(\\d+)\ue001|(\n)")


_TYPOGRAPHY: dict[str, Callable[[str], str]] = {"fr": french}


class Translator:
    """Sentences of one language.

    In a message `backticks` make code and **stars** bold. Values are set in after that is read,
    so nothing a member wrote is ever taken for markup.
    """

    def __init__(self, language: str, *overrides: Path) -> None:
        """`overrides`: Fluent files, whose messages win."""
        self.language = language
        files = [*sorted(_HERE.glob(f"*{language}.ftl")), *overrides]
        self._sentences = Sentences(language, files, _TYPOGRAPHY.get(language, str))

    def inline(self, id: str, **values: Value) -> tuple[Inline, ...]:
        """The message on one line. Raises LookupError for an unknown one or a missing value."""
        nodes, words = self._format(id, values)
        return tuple(_read(words.strip(), nodes))

    def plain(self, id: str, **values: Value) -> str:
        """The message without markup."""
        nodes, words = self._format(id, values)
        words = words.replace("`", "").replace("**", "")
        return _PLACE.sub(lambda match: plain(nodes[int(match[1])]), words)

    def paragraph(self, id: str, **values: Value) -> Paragraph:
        return Paragraph(self.inline(id, **values))

    def document(self, id: str, **values: Value) -> Document:
        """The message, an empty line between its paragraphs."""
        nodes, words = self._format(id, values)
        parts = (part.strip() for part in re.split(r"\n[ \t]*\n", words))
        return tuple(Paragraph(tuple(_read(part, nodes))) for part in parts if part)

    def _format(self, id: str, values: dict[str, Value]) -> tuple[list[tuple[Inline, ...]], str]:
        nodes: list[tuple[Inline, ...]] = []
        arguments: dict[str, Any] = {}
        for name, value in values.items():
            if isinstance(value, int):
                arguments[name] = value
            else:
                arguments[name] = f"\ue000{len(nodes)}\ue001"
                nodes.append((Text(value),) if isinstance(value, str) else value)
        try:
            words = self._sentences.format(self._sentences.pattern(id), arguments)
        except LookupError as error:
            raise LookupError(f"the message {id}: {error}") from error
        return nodes, words


def _read(words: str, nodes: list[tuple[Inline, ...]]) -> Iterator[Inline]:
    end = 0
    for match in _PIECE.finditer(words):
        if match.start() > end:
            yield Text(words[end : match.start()])
        yield from _piece(match, nodes)
        end = match.end()
    if end < len(words):
        yield Text(words[end:])


def _piece(match: re.Match[str], nodes: list[tuple[Inline, ...]]) -> Iterator[Inline]:
    code, bold, place, _ = match.groups()
    if code:
        yield Code(unbroken(_PLACE.sub(lambda inner: plain(nodes[int(inner[1])]), code)))
    elif bold:
        yield Bold(tuple(_read(bold, nodes)))
    elif place:
        yield from nodes[int(place)]
    else:
        yield Break()
