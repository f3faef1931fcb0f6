"""What is not the same in two states of a resource."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeAlias

from commonsbot.domain.experiences import Section
from commonsbot.domain.facets import Facets
from commonsbot.domain.resources import Draft
from commonsbot.domain.sharing import LINK


class Part(StrEnum):
    """What of a resource may differ, in the order it is said."""

    TITLE = "title"
    TEXT = "text"
    FACETS = "facets"
    LINKS = "links"
    THEMES = "themes"
    FILES = "files"
    KIND = "kind"
    LICENCE = "licence"
    AUDIENCE = "audience"


@dataclass(frozen=True, slots=True)
class Replaced:
    """One value for another: the enum's values for `KIND`, `LICENCE` and `AUDIENCE`."""

    part: Part
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list gained and lost: themes, links, names of files, passages of a text."""

    part: Part | Section
    gained: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reclassified:
    """Where an experience comes from."""

    old: Facets
    new: Facets


Difference: TypeAlias = Replaced | Listed | Reclassified

MOST_PASSAGES = 200
"""Passages of a text beyond which it only counts as written anew: comparing takes their square."""

_BETWEEN = re.compile(r"(?<=[.!?…])\s+|\n")


def differences(old: Draft, new: Draft) -> tuple[Difference, ...]:
    """In the order of `Part`; empty when both say the same."""
    return tuple(_all(old, new))


def _all(old: Draft, new: Draft) -> Iterator[Difference]:
    if old.title != new.title:
        yield Replaced(Part.TITLE, old.title, new.title)
    yield from _passages(Part.TEXT, old.text, new.text)
    for section in Section:
        before, after = dict(old.sections).get(section, ""), dict(new.sections).get(section, "")
        yield from _passages(section, before, after)
    if old.facets != new.facets:
        yield Reclassified(old.facets, new.facets)
    yield from _list(Part.LINKS, old.links, new.links)
    yield from _themes(old, new)
    yield from _list(Part.FILES, _names(old), _names(new))
    if old.kind != new.kind:
        yield Replaced(Part.KIND, old.kind, new.kind)
    if new.licence and old.licence != new.licence:
        yield Replaced(Part.LICENCE, old.licence or "", new.licence)
    if new.audience and old.audience != new.audience:
        yield Replaced(Part.AUDIENCE, old.audience or "", new.audience)


def _names(draft: Draft) -> tuple[str, ...]:
    """With what each is said to show."""
    return tuple(f"{file.name} ({file.alt})" if file.alt else file.name for file in draft.files)


def _themes(old: Draft, new: Draft) -> Iterator[Difference]:
    """What is given anew is told, even where the text named it already."""
    given = tuple(theme for theme in new.themes if theme not in old.themes)
    named = tuple(theme for theme in new.recognised if theme not in old.all_themes)
    lost = tuple(theme for theme in old.all_themes if theme not in new.all_themes)
    if given or named or lost:
        yield Listed(Part.THEMES, given + named, lost)


def _list(part: Part, old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    gained = tuple(one for one in new if one not in old)
    lost = tuple(one for one in old if one not in new)
    if gained or lost:
        yield Listed(part, gained, lost)


def _passages(part: Part | Section, old: str, new: str) -> Iterator[Difference]:
    """The sentences or lines that came and went. None of them: only blanks moved."""
    if old == new:
        return
    before, after = _BETWEEN.split(old), _BETWEEN.split(new)
    gained: list[str] = []
    lost: list[str] = []
    if max(len(before), len(after)) <= MOST_PASSAGES:
        for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if what != "equal":
                lost += before[a:b]
                gained += after[c:d]
    only_links = (gained or lost) and not (_tidy(gained) or _tidy(lost))
    if not only_links:
        yield Listed(part, _tidy(gained), _tidy(lost))


def _tidy(passages: list[str]) -> tuple[str, ...]:
    """Links alone are said as links."""
    return tuple(
        " ".join(one.split()) for one in passages if one.strip() and not LINK.fullmatch(one.strip())
    )
