"""What waits for a moderator, and what is known of it."""

from dataclasses import replace
from enum import StrEnum

import msgspec

from commonsbot.domain.ids import ResourceId
from commonsbot.domain.resources import Draft


class Policy(StrEnum):
    """What becomes of a share in a room."""

    OPEN = "open"
    """Seen at once."""
    REVIEW = "review"
    """Seen once a moderator accepted it."""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A share under review, as its moderators were shown it (the subject of a prompt)."""

    resource: ResourceId
    version: int
    """Which of its versions they were shown."""
    answers: ResourceId | None = None
    """The question that it replies to."""
    solves: bool = False
    """Whoever asked said already that it helps."""


_decoder = msgspec.json.Decoder(Waiting)


def subject_of(waiting: Waiting) -> str:
    """As a prompt keeps it."""
    return msgspec.json.encode(waiting).decode()


def waiting(subject: str) -> Waiting:
    return _decoder.decode(subject)


def without_look(old: Draft, new: Draft) -> Draft:
    """`new` as far as nobody needs to look at it: values of a list, which hold no words."""
    return replace(
        old, kind=new.kind, licence=new.licence, audience=new.audience, facets=new.facets
    )


def prompt_key(resource: ResourceId, version: int | str) -> str:
    return f"share:{resource}:{version}"
