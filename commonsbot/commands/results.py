"""How the results of a search are told."""

import re
from collections.abc import Sequence

from commonsbot.domain.markup import Bold, Inline, Italic, Link, Text, lines
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.resources import Kind, Resource
from commonsbot.domain.trials import Tally
from commonsbot.domain.urls import host
from commonsbot.search.explanation import Explanation, Reason
from commonsbot.search.query import Query
from commonsbot.search.query_pieces import Remark
from commonsbot.search.snippets import Span, marked, snippet, spans
from commonsbot.search.units import How
from commonsbot.texts.agenda import facts, numbered
from commonsbot.texts.views import Views

Row = tuple[Inline, ...]

_TITLE = 100
_AMONG_NEWS = re.compile(r"^(?:dans|in)\s?:\s?(?:actus?|actualit\w+|news)\s+", re.IGNORECASE)
_REASONS = 4


def resource_item(
    views: Views, resource: Resource, query: str, tally: Tally, alike: Sequence[int]
) -> Row:
    """Its title, what it is, a line around what was asked, and how many say nearly the same."""
    return lines(
        [Bold(views.title(resource))],
        _facts(views, resource, tally),
        _line(spans(resource, query)),
        _alike(views, alike),
    )


def news_item(views: Views, item: NewsItem, query: str, alike: Sequence[int]) -> Row:
    where = (*_from(views, item), Text(" · "), *numbered(views, item))
    line = _line(marked(snippet(item.summary, query), query))
    folded = [Text(views.texts.plain("search-alike-news", count=len(alike)))] if alike else []
    return lines([Bold(news_title(item))], where, line, folded)


def news_line(views: Views, item: NewsItem) -> Row:
    """The same in one line, beside resources."""
    return (*news_title(item), Text(" · "), *_from(views, item))


def news_title(item: NewsItem) -> Row:
    title = item.title if len(item.title) <= _TITLE else item.title[:_TITLE] + "…"
    return (Link(item.link, (Text(title),)),) if item.link else (Text(title),)


def _from(views: Views, item: NewsItem) -> Row:
    """« actualité · Cap'Com · 12 mars 2026 », « appel · … · jusqu'au 15 octobre 2026 »."""
    if item.class_ is not NewsClass.ARTICLE:
        return facts(views, item)
    date = views.date(item.at)
    source = item.source_title or host(item.link)
    return views.texts.inline("search-news-from", source=source, date=date)


def _facts(views: Views, resource: Resource, tally: Tally) -> Row:
    texts = views.texts
    facts = [] if resource.kind is Kind.TIP else [texts.plain(f"kind-{resource.kind}")]
    if tally.adopted:
        facts.append(texts.plain("trial-adopted", count=tally.adopted))
    return (Text(" · ".join(facts)),) if facts else ()


def _line(shown: Sequence[Span]) -> Row:
    return tuple(Italic((Text(s.text),)) if s.is_asked else Text(s.text) for s in shown)


def _alike(views: Views, alike: Sequence[int]) -> Row:
    if not alike:
        return ()
    numbers = ", ".join(map(views.number, alike))
    return views.texts.inline("search-alike", count=len(alike), numbers=numbers)


def asked(query: Query) -> str:
    """As it was typed, without what an answer about news says by itself."""
    return _AMONG_NEWS.sub("", query.typed)[:200]


def remark(views: Views, one: Remark) -> Row:
    """What of a query was not understood, and what to type."""
    texts = views.texts
    if one.field is None:
        return texts.inline("search-unknown-field", name=one.name)
    expected = texts.plain(f"search-expects-{one.field}")
    if not one.value:
        return texts.inline("search-no-value", name=one.name, expected=expected)
    return texts.inline(
        "search-unknown-value", name=one.name, value=one.value[:40], expected=expected
    )


def explanation(views: Views, why: Explanation) -> Row:
    """Each part of a score, the weightiest first, and its part of a hundred."""
    texts = views.texts
    rows = [_reason(views, group, why.score) for group in _by_words(why.reasons)[:_REASONS]]
    for bonus, score in why.bonuses:
        said = texts.plain(f"why-bonus-{bonus}")
        rows.append(texts.inline("why-bonus", said=said, part=_part(score, why.score)))
    if why.missing:
        words = ", ".join(f"« {word} »" if texts.language == "fr" else word for word in why.missing)
        rows.append(texts.inline("why-missing", words=words))
    return lines(*rows)


def _by_words(reasons: Sequence[Reason]) -> list[list[Reason]]:
    """What answers the same words, the weightiest first."""
    groups: dict[tuple[tuple[str, ...], bool], list[Reason]] = {}
    for one in reasons:
        groups.setdefault((one.typed, one.how is How.SYNONYM), []).append(one)
    return sorted(groups.values(), key=lambda group: -sum(one.score for one in group))


def _reason(views: Views, group: Sequence[Reason], whole: float) -> Row:
    """« « budgets » : le mot même, dans le titre (52 %) »."""
    texts = views.texts
    best = max(group, key=lambda one: one.score)
    hows = {one.how for one in group}
    how = next((one for one in (How.EXACT, How.FORM) if one in hows), best.how)
    return texts.inline(
        "why-reason",
        typed=" ".join(best.typed),
        how=texts.plain(f"why-how-{how}", found=best.found),
        field=texts.plain(f"why-field-{best.field}"),
        part=_part(sum(one.score for one in group), whole),
    )


def _part(score: float, whole: float) -> str:
    return str(round(100 * score / whole)) if whole > 0 else "0"
