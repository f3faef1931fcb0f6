"""What waits to be sent, without what may no longer be said."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote

from commonsbot.domain.ids import UserId
from commonsbot.domain.markup import (
    Block,
    Bold,
    Break,
    Bullets,
    Code,
    Document,
    Inline,
    Italic,
    Link,
    Paragraph,
    Text,
)
from commonsbot.domain.permalinks import localpart
from commonsbot.domain.resources import Resource

Tells = Callable[[str], bool]
"""Whether a text or an address speaks of what is withheld."""


def of_resource(resource: Resource) -> Tells:
    """Its title under its number, or the way to its message."""
    titled = re.compile(rf"(?<!\d){resource.id}\u00a0· {re.escape(resource.title)}")
    there = f"/{quote(resource.event, safe='$:')}" if resource.event else None
    return lambda said: bool(titled.search(said)) or (there is not None and there in said)


def of_person(user: UserId) -> Tells:
    """Their name, or the way to their profile."""
    named = re.compile(rf"(?<!\w)@{re.escape(localpart(user))}(?![\w.=-])", re.IGNORECASE)
    return lambda said: bool(named.search(said))


def without(document: Document, tells: Tells) -> Document:
    """The items and paragraphs that say nothing of it; () when there is no list left to read.

    A document that says nothing of it comes back as it is.
    """
    kept: list[Block] = []
    for block in document:
        left = _left(block, tells)
        if left is not None:
            kept.append(left)
        elif isinstance(block, Bullets) and kept and _is_heading(kept[-1]):
            kept.pop()
    if tuple(kept) == document:
        return document
    return tuple(kept) if any(isinstance(block, Bullets) for block in kept) else ()


def _left(block: Block, tells: Tells) -> Block | None:
    match block:
        case Paragraph(children):
            return None if _told(children, tells) else block
        case Bullets(items):
            left = tuple(item for item in items if not _told(item, tells))
            return Bullets(left) if left else None


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and all(isinstance(node, Bold) for node in block.children)


def _told(nodes: Iterable[Inline], tells: Tells) -> bool:
    return any(_speaks(node, tells) for node in nodes)


def _speaks(node: Inline, tells: Tells) -> bool:
    match node:
        case Text(text) | Code(text):
            return tells(text)
        case Link(href, children):
            return tells(href) or _told(children, tells)
        case Bold(children) | Italic(children):
            return _told(children, tells)
        case Break():
            return False
