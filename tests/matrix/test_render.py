"""What a reply looks like on the wire."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.markup import Bold, Break, Bullets, Code, Link, Paragraph, Text
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.rendering import html_of, plain_of, shown
from commonsbot.matrix.render import content_of

ALLOWED = {"p", "b", "i", "br", "code", "ul", "li", "a"}


def outgoing(**facts: object) -> Outgoing:
    document = (Paragraph((Text("Bonjour"),)),)
    base = {"key": "k", "room": RoomId("!r"), "kind": Kind.ANSWER, "document": document}
    return Outgoing(**(base | facts))  # type: ignore[arg-type]


class Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@given(st.text(alphabet=st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])))
def test_no_text_becomes_markup(text: str) -> None:
    document = (
        Paragraph(
            (Bold((Text(text),)), Code(text), Link("https://ex.org/?a=1&b=\"'", (Text(text),)))
        ),
        Bullets(((Text(text),),)),
    )
    read = Reader(html_of(document))
    assert read.tags <= ALLOWED
    assert read.words == shown(text) * 4
    assert shown(text) in plain_of(document)


def test_mentions_are_always_said_even_when_nobody_is_named() -> None:
    assert content_of(outgoing())["m.mentions"] == {}
    anne = UserId("@anne:example.org")
    assert content_of(outgoing(mentions=(anne,)))["m.mentions"] == {"user_ids": [anne]}


def test_an_answer_in_a_thread_falls_back_to_a_reply() -> None:
    relation = content_of(outgoing(thread=EventId("$t"), reply_to=EventId("$q")))["m.relates_to"]
    assert relation == {
        "rel_type": "m.thread",
        "event_id": "$t",
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": "$q"},
    }
    assert "m.relates_to" not in content_of(outgoing())


def test_the_plain_body_is_readable_alone() -> None:
    document = (
        Paragraph((Bold((Text("2 fiches"),)), Break(), Text("suite"))),
        Bullets(((Text("a"), Break(), Text("b")), (Link("https://ex.org", (Text("c"),)),))),
        Paragraph((Link("https://matrix.to/#/!r/$e", (Text("n° 1"),)),)),
    )
    assert plain_of(document) == "2 fiches\nsuite\n\n• a\n  b\n• c (https://ex.org)\n\nn° 1"
