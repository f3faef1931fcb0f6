"""One older resource whose moment has come again."""

from collections.abc import Collection, Iterable
from datetime import timedelta

from commonsbot.digest.period import Period
from commonsbot.digest.talk import Theme
from commonsbot.domain.choosing import Candidate, rediscovered
from commonsbot.domain.contents import Again
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.resources import Resource
from commonsbot.domain.seasons import season
from commonsbot.search.french import stems
from commonsbot.store import Transaction

FORGOTTEN = timedelta(days=90)
"""After that time a resource may come up again."""

NOT_TWICE = timedelta(days=365)
"""In one room."""

_CANDIDATES = 40


async def older_one(
    tx: Transaction, period: Period, theme: Theme | None, told: Collection[ResourceId]
) -> Again | None:
    """`told`: what the letter holds already. None when nothing older fits."""
    phrases = season(period.until.date())
    found = await tx.index.search(" ".join(phrases), period.reader, _CANDIDATES)
    before = period.until - FORGOTTEN
    themed = await tx.themes.last_of(theme.tag, before, _CANDIDATES) if theme else []
    ids = list(dict.fromkeys((*found.ids, *themed)))
    older = await tx.resources.still_good(ids, before, period.reader)
    recent = await tx.editions.brought_up_since(period.room, period.until - NOT_TWICE)
    candidates = (_candidate(one, phrases, theme, themed) for one in older)
    timely = [one for one in candidates if one.seasonal or one.theme]
    return rediscovered(timely, {*told, *recent})


def _candidate(
    resource: Resource, phrases: Iterable[str], theme: Theme | None, themed: Collection[ResourceId]
) -> Candidate:
    words = {*stems(resource.title), *stems(" ".join(resource.themes))}
    return Candidate(
        resource=resource,
        seasonal=any(words.issuperset(stems(phrase)) for phrase in phrases),
        theme=theme.label if theme and resource.id in themed else "",
    )
