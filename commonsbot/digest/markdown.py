"""A letter as Markdown (CommonMark)."""

import re
from collections.abc import Iterable

from commonsbot.digest.outline import Outline
from commonsbot.domain.markup import Bold, Break, Code, Inline, Italic, Link, Text

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&])")
_LISTED = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


def markdown(letter: Outline) -> str:
    blocks = [f"# {_text(letter.title)}", *map(_inline, letter.lead)]
    for part in letter.parts:
        blocks.append(f"## {_text(part.heading)}")
        blocks.append("\n".join(f"- {_inline(item)}" for item in part.items))
    return "\n\n".join(blocks) + "\n"


def _text(words: str) -> str:
    """Nothing that somebody wrote becomes markup."""
    flat = " ".join(words.split("\n"))
    return _LISTED.sub(r"\1\\\2", _MARKS.sub(r"\\\1", flat))


def _inline(nodes: Iterable[Inline]) -> str:
    return "".join(map(_node, nodes))


def _node(node: Inline) -> str:
    match node:
        case Text(text):
            return _text(text)
        case Code(text):
            return f"`{text.replace('`', chr(39))}`"
        case Bold(children):
            return f"**{_inline(children)}**"
        case Italic(children):
            return f"*{_inline(children)}*"
        case Link(href, children):
            return f"[{_inline(children)}](<{_address(href)}>)"
        case Break():
            return "\\\n  "


def _address(href: str) -> str:
    return href.replace("<", "%3C").replace(">", "%3E").replace("\n", "").replace("\\", "%5C")
