"""Whatever a text says, it comes out as words: no markup, no trick, no link but to a page."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.ids import RoomId, UserId
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
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.rendering import html_of, plain_of
from commonsbot.matrix.render import content_of

TAGS = {"p", "ul", "li", "b", "i", "code", "a", "br"}
TRICKS = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f]")
PIECES = st.sampled_from(
    [
        *("<script>", "</code>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "`**", "@room"),
        *("@anne:example.org", "\u202egnp.exe", "\u2066\u2069", "javascript:alert(1)", '"><a'),
        *("https://matrix.to/#/@anne:example.org", "![x](y)", "\x00", "\x1b[31m", "'"),
    ]
)
TEXT = st.one_of(
    st.text(max_size=40),
    PIECES,
    st.lists(PIECES, max_size=4).map("".join),
    st.text(st.characters(codec=None, categories=["Cs", "Cf", "Cc", "L"]), max_size=10),
)
HREF = st.one_of(
    TEXT,
    TEXT.map(lambda text: f"https://example.org/{text}"),
    st.sampled_from(["javascript:alert(1)", "data:text/html,x", "//evil.example", "HTTP://a.fr"]),
)
INLINE: st.SearchStrategy[Inline] = st.recursive(
    st.one_of(TEXT.map(Text), TEXT.map(Code), st.just(Break())),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda nodes: Bold(tuple(nodes))),
        st.lists(inner, max_size=3).map(lambda nodes: Italic(tuple(nodes))),
        st.builds(lambda href, nodes: Link(href, tuple(nodes)), HREF, st.lists(inner, max_size=2)),
    ),
    max_leaves=8,
)
ROW = st.lists(INLINE, max_size=4).map(tuple)
BLOCK: st.SearchStrategy[Block] = st.one_of(
    ROW.map(Paragraph), st.lists(ROW, max_size=3).map(lambda rows: Bullets(tuple(rows)))
)
DOCUMENT = st.lists(BLOCK, max_size=4).map(tuple)


class Seen(HTMLParser):
    """What a client would make of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_comment(self, data: str) -> None:
        self.tags.add("!--")


@given(DOCUMENT)
def test_no_text_becomes_markup(document: Document) -> None:
    seen = Seen(html_of(document))
    assert seen.tags <= TAGS and seen.attributes <= {"href"}


@given(DOCUMENT)
def test_links_lead_to_pages_only(document: Document) -> None:
    for link in Seen(html_of(document)).links:
        assert urlsplit(link).scheme in ("http", "https") and not TRICKS.search(link)


@given(DOCUMENT)
def test_nothing_turns_the_direction_of_what_follows(document: Document) -> None:
    for said in (html_of(document), plain_of(document)):
        assert not TRICKS.search(said)
        said.encode()  # no half of a character either


@given(DOCUMENT)
def test_no_text_rings_anybody(document: Document) -> None:
    anne = UserId("@anne:example.org")
    said = Outgoing(key="k", room=RoomId("!r:e.org"), kind=Kind.ANSWER, document=document)
    assert content_of(said)["m.mentions"] == {}
    asked = Outgoing(key="k", room=said.room, kind=said.kind, document=document, mentions=(anne,))
    assert content_of(asked)["m.mentions"] == {"user_ids": [anne]}


def test_honest_words_are_left_as_they_are() -> None:
    words = "« L’été » à Saint‑Étienne, 👩‍👧 مرحبا \u200fشكرا — 50 €"
    assert plain_of((Paragraph((Text(words),)),)) == words
