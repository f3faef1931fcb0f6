"""What one edition of the letter tells."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commonsbot.domain.ids import UserId
from commonsbot.domain.news import NewsItem
from commonsbot.domain.resources import Resource
from commonsbot.domain.trials import Trial


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
    again: Again | None = None
    theme: str = ""
    """What several of the new resources are about, as it is shown."""

    @property
    def empty(self) -> bool:
        """Whether nothing is worth a letter: an older resource alone is not."""
        return not (
            self.word or self.picked or self.fresh or self.tried or self.questions or self.news
        )
