"""Which resources may be one and the same."""

from commonsbot.domain import urls
from commonsbot.domain.resources import Draft, Kind

_ONE_OF_A_KIND = frozenset({Kind.EXPERIENCE, Kind.QUESTION, Kind.TEST})
"""Two towns may tell of the same tool: these are compared only among themselves."""


def may_be_same(one: Kind, other: Kind) -> bool:
    return one is other or not {one, other} & _ONE_OF_A_KIND


def is_about_same_pages(draft: Draft, other: Draft) -> bool:
    """Whether `other` already leads wherever `draft` does.

    The home page of a site, cited beside a text, says nothing: many resources cite it.
    """
    pages = _pages(draft)
    if draft.kind is not Kind.REFERENCE:
        pages = {page for page in pages if "/" in page or "?" in page}
    return bool(pages) and pages <= _pages(other)


def _pages(draft: Draft) -> set[str]:
    return {urls.clean(link) for link in draft.links} - {""}
