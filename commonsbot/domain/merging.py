"""Two resources that say the same become one, and can be told apart again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from commonsbot.domain.audiences import Audience
from commonsbot.domain.experiences import Section, Sections
from commonsbot.domain.facets import completed
from commonsbot.domain.folding import fold
from commonsbot.domain.licences import Licence
from commonsbot.domain.resources import Draft, Resource
from commonsbot.domain.sharing import TEXT_LIMIT

T = TypeVar("T")


def reach_alike(one: Resource, other: Resource) -> bool:
    """Whether the same people see both: merging then shows nothing to anybody new, and hides
    nothing."""
    if one.audience is not other.audience:
        return False
    return one.audience is not Audience.ROOM or one.room == other.room


def may_carry_words(into: Draft, other: Draft, *, own: bool) -> bool:
    """Whether the text and files of `other` may stand under the licence of `into`.

    They may under their own licence, when they are free of any, or when their author merges.
    """
    return own or other.licence in (into.licence, Licence.CC0)


def merged(into: Draft, other: Draft, *, words: bool) -> Draft:
    """`into` with what only `other` had. `words`: its text, sections and files too."""
    addition = added_text(into, other, words=words)
    return replace(
        into,
        text="\n\n".join(filter(None, (into.text, addition))),
        links=_union(into.links, other.links),
        themes=_union(into.themes, other.themes),
        files=_union(into.files, other.files) if words else into.files,
        sections=_sections(into, other) if words else into.sections,
        facets=completed(into.facets, other.facets),
    )


def added_text(into: Draft, other: Draft, *, words: bool) -> str:
    """What the text gains: another title, so that it is still found, and another text.

    Nothing, where both would be too long together.
    """
    title = "" if _says(into, other.title) else other.title
    text = "" if not words or _says(into, other.text) else other.text
    addition = "\n".join(filter(None, (title, text)))
    return addition if len(into.text) + len(addition) + 2 <= TEXT_LIMIT else ""


def _says(draft: Draft, words: str) -> bool:
    return fold(words) in fold(f"{draft.title}\n{draft.text}")


def unmerged(now: Draft, before: Draft, other: Draft) -> Draft:
    """`now` without what it had got from `other`; `before` is how it was until then.

    What was written anew since stays.
    """
    additions = [added_text(before, other, words=words) for words in (True, False)]
    found = next((one for one in additions if one and one in now.text), "")
    joined = f"\n\n{found}" if f"\n\n{found}" in now.text else found
    return replace(
        now,
        text=now.text.replace(joined, "", 1) if found else now.text,
        links=_without(now.links, other.links, before.links),
        themes=_without(now.themes, other.themes, before.themes),
        files=_without(now.files, other.files, before.files),
        sections=_without(now.sections, other.sections, before.sections),
    )


def _sections(into: Draft, other: Draft) -> Sections:
    """Those of `into`, and of `other` the parts it has none of."""
    said = {**dict(other.sections), **dict(into.sections)}
    return tuple((section, said[section]) for section in Section if section in said)


def _union(one: Sequence[T], other: Sequence[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _without(now: Sequence[T], other: Sequence[T], before: Sequence[T]) -> tuple[T, ...]:
    """`now` less what came from `other`: what was there before stays."""
    return tuple(item for item in now if item in before or item not in other)
