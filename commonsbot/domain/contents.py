"""What one edition of the letter tells."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from commonsbot.domain.audiences import Audience
from commonsbot.domain.ids import UserId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.resources import Resource
from commonsbot.domain.trials import Trial

CLASSES = (
    NewsClass.AWARD_RESULT,
    NewsClass.AWARD_CALL,
    NewsClass.EVENT,
    NewsClass.TRAINING,
    NewsClass.ARTICLE,
    NewsClass.JOB,
)
"""In which order news are told."""

_A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A line of a moderator's."""

    text: str
    by: UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What was reported of a resource in the period, newest first."""

    resource: Resource
    trials: tuple[Trial, ...]


class Reason(StrEnum):
    """Why an older resource comes up again."""

    SEASON = "season"
    THEME = "theme"
    """Of the week's talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """An older resource worth rediscovering."""

    resource: Resource
    reason: Reason
    theme: str = ""
    """As it is shown, where that is the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything in the order it is told; a letter shows the first ones of each part."""

    until: datetime
    word: Word | None = None
    picked: tuple[Resource, ...] = ()
    """Older ones that a moderator added."""
    fresh: tuple[Resource, ...] = ()
    tried: tuple[Tried, ...] = ()
    questions: tuple[Resource, ...] = ()
    """That nothing has answered yet."""
    news: tuple[NewsItem, ...] = ()
    """By class, in the order of `CLASSES`."""
    deadlines: tuple[NewsItem, ...] = ()
    """The soonest first; none of them is in `news`."""
    again: Again | None = None
    theme: str = ""
    """What several of the new resources are about, as it is shown."""

    @property
    def empty(self) -> bool:
        """Whether nothing is worth a letter: an older resource alone is not, nor is a date that
        another letter will come in time for."""
        shared = (*self.picked, *self.fresh, *self.tried, *self.questions)
        return self.word is None and not (*shared, *self.news, *self.pressing)

    @property
    def pressing(self) -> tuple[NewsItem, ...]:
        """Those of the deadlines that pass before the next letter."""
        last = self.until.date() + _A_WEEK
        return tuple(one for one in self.deadlines if one.deadline and one.deadline.day <= last)

    def within(self, audiences: Collection[Audience]) -> "Contents":
        """What of it may be shown to those audiences; the others' words leave no trace."""

        def kept(resources: Iterable[Resource]) -> tuple[Resource, ...]:
            return tuple(one for one in resources if one.audience in audiences)

        fresh, again = kept(self.fresh), self.again
        return replace(
            self,
            picked=kept(self.picked),
            fresh=fresh,
            tried=tuple(one for one in self.tried if one.resource.audience in audiences),
            questions=kept(self.questions),
            again=again if again and again.resource.audience in audiences else None,
            theme=self.theme if fresh == self.fresh else "",
        )

    @property
    def resources(self) -> tuple[Resource, ...]:
        """All that it tells of."""
        tried = [one.resource for one in self.tried]
        again = [self.again.resource] if self.again else []
        return (*self.picked, *self.fresh, *tried, *self.questions, *again)
