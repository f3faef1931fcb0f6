"""A question the bot put to somebody: answered by ✅ or ❌, or by `!oui` or `!non`."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from commonsbot.domain.ids import EventId, RoomId, UserId

PromptId = NewType("PromptId", int)


class Ask(StrEnum):
    """What is asked."""

    CAPTURE = "capture"
    """May I keep this message of yours?"""
    DUPLICATE = "duplicate"
    """It seems to be there already: share it all the same?"""
    WIDEN = "widen"
    """May more people see it?"""
    REVISION = "revision"
    """Do you take this change to your resource?"""
    REVIEW = "review"
    """Is it still valid?"""
    DEAD_LINK = "dead_link"
    """Is this link really dead?"""
    OUTCOME = "outcome"
    """What came of your test?"""
    NEWS_FILTER = "news_filter"
    """Shall the room read only this of a source?"""
    SOLVED = "solved"
    """Does this answer your question?"""
    CONTACTS = "contacts"
    """May these numbers and addresses be kept?"""
    SHARE = "share"
    """May others see what a member shares?"""
    MY_DATA = "my_data"
    """Will a moderator hand somebody what is kept of them?"""
    OTHERS = "others"
    """Will moderators look for what others wrote about somebody?"""
    FORGET = "forget"
    """Am I to forget you?"""
    SOURCE = "source"
    """Shall the room follow this?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """An open question. Its message is the outbox row of the same `key`."""

    id: PromptId
    ask: Ask
    key: str
    to: UserId | None
    """Who alone may answer; None: only who moderates."""
    moderated: bool = False
    """A moderator of the room may answer too."""
    room: RoomId
    thread: EventId | None
    subject: str
    """JSON, of a shape that belongs to `ask`; holds no text its author did not share."""
    asked_at: datetime
    expires_at: datetime | None


YES = frozenset({"✅", "👍", "☑", "✔", "🆗", "👌", "💯"})
NO = frozenset({"❌", "👎", "✖", "🚫", "⛔", "❎"})
_VARIANTS = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


def verdict(reaction: str) -> bool | None:
    """Yes, no, or nothing of the kind. Variants of an emoji (colour, selector) are the same."""
    bare = bare_emoji(reaction)
    if bare in YES:
        return True
    return False if bare in NO else None


def bare_emoji(key: str) -> str:
    """An emoji without variation selectors and skin tones (UTS #51)."""
    return _VARIANTS.sub("", key).strip()
