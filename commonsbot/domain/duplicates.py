"""Which resources may be one and the same."""

from commonsbot.domain import urls
from commonsbot.domain.resources import Draft, Kind

_ONE_OF_A_KIND = frozenset({Kind.EXPERIENCE, Kind.QUESTION, Kind.TEST})
"""Two towns may tell of the same tool: these are compared only among themselves."""


def may_be_same(one: Kind, other: Kind) -> bool:
    return one is other or not {one, other} & _ONE_OF_A_KIND


def is_about_same_pages(draft: Draft, other: Draft) -> bool:
    """Whether `other` already leads wherever `draft` does."""
    pages = _pages(draft)
    return bool(pages) and pages <= _pages(other)


def _pages(draft: Draft) -> set[str]:
    return {urls.clean(link) for link in draft.links} - {""}
