"""Keeping a retour d'expérience, and describing the files of a resource."""

from dataclasses import replace

from commonsbot.domain.experiences import Sections, read_experience
from commonsbot.domain.resources import Draft, Kind
from commonsbot.domain.sharing import find_links, find_themes, read_share


def experience(content: str) -> Draft:
    """The card as a draft; one without a title is called by what it says first."""
    written = read_experience(content)
    draft = read_share(written.head)
    return replace(
        draft,
        title=draft.title or read_share(_first_words(written.sections)).title,
        kind=Kind.EXPERIENCE,
        links=find_links(content),
        themes=find_themes(content),
        sections=written.sections,
        facets=written.facets,
    )


def _first_words(sections: Sections) -> str:
    return next((said for _, said in sections), "")
