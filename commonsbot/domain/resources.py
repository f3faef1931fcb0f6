"""One shared thing: a tip, an experience, a tool, a template, a link or a question."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from commonsbot.domain.audiences import Audience
from commonsbot.domain.experiences import Sections
from commonsbot.domain.facets import NO_FACETS, Facets
from commonsbot.domain.files import File
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId
from commonsbot.domain.licences import Licence
from commonsbot.domain.signing import Signature

TITLE_LIMIT = 160
"""Characters of a title; what is longer stays whole in the text."""


class Kind(StrEnum):
    TIP = "tip"
    EXPERIENCE = "experience"
    TOOL = "tool"
    TEMPLATE = "template"
    REFERENCE = "reference"
    QUESTION = "question"
    TEST = "test"
    """Something being tried: its author is asked what came of it."""


class Status(StrEnum):
    DRAFT = "draft"
    PENDING = "pending"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    """By its author."""
    REMOVED = "removed"
    """By a moderator."""
    HIDDEN = "hidden"
    """By a moderator, who may put it back."""
    MERGED = "merged"
    """Into another, whose number it shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a member wrote, read but not yet kept."""

    title: str
    text: str
    links: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    """Its author's #words."""
    recognised: tuple[str, ...] = ()
    """Themes and tools its text names."""
    kind: Kind = Kind.TIP
    licence: Licence | None = None
    """None: the room's own."""
    audience: Audience | None = None
    """None: the room's own."""
    facets: Facets = NO_FACETS
    sections: Sections = ()
    files: tuple[File, ...] = ()

    @property
    def all_themes(self) -> tuple[str, ...]:
        """Its author's first, each once."""
        return tuple(dict.fromkeys((*self.themes, *self.recognised)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    id: ResourceId
    title: str
    text: str
    links: tuple[str, ...]
    themes: tuple[str, ...]
    """All of them, by the name they go by."""
    kind: Kind
    audience: Audience
    status: Status
    author: UserId | None
    """None once the author asked to be forgotten, and for starter content."""
    room: RoomId | None
    """Where it was shared; None for imported content."""
    event: EventId | None
    """The message it was made of."""
    made_by: EventId | None = None
    """The message that asked for it, where that is another: a command, a consent."""
    created_at: datetime
    updated_at: datetime
    licence: Licence
    consent_at: datetime | None = None
    """When its author last decided who sees it."""
    facets: Facets = NO_FACETS
    sections: Sections = ()
    files: tuple[File, ...] = ()
    merged_into: ResourceId | None = None
    """The number that took its place."""
    thanks: int = 0
    useful: int = 0
    """How many others found it useful too."""
    recognised: tuple[str, ...] = ()
    """Those of `themes` that its text names, and its author does not."""
    signed: Signature = None
    """How its author is shown to others."""

    @property
    def names_author(self) -> bool:
        """Whether others may be told who shared it."""
        return self.signed is None

    @property
    def draft(self) -> Draft:
        """What of it can be written anew."""
        return Draft(
            title=self.title,
            text=self.text,
            links=self.links,
            themes=tuple(name for name in self.themes if name not in self.recognised),
            recognised=self.recognised,
            kind=self.kind,
            licence=self.licence,
            audience=self.audience,
            facets=self.facets,
            sections=self.sections,
            files=self.files,
        )


def with_draft(resource: Resource, draft: Draft) -> Resource:
    """`resource` as it would be, or was, with that content."""
    return replace(
        resource,
        title=draft.title,
        text=draft.text,
        links=draft.links,
        themes=draft.themes,
        kind=draft.kind,
        licence=draft.licence or resource.licence,
        audience=draft.audience or resource.audience,
        facets=draft.facets,
        sections=draft.sections,
        files=draft.files,
    )


def hashtags(themes: Iterable[str]) -> str:
    """« #ia #falc »."""
    return " ".join(f"#{theme}" for theme in themes)
