"""One shared thing: a tip, an experience, a tool, a template, a link or a question."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import EventId, ResourceId, RoomId, UserId

TITLE_LIMIT = 160
"""Characters of a title; what is longer stays whole in the text."""


class Kind(StrEnum):
    TIP = "tip"
    EXPERIENCE = "experience"
    TOOL = "tool"
    TEMPLATE = "template"
    REFERENCE = "reference"
    QUESTION = "question"


class Status(StrEnum):
    DRAFT = "draft"
    PENDING = "pending"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    """By its author."""
    REMOVED = "removed"
    """By a moderator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a member wrote, read but not yet kept."""

    title: str
    text: str
    links: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    kind: Kind = Kind.TIP


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    id: ResourceId
    title: str
    text: str
    links: tuple[str, ...]
    themes: tuple[str, ...]
    kind: Kind
    audience: Audience
    status: Status
    author: UserId | None
    """None once the author asked to be forgotten, and for starter content."""
    room: RoomId | None
    """Where it was shared; None for imported content."""
    event: EventId | None
    created_at: datetime
    thanks: int = 0


def hashtags(themes: Iterable[str]) -> str:
    """« #ia #falc »."""
    return " ".join(f"#{theme}" for theme in themes)
