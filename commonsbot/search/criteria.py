"""What a query asks for beside words: which documents may answer it at all."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import TypeAlias

from commonsbot.domain.facets import Body, Budget, Channel, Population
from commonsbot.domain.licences import Licence
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.resources import Kind


@dataclass(frozen=True, slots=True)
class OfTheme:
    """Carries the theme, by any of its names."""

    name: str


@dataclass(frozen=True, slots=True)
class OfKind:
    kind: Kind


@dataclass(frozen=True, slots=True)
class By:
    """Shared by a person: their id, their name or a part of it; "" for who asks."""

    name: str


@dataclass(frozen=True, slots=True)
class InRoom:
    """Shared in a room: its name or some words of it; "" for where it is asked."""

    name: str


@dataclass(frozen=True, slots=True)
class Since:
    """On that day or later."""

    day: date


@dataclass(frozen=True, slots=True)
class Before:
    """Earlier than that day."""

    day: date


@dataclass(frozen=True, slots=True)
class Under:
    """Under one of these licences."""

    licences: frozenset[Licence]


@dataclass(frozen=True, slots=True)
class Tried:
    """Somebody said what came of it, or nobody did."""

    yes: bool


@dataclass(frozen=True, slots=True)
class FromBody:
    body: Body


@dataclass(frozen=True, slots=True)
class OfSize:
    bands: frozenset[Population]


@dataclass(frozen=True, slots=True)
class Costing:
    bands: frozenset[Budget]


@dataclass(frozen=True, slots=True)
class Through:
    channel: Channel


@dataclass(frozen=True, slots=True)
class OfClass:
    """News of that class."""

    class_: NewsClass


Criterion: TypeAlias = (
    OfTheme
    | OfKind
    | By
    | InRoom
    | Since
    | Before
    | Under
    | Tried
    | FromBody
    | OfSize
    | Costing
    | Through
    | OfClass
)


@dataclass(frozen=True, slots=True)
class Filter:
    criterion: Criterion
    negated: bool = False


class Place(Enum):
    """Where to search."""

    BOTH = "both"
    """Resources first, then news apart."""
    RESOURCES = "resources"
    NEWS = "news"
    MIXED = "mixed"
    """One list of both."""


class Order(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
