"""The parts of a letter, each item as it reads."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from commonsbot.domain.choosing import diverse
from commonsbot.domain.contents import CLASSES, Contents, Tried
from commonsbot.domain.markup import Bold, Inline, Italic, Link, Text, lines, plain
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.resources import Resource
from commonsbot.domain.trials import Trial
from commonsbot.search.snippets import one_line, snippet
from commonsbot.texts import Views, moments
from commonsbot.texts.particulars import facet_line
from commonsbot.texts.trials import who

_TRIALS = 2
"""Of one resource."""

NOTE = 140
"""Characters of what somebody says of a trial."""

TITLE = 160
"""Characters of a news title."""

_OF_A_CLASS = 2
"""News of a class, awards excepted, that the letter itself shows."""

LINK = 500
"""Characters of a link: a longer one is only found in the news itself."""

_SHORT = 400
"""Characters of a text whose end may be seen in its first line."""

_HASHTAGS = re.compile(r"(?:\s*#\w[\w-]*)+\s*$")

Item = tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the letter; where it is long, the thread has the rest."""

    title: str
    items: tuple[Item, ...]
    most: int = 5
    """Items that the letter itself shows."""

    @property
    def shown(self) -> tuple[Item, ...]:
        return self.items[: self._length]

    @property
    def left(self) -> tuple[Item, ...]:
        return self.items[self._length :]

    @property
    def _length(self) -> int:
        """One item alone is not worth going into the thread for."""
        return self.most + (self.most > 1 and len(self.items) == self.most + 1)


def sections(views: Views, contents: Contents) -> Iterator[Section]:
    """In their order; those without items are to be left out."""
    picked = [_resource(views, one) for one in contents.picked]
    yield Section(title="letter-picked", items=tuple(picked))
    fresh = [_resource(views, one) for one in contents.fresh]
    yield Section(title="letter-fresh", items=tuple(fresh))
    tried = [_tried(views, one) for one in contents.tried]
    yield Section(title="letter-trials", items=tuple(tried), most=3)
    questions = [_question(views, one) for one in contents.questions]
    yield Section(title="letter-questions", items=tuple(questions), most=3)
    yield from _news(views, contents)


def rediscovery(views: Views, contents: Contents) -> Item | None:
    """The older resource, and why it comes up now."""
    again = contents.again
    if again is None:
        return None
    why = views.texts.plain(f"letter-again-{again.reason}", theme=again.theme)
    resource = again.resource
    reasons = (Text(why), *_how_to_open(views, resource))
    return lines(_title(views, resource), reasons, [Text(_line(resource))])


def _title(views: Views, resource: Resource) -> list[Inline]:
    return [Bold(views.title(resource))]


def _resource(views: Views, resource: Resource) -> Item:
    """Its title, a line of it, and where it comes from."""
    line = _line(resource)
    origin = Italic((Text(" · ".join(filter(None, _origin(views, resource)))),))
    facts = (origin, *_how_to_open(views, resource))
    return lines(_title(views, resource), [Text(line)] if line else [], facts)


def _how_to_open(views: Views, resource: Resource) -> Item:
    """For a title that leads nowhere by itself."""
    if views.source(resource) or resource.links:
        return ()
    how = views.texts.inline("letter-open", number=str(resource.id))
    return (Text(" · "), *how)


def _line(resource: Resource) -> str:
    """What its text says first; the #words at its end tell nobody anything here."""
    text = resource.text
    if len(text) <= _SHORT:
        resource = replace(resource, text=_HASHTAGS.sub("", text))
    return one_line(resource) if resource.text or resource.sections else ""


def _origin(views: Views, resource: Resource) -> Iterable[str]:
    yield views.texts.plain(f"kind-{resource.kind}")
    yield plain(views.author(resource))
    yield facet_line(views.texts, resource.facets)


def _tried(views: Views, tried: Tried) -> Item:
    """What came of it, the failure beside the success."""
    trials = diverse(tried.trials, _TRIALS, lambda trial: ([trial.outcome],))
    return lines(_title(views, tried.resource), *(_trial(views, one) for one in trials))


def _trial(views: Views, trial: Trial) -> Item:
    texts, note = views.texts, snippet(trial.note, "", NOTE)
    said = texts.plain("letter-quote", words=note) if note else ""
    return texts.inline(f"letter-trial-{trial.outcome}", who=who(views, trial), said=said)


def _question(views: Views, question: Resource) -> Item:
    author = plain(views.author(question))
    how = views.texts.inline("question-how", number=str(question.id))
    if not author:
        return lines(_title(views, question), how)
    asked = Text(views.texts.plain("letter-asked", who=author))
    return lines(_title(views, question), (asked, Text(" · "), *how))


def _news(views: Views, contents: Contents) -> Iterator[Section]:
    """Awards by themselves, the other classes one after the other, then the dates."""
    by_class = {c: [one for one in contents.news if one.class_ is c] for c in CLASSES}
    awards = [_article(views, item) for item in by_class.pop(NewsClass.AWARD_RESULT)]
    yield Section(title="letter-awards", items=tuple(awards), most=3)
    others = [items[:_OF_A_CLASS] for items in by_class.values()]
    others += [items[_OF_A_CLASS:] for items in by_class.values()]
    items = [_article(views, item) for group in others for item in group]
    yield Section(title="letter-news", items=tuple(items), most=sum(map(len, others[:5])))
    dates = [_deadline(views, item) for item in contents.deadlines]
    yield Section(title="letter-deadlines", items=tuple(dates))


def _article(views: Views, item: NewsItem) -> Item:
    facts = " · ".join(filter(None, (_kind(views, item), _when(views, item), item.source_title)))
    return lines([Bold(_linked(item))], [Text(facts)] if facts else [])


def _kind(views: Views, item: NewsItem) -> str:
    """Where its place in the letter does not tell."""
    if item.class_ in (NewsClass.AWARD_RESULT, NewsClass.ARTICLE):
        return ""
    return views.texts.plain(f"letter-news-{item.class_.value.replace('_', '-')}")


def _when(views: Views, item: NewsItem) -> str:
    """When it takes place, or until when one may apply."""
    if item.days:
        return _day(views, item.days.first)
    if item.deadline:
        return views.texts.plain("letter-until", day=_day(views, item.deadline.day))
    return ""


def _deadline(views: Views, item: NewsItem) -> Item:
    assert item.deadline, "only those that have one are told"
    facts = " · ".join(filter(None, (_day(views, item.deadline.day), item.source_title)))
    return lines([Bold(_linked(item))], [Text(facts)])


def _day(views: Views, day: date) -> str:
    return moments.day(views, datetime.combine(day, time(12), views.zone))


def _linked(item: NewsItem) -> tuple[Inline, ...]:
    title = Text(snippet(item.title, "", TITLE))
    return (Link(item.link, (title,)),) if item.link and len(item.link) <= LINK else (title,)
