"""What only the author of a resource can grant, and what must hold of any resource."""

from dataclasses import dataclass, replace

from commonsbot.domain.audiences import Audience, held_by_files, widens
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """A new state as far as it may be at once; the rest waits for the author's own yes."""

    draft: Draft
    audience: Audience | None = None
    """A wider one that is wanted."""
    licence: Licence | None = None
    """A more open one that is wanted."""


def within_consent(old: Draft, new: Draft, *, own: bool) -> Granted:
    """`new` without what needs the author: `own` says that it is the author who asks.

    Opening the licence is the author's to do; widening the audience is asked even of the author,
    who is to read what will be seen and by whom.
    """
    assert old.audience and old.licence, "the state of a resource is complete"
    licence, audience = new.licence or old.licence, new.audience or old.audience
    wanted_licence = None
    if not own and licence.is_open and licence != old.licence:
        wanted_licence, licence = licence, old.licence
    wanted_audience = None
    if widens(old.audience, audience):
        wanted_audience, audience = audience, old.audience
    draft = fitting(replace(new, licence=licence, audience=audience))
    return Granted(draft=draft, audience=wanted_audience, licence=wanted_licence)


def fitting(draft: Draft) -> Draft:
    """`draft` as it may stand: public only under an open licence, files of an encrypted room
    nowhere else."""
    if draft.audience is Audience.PUBLIC and not (draft.licence and draft.licence.is_open):
        draft = replace(draft, audience=Audience.NETWORK)
    return draft if draft.audience is Audience.ROOM else without_held_files(draft)


def without_held_files(draft: Draft) -> Draft:
    """Without the files that can't leave their encrypted room."""
    return replace(draft, files=tuple(file for file in draft.files if not file.encrypted))


def widened(draft: Draft, audience: Audience) -> Draft:
    """`draft` as a wider audience would see it."""
    return fitting(replace(draft, audience=audience))


def keeps_files(draft: Draft) -> bool:
    """Whether widening would leave files behind."""
    return held_by_files(Audience.PUBLIC, draft.files) is Audience.ROOM
