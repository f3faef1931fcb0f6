"""What a message says, as a tree: rendered to HTML and to a readable plain text elsewhere.

User text only ever enters as `Text` or `Code`, so it can't become markup.
"""

from collections.abc import Iterable
from typing import TypeAlias

import msgspec


class _Node(msgspec.Struct, frozen=True, tag=True, array_like=True):
    """Tagged and array-like: the outbox keeps a tree as short JSON."""


class Text(_Node, frozen=True, tag="t"):
    text: str


class Bold(_Node, frozen=True, tag="b"):
    children: tuple["Inline", ...]


class Italic(_Node, frozen=True, tag="i"):
    children: tuple["Inline", ...]


class Code(_Node, frozen=True, tag="c"):
    text: str


class Link(_Node, frozen=True, tag="a"):
    href: str
    children: tuple["Inline", ...]


class Break(_Node, frozen=True, tag="br"):
    pass


class Paragraph(_Node, frozen=True, tag="p"):
    children: tuple["Inline", ...]


class Bullets(_Node, frozen=True, tag="ul"):
    """A list; an item's own lines are separated by `Break` (`<p>` in `<li>` leaves gaps)."""

    items: tuple[tuple["Inline", ...], ...]


Inline: TypeAlias = Text | Bold | Italic | Code | Link | Break
Block: TypeAlias = Paragraph | Bullets
Document: TypeAlias = tuple[Block, ...]

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(tuple[Block, ...])


def encode(document: Document) -> bytes:
    return _encoder.encode(document)


def decode(data: bytes | str) -> Document:
    return _decoder.decode(data)


def lines(*rows: Iterable[Inline]) -> tuple[Inline, ...]:
    """The rows one under the other; empty rows are left out."""
    out: list[Inline] = []
    for row in map(tuple, rows):
        if row and out:
            out.append(Break())
        out.extend(row)
    return tuple(out)


def plain(nodes: Iterable[Inline]) -> str:
    """The words alone, on one line."""
    return "".join(map(_words, nodes))


def _words(node: Inline) -> str:
    match node:
        case Text(text) | Code(text):
            return text
        case Break():
            return " "
        case Bold(children) | Italic(children) | Link(_, children):
            return plain(children)
