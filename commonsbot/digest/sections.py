"""The parts of a letter, each item as it reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from commonsbot.domain.contents import Contents, Tried
from commonsbot.domain.markup import Bold, Inline, Italic, Link, Paragraph, Text, lines
from commonsbot.domain.news import NewsItem
from commonsbot.domain.resources import Resource
from commonsbot.domain.trials import Trial
from commonsbot.search.snippets import one_line, snippet
from commonsbot.texts import Views
from commonsbot.texts.particulars import facet_line
from commonsbot.texts.trials import who

NOTE = 140
"""Characters of what somebody says of a trial."""

TITLE = 160
"""Characters of a news title."""

LINK = 500
"""Characters of a link: a longer one is only found in the news itself."""

Item = tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the letter; where it is long, the thread has the rest."""

    title: str
    items: tuple[Item, ...]
    most: int = 5
    """Items that the letter itself shows."""
    way_on: Paragraph | None = None
    """What one may do about it, said once under its items."""

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
    texts = views.texts
    picked = [_resource(views, one) for one in contents.picked]
    yield Section(title="letter-picked", items=tuple(picked))
    fresh = [_resource(views, one) for one in contents.fresh]
    yield Section(title="letter-fresh", items=tuple(fresh))
    tried = [_tried(views, one) for one in contents.tried]
    yield Section(title="letter-trials", items=tuple(tried), most=3)
    questions = [_question(views, one) for one in contents.questions]
    numbers = [str(one.id) for one in contents.questions[:1]]
    how = texts.paragraph("question-how", number=numbers[0]) if numbers else None
    yield Section(title="letter-questions", items=tuple(questions), most=3, way_on=how)
    yield from _news(contents.news)


def rediscovery(views: Views, contents: Contents) -> Item | None:
    """The older resource, and why it comes up now."""
    again = contents.again
    if again is None:
        return None
    why = views.texts.plain(f"letter-again-{again.reason}", theme=again.theme)
    return lines(_title(views, again.resource), [Text(why)], [Text(one_line(again.resource))])


def _title(views: Views, resource: Resource) -> list[Inline]:
    return [Bold(views.title(resource))]


def _resource(views: Views, resource: Resource) -> Item:
    """Its title, a line of it, and where it comes from."""
    line = one_line(resource)
    origin = " · ".join(filter(None, _origin(views, resource)))
    return lines(_title(views, resource), [Text(line)] if line else [], [Italic((Text(origin),))])


def _origin(views: Views, resource: Resource) -> Iterable[str]:
    yield views.texts.plain(f"kind-{resource.kind}")
    if resource.author:
        yield views.name(resource.author)
    yield facet_line(views.texts, resource.facets)


def _tried(views: Views, tried: Tried) -> Item:
    return lines(_title(views, tried.resource), *(_trial(views, one) for one in tried.trials[:2]))


def _trial(views: Views, trial: Trial) -> Item:
    texts, note = views.texts, snippet(trial.note, "", NOTE)
    said = texts.plain("letter-quote", words=note) if note else ""
    return texts.inline(f"letter-trial-{trial.outcome}", who=who(views, trial), said=said)


def _question(views: Views, question: Resource) -> Item:
    if question.author is None:
        return tuple(_title(views, question))
    asked = views.texts.inline("letter-asked", who=views.name(question.author))
    return lines(_title(views, question), asked)


def _news(news: Iterable[NewsItem]) -> Iterator[Section]:
    yield Section(title="letter-news", items=tuple(map(_article, news)))


def _article(item: NewsItem) -> Item:
    title: Inline = Text(snippet(item.title, "", TITLE))
    if item.link and len(item.link) <= LINK:
        title = Link(item.link, (title,))
    return lines([Bold((title,))], [Text(item.source_title)] if item.source_title else [])
