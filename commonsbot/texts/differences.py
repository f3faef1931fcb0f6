"""What changed in a resource, in words: one item a part."""

from collections.abc import Iterable, Sequence

from commonsbot.domain.differences import Difference, Listed, Part, Reclassified, Replaced
from commonsbot.domain.experiences import Section
from commonsbot.domain.licences import Licence
from commonsbot.domain.markup import Bullets, Inline, Link, Text, lines, plain
from commonsbot.domain.resources import hashtags
from commonsbot.texts.particulars import facet_line
from commonsbot.texts.views import Views

PASSAGES = 3
"""Passages shown of what came, and of what went."""

_PASSAGE = 160
"""Characters shown of one."""


def items(views: Views, changed: Iterable[Difference]) -> Bullets:
    """« titre : « Vœux » devient « Vœux 2027 » »."""
    return Bullets(tuple(_item(views, one) for one in changed))


def _item(views: Views, one: Difference) -> tuple[Inline, ...]:
    if isinstance(one, Reclassified):
        return _reclassified(views, one)
    part = _name(views, one.part)
    match one:
        case Replaced(_, old, new):
            values = {"old": _value(views, one.part, old), "new": _value(views, one.part, new)}
            quoted = "difference-title" if one.part is Part.TITLE else "difference-value"
            return views.texts.inline(quoted, part=part, **values)
        case Listed(_, gained, lost):
            rows = [
                *_rows(views, one.part, "gained", gained),
                *_rows(views, one.part, "lost", lost),
            ]
            if not rows:
                return views.texts.inline("difference-rewritten", part=part)
            return lines(views.texts.inline("difference-part", part=part), *rows)


def _name(views: Views, part: Part | Section) -> str:
    if isinstance(part, Section):
        return views.texts.plain(f"section-{part}").lower()
    return views.texts.plain(f"part-{part}")


def _reclassified(views: Views, one: Reclassified) -> tuple[Inline, ...]:
    old, new = (facet_line(views.texts, facets) for facets in (one.old, one.new))
    part = views.texts.plain("part-facets")
    if not old or not new:
        way = "gained" if new else "lost"
        row = _row(views, way, (Text(new or old),))
        return lines(views.texts.inline("difference-part", part=part), row)
    return views.texts.inline("difference-value", part=part, old=old, new=new)


def summary(views: Views, changed: Iterable[Difference]) -> str:
    """All on one line: « titre : « A » devient « B » · texte »."""
    return " · ".join(_short(views, one) for one in changed)


def _short(views: Views, one: Difference) -> str:
    if isinstance(one, Listed) and one.part is not Part.THEMES:
        return _name(views, one.part)
    return clip(plain(_item(views, one)))


def _value(views: Views, part: Part, value: str) -> str:
    if part is Part.TITLE or not value:
        return value
    if part is Part.LICENCE:
        return views.licence(Licence(value))
    prefix = "reach" if part is Part.AUDIENCE else "kind"
    return views.texts.plain(f"{prefix}-{value}")


def _rows(
    views: Views, part: Part | Section, way: str, listed: Sequence[str]
) -> list[tuple[Inline, ...]]:
    if not listed:
        return []
    if part is Part.THEMES:
        return [_row(views, way, (Text(hashtags(listed)),))]
    if part is Part.LINKS:
        return [_row(views, way, (Link(link, (Text(link),)),)) for link in listed[:PASSAGES]]
    quoted = [views.texts.inline("difference-quote", words=clip(one)) for one in listed[:PASSAGES]]
    rows = [_row(views, way, words) for words in quoted]
    if len(listed) > PASSAGES:
        rows.append(views.texts.inline(f"difference-more-{way}", count=len(listed) - PASSAGES))
    return rows


def _row(views: Views, way: str, what: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return views.texts.inline(f"difference-{way}", what=what)


def clip(passage: str) -> str:
    """A passage on one line, cut where it is long."""
    words = " ".join(passage.split())
    return words if len(words) <= _PASSAGE else words[: _PASSAGE - 1].rstrip() + "…"
