"""How a resource looks in a message: title linked and bold, facts below, the way on last."""

import html
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from commonsbot.domain.ids import UserId
from commonsbot.domain.licences import Licence
from commonsbot.domain.markup import (
    Block,
    Bold,
    Break,
    Bullets,
    Document,
    Inline,
    Link,
    Paragraph,
    Text,
    lines,
)
from commonsbot.domain.permalinks import Permalinks, localpart
from commonsbot.domain.resources import Draft, Resource, hashtags
from commonsbot.domain.rooms import Room
from commonsbot.domain.signing import NOBODY, Signature
from commonsbot.texts import particulars
from commonsbot.texts.translator import Translator

CARD_TEXT = 4000
"""Characters of text a card shows: twice that, in HTML and plain, fits one Matrix event."""

CARD_BYTES = 36_000
"""Bytes of both: encrypted they are a third more, and an event holds 65,536."""


@dataclass(frozen=True, slots=True)
class Views:
    texts: Translator
    links: Permalinks
    zone: ZoneInfo
    network: str = ""
    """What the network is called where it is credited."""

    def number(self, number: int) -> str:
        """« n° 42 »."""
        return self.texts.plain("resource-number", number=str(number))

    def title(self, resource: Resource) -> tuple[Inline, ...]:
        """« n° 42 · Titre », opening the message it was shared in, else its first link."""
        words = (Text(f"{self.number(resource.id)}\u00a0· {resource.title}"),)
        if href := self.source(resource):
            return (Link(href, words),)
        return (Link(resource.links[0], words),) if resource.links else words

    def source(self, resource: Resource) -> str:
        """The message it was shared in; "" where there is none, or where it would name an author
        who does not sign."""
        if not (resource.room and resource.event and resource.names_author):
            return ""
        return self.links.event(resource.room, resource.event, resource.author)

    def items(self, resources: Iterable[tuple[Resource, str]]) -> Bullets:
        """One item a resource: its linked title, and the line given with it."""
        return Bullets(
            tuple(
                lines([Bold(self.title(resource))], [Text(line)] if line else [])
                for resource, line in resources
            )
        )

    def room(self, room: Room | None) -> str:
        """What it is called; of a direct chat, not whose it is."""
        if room is None or room.direct:
            return self.texts.plain("moderation-direct")
        return room.name or room.id

    def name(self, user: UserId) -> str:
        """« @anne »."""
        return "@" + localpart(user)

    def person(self, user: UserId) -> tuple[Inline, ...]:
        """« @anne », opening their profile."""
        return (Link(self.links.user(user), (Text(self.name(user)),)),)

    def signature(self, author: UserId | None, signed: Signature) -> tuple[Inline, ...]:
        """« @anne », or her role, as she chose; empty for nobody."""
        if signed is None:
            return self.person(author) if author else ()
        return () if signed == NOBODY else self.texts.inline("author-role", role=signed)

    def author(self, resource: Resource) -> tuple[Inline, ...]:
        """Who shared it, as they sign."""
        return self.signature(resource.author, resource.signed)

    def whoever(self, resource: Resource) -> tuple[Inline, ...]:
        """The same, in a sentence that must name somebody."""
        return self.author(resource) or (Text(self.texts.plain("author-unnamed")),)

    def card(
        self,
        resource: Resource,
        remarks: Sequence[tuple[Inline, ...]] = (),
        asides: Sequence[tuple[Inline, ...]] = (),
    ) -> Document:
        """The whole of a resource: title, facts, text, links, themes, what to do next.

        `remarks`: what is to be known of it besides, a line each; `asides`: what others made of
        it.
        """
        head = [Bold(self.title(resource))], self._facts(resource), self._facets(resource.draft)
        blocks: list[Block] = [Paragraph(lines(*head, *remarks)), *self.content(resource.draft)]
        if _is_cut(resource.text) and resource.room and resource.event:
            href, words = self.source(resource), (Text(self.texts.plain("card-source")),)
            source = (Link(href, words),) if href else words
            blocks.append(self.texts.paragraph("card-cut", source=source))
        action = self.texts.inline("card-actions", number=str(resource.id))
        blocks.append(Paragraph(lines(self._appreciation(resource), *asides, action)))
        return tuple(blocks)

    def content(self, draft: Draft) -> list[Block]:
        """What it says, as typed, its files, and the links that stand apart from that."""
        blocks: list[Block] = [Paragraph(_as_typed(draft.text))] if draft.text else []
        blocks += particulars.sections(self.texts, draft.sections)
        if draft.files:
            blocks.append(self.texts.paragraph("card-files"))
            blocks.append(particulars.files(self.texts, draft.files))
        if others := [url for url in draft.links if url not in draft.text]:
            blocks.append(Bullets(tuple((Link(url, (Text(url),)),) for url in others)))
        return blocks

    def _facets(self, draft: Draft) -> tuple[Inline, ...]:
        line = particulars.facet_line(self.texts, draft.facets)
        return (Text(line),) if line else ()

    def licence(self, licence: Licence) -> str:
        """« CC BY 4.0 »."""
        return self.texts.plain(f"licence-{licence.name.lower().replace('_', '-')}")

    def _facts(self, resource: Resource) -> tuple[Inline, ...]:
        facts = self._circumstances(resource)
        if not resource.licence.is_open:
            return facts
        return (*facts, Text(f" · {self.licence(resource.licence)}"))

    def _circumstances(self, resource: Resource) -> tuple[Inline, ...]:
        texts = self.texts
        facts = {
            "kind": texts.plain(f"kind-{resource.kind}"),
            "date": self.date(resource.created_at),
            "audience": texts.plain(f"audience-{resource.audience}"),
        }
        author = self.author(resource)
        if not author:
            return texts.inline("card-facts", **facts)
        return texts.inline("card-facts-author", author=author, **facts)

    def _appreciation(self, resource: Resource) -> list[Inline]:
        parts = [hashtags(resource.themes)] if resource.themes else []
        if resource.thanks:
            parts.append(self.texts.plain("card-thanks", count=resource.thanks))
        if resource.useful:
            parts.append(self.texts.plain("card-useful", count=resource.useful))
        return [Text(" · ".join(parts))] if parts else []

    def date(self, moment: datetime) -> str:
        """« 12 mars 2026 »."""
        day = moment.astimezone(self.zone)
        month = self.texts.plain("month", month=day.month)
        return self.texts.plain("date", day=day.day, month=month, year=str(day.year))


def _is_cut(text: str) -> bool:
    return _fitting(text) < len(text)


def _fitting(text: str) -> int:
    """How many of its characters a card shows: fewer where they take much room."""
    size = min(len(text), CARD_TEXT)
    while (weight := _weight(text[:size])) > CARD_BYTES:
        size = size * CARD_BYTES // weight
    return size


def _weight(text: str) -> int:
    """Bytes that it takes in an event, as HTML and plain (spec, "Canonical JSON")."""
    written = json.dumps(text + html.escape(text, quote=False), ensure_ascii=False)
    return len(written.encode("utf-8", "surrogatepass"))


def _as_typed(text: str) -> tuple[Inline, ...]:
    """The text line by line, cut where one message could not hold it."""
    shown = text
    if _is_cut(text):
        shown = text[: _fitting(text)].rsplit(maxsplit=1)[0] + " …"
    nodes: list[Inline] = []
    for line in shown.split("\n"):
        nodes += [Text(line), Break()] if line.strip() else [Break()]
    return tuple(nodes[:-1])
