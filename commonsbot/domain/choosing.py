"""Choosing what a letter tells: a little, from many people, about many things."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from commonsbot.domain.contents import Again, Reason, Tried
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.resources import Resource

_A_SENTENCE = 60
"""Characters."""

T = TypeVar("T")
Traits = Sequence[Sequence[Hashable] | int]
"""What an item should not repeat of those before it, the most important first. A number is what
speaks against it whatever came before."""


def diverse(items: Iterable[T], most: int, traits: Callable[[T], Traits]) -> tuple[T, ...]:
    """At most `most`: each time the first of those that repeat least of what was taken."""
    left = [(item, traits(item)) for item in items]
    seen: Counter[tuple[int, Hashable]] = Counter()
    taken: list[T] = []
    while left and len(taken) < most:
        place = min(range(len(left)), key=lambda n: _repeats(left[n][1], seen))
        item, own = left.pop(place)
        taken.append(item)
        seen.update(_ranked(own))
    return tuple(taken)


def _repeats(traits: Traits, seen: Counter[tuple[int, Hashable]]) -> tuple[int, ...]:
    return tuple(
        group if isinstance(group, int) else sum(seen[rank, trait] for trait in group)
        for rank, group in enumerate(traits)
    )


def _ranked(traits: Traits) -> Iterator[tuple[int, Hashable]]:
    for rank, group in enumerate(traits):
        if not isinstance(group, int):
            yield from ((rank, trait) for trait in group)


def resource_traits(resource: Resource) -> Traits:
    """Its author, whether it says little, the kind of body it comes from, its themes."""
    body = resource.facets.body
    says_little = len(resource.text) < _A_SENTENCE and not resource.sections
    return ([resource.author], int(says_little), [body] if body else [], resource.themes)


def most_helpful(resources: Iterable[Resource]) -> list[Resource]:
    """Those that helped most first; else the order stays."""
    return sorted(resources, key=lambda resource: -resource.thanks - resource.useful)


def trial_traits(tried: Tried) -> Traits:
    """How it went last: what was given up is told beside what was kept."""
    return ([tried.trials[0].outcome], [tried.resource.author])


def news_traits(item: NewsItem) -> Traits:
    return ([item.source],)


def themes_of_talk(resources: Iterable[Resource]) -> list[tuple[str, int]]:
    """The themes of what was talked about, and of how many resources: the most frequent first."""
    counted = Counter(theme for resource in resources for theme in resource.themes)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An older resource, and what speaks for it now: the season, or the week's talk."""

    resource: Resource
    seasonal: bool = False
    theme: str = ""
    """One of the week's talk that it has, as it is shown."""


def rediscovered(
    candidates: Iterable[Candidate], excluded: Collection[ResourceId] = ()
) -> Again | None:
    """The one that most speaks for: the season or the week's talk, then what members made of it.

    `excluded`: those that the letter tells already, or brought up again within a year.
    """
    left = [one for one in candidates if one.resource.id not in excluded]
    if not left:
        return None
    best = max(left, key=_claim)
    if best.seasonal:
        return Again(resource=best.resource, reason=Reason.SEASON)
    return Again(resource=best.resource, reason=Reason.THEME, theme=best.theme)


def _claim(candidate: Candidate) -> tuple[int, int, int]:
    resource = candidate.resource
    timely = 2 * candidate.seasonal + bool(candidate.theme)
    return timely, resource.thanks + resource.useful, -resource.id
