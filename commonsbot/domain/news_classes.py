"""What kind of news an entry is, found by weighted rules that people can read and change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from types import MappingProxyType

from commonsbot.domain.word_patterns import Pattern, Words

ENOUGH = 3.0

_BESIDE_TITLE = 0.6
"""What a rule weighs when only the summary says it: titles tell what an entry is."""


class NewsClass(StrEnum):
    ARTICLE = "article"
    AWARD_RESULT = "award_result"
    """Who won, or is still in the running."""
    AWARD_CALL = "award_call"
    """Apply, vote or sit on the jury: for a prize, a label or a call for projects."""
    EVENT = "event"
    JOB = "job"
    TRAINING = "training"


class Where(StrEnum):
    TITLE = "title"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Some ways to say one thing, and how much each class gains (or loses) by it."""

    name: str
    weights: Mapping[NewsClass, float]
    most: int = 1
    """How many of its patterns count; each of them in the title rather than in the summary."""
    title: tuple[Pattern, ...] = ()
    """Looked for in the title only."""
    text: tuple[Pattern, ...] = ()
    """Looked for in the title, then in the summary."""
    given: tuple[Pattern, ...] = ()
    """One of them must be there too, in either."""
    unless: tuple[Pattern, ...] = ()
    """None of them may be, in either."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rules, and what tells this set of them from another."""

    rules: tuple[Rule, ...] = ()
    enough: float = ENOUGH
    """What a class needs; an entry for which none has it is an article."""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One rule that counted."""

    rule: str
    words: tuple[str, ...]
    """What of the entry it was found by."""
    where: Where
    """Of the first of them."""
    weights: Mapping[NewsClass, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    class_: NewsClass = NewsClass.ARTICLE
    reasons: tuple[Reason, ...] = ()
    scores: Mapping[NewsClass, float] = field(default_factory=lambda: MappingProxyType({}))


_ORDER = (
    NewsClass.JOB,
    NewsClass.TRAINING,
    NewsClass.EVENT,
    NewsClass.AWARD_CALL,
    NewsClass.AWARD_RESULT,
)
"""Which of two classes with the same score wins: that whose rules mistake less."""


def classify(title: str, summary: str, lexicon: Lexicon) -> Verdict:
    """The class with the highest score, if that is enough."""
    head, body = Words.of(title), Words.of(summary)
    reasons = [
        reason for rule in lexicon.rules if (reason := _applied(rule, head, body)) is not None
    ]
    scores = scores_of(reasons)
    best = max(_ORDER, key=lambda one: (scores.get(one, 0.0), -_ORDER.index(one)))
    enough = scores.get(best, 0.0) >= lexicon.enough
    return Verdict(
        class_=best if enough else NewsClass.ARTICLE, reasons=tuple(reasons), scores=scores
    )


def scores_of(reasons: Sequence[Reason]) -> Mapping[NewsClass, float]:
    scores: dict[NewsClass, float] = {}
    for reason in reasons:
        for one, weight in reason.weights.items():
            scores[one] = scores.get(one, 0.0) + weight
    return scores


def _applied(rule: Rule, title: Words, summary: Words) -> Reason | None:
    found = list(islice(_found(rule, title, summary), rule.most))
    if not found or not _holds(rule, title, summary):
        return None
    share = sum(1.0 if where is Where.TITLE else _BESIDE_TITLE for _, where in found)
    return Reason(
        rule=rule.name,
        words=tuple(words for words, _ in found),
        where=found[0][1],
        weights={one: round(weight * share, 2) for one, weight in rule.weights.items()},
    )


def _found(rule: Rule, title: Words, summary: Words) -> Iterator[tuple[str, Where]]:
    """What each pattern of the rule finds, in titles first."""
    seen: set[str] = set()
    for patterns, words, where in (
        (rule.title, title, Where.TITLE),
        (rule.text, title, Where.TITLE),
        (rule.text, summary, Where.SUMMARY),
    ):
        for pattern in patterns:
            if (found := pattern.find(words)) and pattern.written not in seen:
                seen.add(pattern.written)
                yield found, where


def _holds(rule: Rule, title: Words, summary: Words) -> bool:
    """What must be said beside, and what must not."""
    if rule.given and not any(p.find(title) or p.find(summary) for p in rule.given):
        return False
    return not any(p.find(title) or p.find(summary) for p in rule.unless)
