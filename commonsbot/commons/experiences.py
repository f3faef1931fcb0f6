"""Keeping a retour d'expérience, and describing the files of a resource."""

from dataclasses import replace

from commonsbot.commons.share import bounded, share
from commonsbot.domain.experiences import Sections, read_experience
from commonsbot.domain.ids import ResourceId
from commonsbot.domain.messages import Incoming
from commonsbot.domain.resources import Draft, Kind
from commonsbot.domain.sharing import find_links, find_themes, read_share
from commonsbot.domain.terms import Terms
from commonsbot.store import Transaction


async def share_experience(
    tx: Transaction, message: Incoming, content: str, terms: Terms
) -> ResourceId:
    """Publishes a filled card. Raises UserError when it is too long to keep."""
    return await share(tx, message, experience(bounded(content)), terms)


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
