"""What an entry of a source is, as far as its words tell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from commonsbot.domain.deadlines import Days, Deadline, days_of, deadline_of
from commonsbot.domain.news_classes import Lexicon, NewsClass, Verdict, classify

Recognise = Callable[[str, str], tuple[str, ...]]
"""The #words of the themes that a title and a text are about."""

_CALLS = (NewsClass.AWARD_CALL, NewsClass.JOB)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    verdict: Verdict = field(default_factory=Verdict)
    deadline: Deadline | None = None
    """To apply, or to enrol."""
    days: Days | None = None
    """When an event or a training takes place."""
    themes: tuple[str, ...] = ()
    """#words of the vocabulary."""


def reading(
    title: str, summary: str, written: date, lexicon: Lexicon, recognise: Recognise
) -> Reading:
    """What `title` and `summary` say; `written`: when, where its days begin."""
    verdict = classify(title, summary, lexicon)
    return Reading(
        verdict=verdict,
        deadline=deadline_in(title, summary, written, verdict.class_),
        days=days_in(title, summary, written, verdict.class_),
        themes=recognise(title, summary),
    )


def deadline_in(title: str, summary: str, written: date, class_: NewsClass) -> Deadline | None:
    """A result has none: those of its call are over."""
    if class_ is NewsClass.AWARD_RESULT:
        return None
    return deadline_of(title, summary, written, is_call=class_ in _CALLS)


def days_in(title: str, summary: str, written: date, class_: NewsClass) -> Days | None:
    if class_ not in (NewsClass.EVENT, NewsClass.TRAINING):
        return None
    return days_of(title, summary, written)
