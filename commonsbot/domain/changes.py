"""What somebody wants to be different in a resource: kept apart from it, so it can be proposed."""

from dataclasses import dataclass, replace
from typing import Any

from commonsbot.domain import urls
from commonsbot.domain.audiences import Audience
from commonsbot.domain.experiences import Section, Sections
from commonsbot.domain.facets import NO_FACETS, Facets, completed
from commonsbot.domain.files import File
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Draft, Kind
from commonsbot.domain.sharing import find_links
from commonsbot.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Only what is said changes: None and empty leave things as they are."""

    title: str | None = None
    text: str | None = None
    links: tuple[str, ...] | None = None
    """All of them from now on; of two, the second takes the place of the first if that is there;
    one alone takes the place of the only one."""
    more_links: tuple[str, ...] = ()
    less_links: tuple[str, ...] = ()
    themes: tuple[str, ...] | None = None
    """All of them from now on."""
    more_themes: tuple[str, ...] = ()
    less_themes: tuple[str, ...] = ()
    kind: Kind | None = None
    licence: Licence | None = None
    audience: Audience | None = None
    sections: Sections = ()
    """Of an experience: one without words is taken away."""
    facets: Facets = NO_FACETS
    files: tuple[File, ...] | None = None
    """All of them from now on."""


def apply(change: Change, draft: Draft) -> Draft:
    """`draft` with the change made. Raises UserError where it can't tell which link is meant."""
    written = replace(
        draft,
        title=draft.title if change.title is None else change.title,
        text=draft.text if change.text is None else change.text,
        themes=_changed(
            draft.themes if change.themes is None else change.themes,
            change.more_themes,
            change.less_themes,
        ),
        recognised=_changed(
            draft.recognised if change.themes is None else (), (), change.less_themes
        ),
        kind=change.kind or draft.kind,
        licence=change.licence or draft.licence,
        audience=change.audience or draft.audience,
        sections=_sections(draft.sections, change.sections),
        facets=completed(change.facets, draft.facets),
        files=draft.files if change.files is None else change.files,
    )
    return _with_links(change, draft, written)


def between(old: Draft, new: Draft) -> Change:
    """What makes `new` of `old`, save a facet that is left out."""

    def said(name: str) -> Any:
        value = getattr(new, name)
        return None if value == getattr(old, name) else value

    sections = {section: "" for section, _ in old.sections} | dict(new.sections)
    there = apply(Change(text=said("text")), old).links
    kept = {urls.clean(link) for link in new.links}
    return Change(
        title=said("title"),
        text=said("text"),
        more_links=tuple(link for link in new.links if link not in there),
        less_links=tuple(link for link in there if urls.clean(link) not in kept),
        more_themes=tuple(theme for theme in new.themes if theme not in old.themes),
        less_themes=tuple(theme for theme in old.all_themes if theme not in new.all_themes),
        kind=said("kind"),
        licence=said("licence"),
        audience=said("audience"),
        sections=() if new.sections == old.sections else tuple(sections.items()),
        facets=NO_FACETS if new.facets == old.facets else new.facets,
        files=said("files"),
    )


def _changed(now: tuple[str, ...], more: tuple[str, ...], less: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in dict.fromkeys((*now, *more)) if one not in less)


def _sections(now: Sections, new: Sections) -> Sections:
    said = {**dict(now), **dict(new)}
    return tuple((section, said[section]) for section in Section if said.get(section))


def _with_links(change: Change, draft: Draft, written: Draft) -> Draft:
    links = draft.links
    if change.text is not None:  # those of the old text go with it
        said = set(find_links(draft.text))
        kept = (link for link in links if link not in said)
        links = tuple(dict.fromkeys((*kept, *find_links(change.text))))
    written = replace(written, links=links)
    if change.links is not None:
        written = _relinked(change.links, written)
    less = {urls.clean(link) for link in change.less_links}
    left = _changed(written.links, change.more_links, ())
    return replace(written, links=tuple(link for link in left if urls.clean(link) not in less))


def _relinked(wanted: tuple[str, ...], draft: Draft) -> Draft:
    """`draft` with other links; one that takes another's place does so in the text too."""
    if pair := _replacement(wanted, draft.links):
        old, new = pair
        links = tuple(dict.fromkeys(new if link == old else link for link in draft.links))
        return replace(draft, links=links, text=draft.text.replace(old, new))
    return replace(draft, links=wanted)


def _replacement(wanted: tuple[str, ...], links: tuple[str, ...]) -> tuple[str, str] | None:
    """The link to replace, and by which. Raises UserError when it may be any of several."""
    if len(wanted) == 1 and len(links) == 1:
        return links[0], wanted[0]
    if len(wanted) == 1 and len(links) > 1:
        raise UserError("change-which-link", count=len(links), old=links[0], new=wanted[0])
    if len(wanted) == 2:
        old = next((link for link in links if urls.clean(link) == urls.clean(wanted[0])), None)
        return (old, wanted[1]) if old else None
    return None
