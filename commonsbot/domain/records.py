"""The commons as they leave and come back: one record a thing, whole, whatever the format."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, TypeVar

import msgspec

from commonsbot.domain.audiences import Audience
from commonsbot.domain.experiences import Section
from commonsbot.domain.facets import NO_FACETS, Body, Budget, Channel, Facets, Population
from commonsbot.domain.files import File
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Draft, Kind, Status
from commonsbot.domain.signing import Signature

_Band = TypeVar("_Band", Population, Budget)


class _Line(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="type",
):
    """A name that is mistyped is refused: what it holds must not be lost in silence."""


class Record(_Line, frozen=True, tag="resource"):
    """A resource. Only `title` has to be there; moments are in UTC, to the millisecond."""

    title: str
    number: int | None = None
    """Kept where it is free."""
    text: str = ""
    links: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    recognised: tuple[str, ...] = ()
    """Themes that its text names and its author does not."""
    kind: Kind = Kind.TIP
    licence: Licence = Licence.NETWORK
    audience: Audience = Audience.NETWORK
    status: Status = Status.PUBLISHED
    author: str | None = None
    signed: Signature = None
    """How the author is shown: nothing for their name, « nobody », or their role in words."""
    room: str | None = None
    event: str | None = None
    made_by: str | None = None
    origin: str | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    consent_at: datetime | None = None
    body: Body | None = None
    population: str | None = None
    """The band's name, as « under_10k »."""
    budget: str | None = None
    channel: Channel | None = None
    sections: dict[Section, str] = {}
    files: tuple[File, ...] = ()
    merged_into: int | None = None

    @property
    def draft(self) -> Draft:
        return Draft(
            title=self.title,
            text=self.text,
            links=self.links,
            themes=self.themes,
            recognised=self.recognised,
            kind=self.kind,
            licence=self.licence,
            audience=self.audience,
            facets=self.facets,
            sections=tuple((s, self.sections[s]) for s in Section if s in self.sections),
            files=self.files,
        )

    @property
    def facets(self) -> Facets:
        """Raises ValueError for a band that there is not."""
        if not (self.body or self.population or self.budget or self.channel):
            return NO_FACETS
        return Facets(
            body=self.body,
            population=_band(Population, self.population) if self.population else None,
            budget=_band(Budget, self.budget) if self.budget else None,
            channel=self.channel,
        )


class Gone(_Line, frozen=True, tag="gone"):
    """A resource that was taken back: its number alone is left, and where it is to be forgotten."""

    number: int
    status: Status
    at: datetime
    origin: str | None = None
    event: str | None = None


class Revised(_Line, frozen=True, tag="revision"):
    """A state that the resource before it had."""

    revision: int
    draft: Draft
    at: datetime
    editor: str | None = None
    why: str = ""


class Thanked(_Line, frozen=True, tag="thanks"):
    user: str
    at: datetime


class Useful(_Line, frozen=True, tag="useful"):
    user: str
    at: datetime


class Tried(_Line, frozen=True, tag="trial"):
    """What somebody made of it."""

    outcome: str
    shown: str
    at: datetime
    user: str | None = None
    note: str = ""
    facets: Facets = NO_FACETS
    cost: str = ""
    changed: str = ""
    again: bool | None = None
    event: str | None = None


Particular: TypeAlias = Revised | Thanked | Useful | Tried
"""What belongs to the resource before it."""

Line: TypeAlias = Record | Gone | Particular


@dataclass(frozen=True, slots=True)
class Whole:
    """A resource with everything that belongs to it."""

    record: Record
    particulars: tuple[Particular, ...] = ()


def band_name(band: Population | Budget | None) -> str | None:
    return None if band is None else band.name.lower()


def _band(kind: type[_Band], name: str) -> _Band:
    try:
        return kind[name.upper()]
    except KeyError:
        choices = ", ".join(band.name.lower() for band in kind)
        raise ValueError(f"{name}: {choices}") from None
