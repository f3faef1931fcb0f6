"""« J'ai testé »: what others made of a resource, giving up included."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commonsbot.domain.facets import NO_FACETS, Facets
from commonsbot.domain.ids import ResourceId, UserId


class Outcome(StrEnum):
    ADOPTED = "adopted"
    ADAPTED = "adapted"
    ABANDONED = "abandoned"


class Shown(StrEnum):
    """How much of who tried it is said."""

    NAME = "name"
    BODY = "body"
    """The kind and size of the body only."""
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    resource: ResourceId
    user: UserId | None
    """None once its author asked to be forgotten."""
    outcome: Outcome
    note: str = ""
    facets: Facets = NO_FACETS
    cost: str = ""
    changed: str = ""
    again: bool | None = None
    """Whether they would do it again."""
    shown: Shown = Shown.BODY
    at: datetime
