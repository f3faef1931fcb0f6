"""The markup tree as HTML and as words.

The plain words say the same and read by themselves: notifications, reply previews and screen
readers use them (spec, "m.room.message msgtypes"). Only tags that all clients show well are used.
Whatever the tree was made of, nothing comes out that turns the direction of what follows, and no
link leads elsewhere than to a page.
"""

import json
import re
from collections.abc import Iterable
from html import escape

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
from commonsbot.domain.urls import is_web_link


def weight(document: Document) -> int:
    """Bytes it takes in an event, as HTML and as words (spec, "Canonical JSON")."""
    written = json.dumps(html_of(document) + plain_of(document), ensure_ascii=False)
    return len(written.encode("utf-8", "surrogatepass"))


_TRICKS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, halves of characters, and those that make words read in another order than
they are written (Unicode TR 36, "Bidirectional Text Spoofing")."""


def shown(text: str) -> str:
    """As it may be shown."""
    return _TRICKS.sub("", text)


def html_of(document: Document) -> str:
    if len(document) == 1 and isinstance(document[0], Paragraph):
        return _html(document[0].children)
    return "".join(map(_block_html, document))


def _block_html(block: Block) -> str:
    match block:
        case Paragraph(children):
            return f"<p>{_html(children)}</p>"
        case Bullets(items):
            return "<ul>" + "".join(f"<li>{_html(item)}</li>" for item in items) + "</ul>"


def _html(nodes: Iterable[Inline]) -> str:
    return "".join(map(_inline_html, nodes))


def _inline_html(node: Inline) -> str:
    match node:
        case Text(text):
            return escape(shown(text), quote=False)
        case Code(text):
            return f"<code>{escape(shown(text), quote=False)}</code>"
        case Bold(children):
            return f"<b>{_html(children)}</b>"
        case Italic(children):
            return f"<i>{_html(children)}</i>"
        case Link(href, children):
            words = _html(children)
            return f'<a href="{escape(href)}">{words}</a>' if is_web_link(href) else words
        case Break():
            return "<br>"


def plain_of(document: Document) -> str:
    return "\n\n".join(map(_block_plain, document))


def _block_plain(block: Block) -> str:
    match block:
        case Paragraph(children):
            return _plain(children)
        case Bullets(items):
            return "\n".join("• " + _plain(item).replace("\n", "\n  ") for item in items)


def _plain(nodes: Iterable[Inline]) -> str:
    return "".join(map(_inline_plain, nodes))


def _inline_plain(node: Inline) -> str:
    match node:
        case Text(text) | Code(text):
            return shown(text)
        case Bold(children) | Italic(children):
            return _plain(children)
        case Link(href, children):
            words = _plain(children)
            if not is_web_link(href):
                return words
            # A permalink means nothing to a reader of plain text; a web address does.
            return words if words == href or "/#/" in href else f"{words} ({href})"
        case Break():
            return "\n"
