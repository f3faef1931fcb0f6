"""A letter as the HTML of an e-mail: one column, no image, styles where they are used, for mail
programs drop style sheets. Colours have a contrast of 7 or more on white (WCAG 2.2, 1.4.6)."""

from collections.abc import Iterable
from html import escape

from commonsbot.digest.outline import Outline, Part
from commonsbot.domain.markup import Bold, Break, Code, Inline, Italic, Link, Text

TEXT, QUIET, LINK, PAPER = "#1f2328", "#4a4f57", "#0b4f9c", "#ffffff"

_FONT = "font-family:Arial,Helvetica,sans-serif"
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>{title}</title>
</head>
<body style="margin:0;padding:0;background:{paper}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" \
style="max-width:600px">
<tr><td style="{font};font-size:16px;line-height:1.5;color:{text};text-align:left">
<h1 style="{font};font-size:24px;line-height:1.25;margin:0 0 16px;color:{text}">{title}</h1>
{body}
</td></tr></table>
</td></tr></table>
</body>
</html>
"""


def email(letter: Outline) -> str:
    lead = [f'<p style="margin:0 0 16px">{_inline(each)}</p>' for each in letter.lead]
    return _PAGE.format(
        language=letter.language,
        title=escape(letter.title),
        paper=PAPER,
        font=_FONT,
        text=TEXT,
        body="\n".join([*lead, *map(_part, letter.parts)]),
    )


def _part(part: Part) -> str:
    heading = f"{_FONT};font-size:19px;line-height:1.3;margin:28px 0 12px;color:{TEXT}"
    items = "\n".join(
        f'<li style="margin:0 0 14px;overflow-wrap:anywhere">{_inline(item)}</li>'
        for item in part.items
    )
    return (
        f'<h2 style="{heading}">{escape(part.heading)}</h2>\n'
        f'<ul style="margin:0;padding:0 0 0 20px">\n{items}\n</ul>'
    )


def _inline(nodes: Iterable[Inline]) -> str:
    return "".join(map(_node, nodes))


def _node(node: Inline) -> str:
    match node:
        case Text(text):
            return escape(text)
        case Code(text):
            return f'<code style="font-family:Consolas,monospace">{escape(text)}</code>'
        case Bold(children):
            return f"<strong>{_inline(children)}</strong>"
        case Italic(children):
            return f'<span style="color:{QUIET};font-size:14px">{_inline(children)}</span>'
        case Link(href, children):
            return f'<a href="{escape(href)}" style="color:{LINK}">{_inline(children)}</a>'
        case Break():
            return "<br>"
