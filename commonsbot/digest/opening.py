"""The first lines of a letter, in words: what the week holds, as somebody would say it."""

from collections.abc import Iterator

from commonsbot.domain.contents import Contents
from commonsbot.domain.markup import Inline, Text
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.trials import Outcome
from commonsbot.texts import Translator

_PLENTY = 6
"""New resources from which a letter can only show some."""

_SEVERAL = 3
"""Authors from whom on a week is everybody's."""


def opening(texts: Translator, contents: Contents) -> tuple[Inline, ...]:
    """What stands out most, and what waits; one week's words are not those of the next."""
    variant = contents.until.isocalendar().week % 2
    lead = next(_leads(contents))
    words = [texts.inline(f"letter-opening-{lead}", variant=variant, theme=contents.theme)]
    if contents.pressing:
        words.append(texts.inline("letter-opening-pressing", count=len(contents.pressing)))
    elif contents.questions and lead != "question":
        words.append(texts.inline("letter-opening-waiting", count=len(contents.questions)))
    return (*words[0], *(node for more in words[1:] for node in (Text(" "), *more)))


def _leads(contents: Contents) -> Iterator[str]:
    """What a letter may open with, the most telling first."""
    if any(item.class_ is NewsClass.AWARD_RESULT for item in contents.news):
        yield "awards"
    outcomes = {trial.outcome for one in contents.tried for trial in one.trials}
    if Outcome.ABANDONED in outcomes:
        yield "abandoned"
    if outcomes:
        yield "adopted"
    if contents.theme:
        yield "theme"
    yield from _of_fresh(contents)
    if contents.questions:
        yield "question"
    if contents.news:
        yield "news"
    yield "quiet"


def _of_fresh(contents: Contents) -> Iterator[str]:
    if len(contents.fresh) >= _PLENTY:
        yield "plenty"
    if len({resource.author for resource in contents.fresh}) >= _SEVERAL:
        yield "several"
    if len(contents.fresh) == 1:
        yield "single"
    if contents.fresh:
        yield "some"
