"""Who sees what is shared and under which licence, where its author says nothing of it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from commonsbot.domain.audiences import Audience, held_by_files, widens
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What holds in a room."""

    audience: Audience = Audience.NETWORK
    licence: Licence = Licence.NETWORK
    reviewed: bool = False
    """A moderator looks at a share before others see it."""


def terms_in(*, encrypted: bool, direct: bool, common: Terms | None = None) -> Terms:
    """What holds in a room that has no terms of its own.

    What is said in an encrypted room stays there unless its author widens it. A direct chat has
    one member: a share made there is meant for the network.
    """
    common = common or Terms()
    if direct:
        return replace(common, audience=Audience.NETWORK)
    return replace(common, audience=Audience.ROOM) if encrypted else common


def chosen(draft: Draft, terms: Terms) -> Terms:
    """What holds for `draft`: what it says itself, else the room's.

    Only what anybody may use again can be public; what is not stays at the room's audience. A
    file of an encrypted room keeps it there.
    """
    licence = draft.licence or terms.licence
    audience = draft.audience or terms.audience
    if audience is Audience.PUBLIC and not licence.is_open:
        audience = terms.audience
    return Terms(audience=held_by_files(audience, draft.files), licence=licence)


def under(draft: Draft, terms: Terms) -> Draft:
    """`draft` shared on these terms."""
    return replace(draft, audience=terms.audience, licence=terms.licence)


def settled(draft: Draft, terms: Terms) -> Draft:
    """`draft` with its audience and licence."""
    return under(draft, chosen(draft, terms))


class Hold(StrEnum):
    """Why fewer people see something than was asked for."""

    LICENCE = "licence"
    FILE = "file"


def held_back(asked: Draft, kept: Draft) -> Hold | None:
    """What keeps it from those who were to see it; None when nothing does."""
    if not (asked.audience and kept.audience and widens(kept.audience, asked.audience)):
        return None
    if held_by_files(asked.audience, kept.files) is not asked.audience:
        return Hold.FILE
    return Hold.LICENCE if kept.licence and not kept.licence.is_open else None
