"""What waits for somebody's yes before it is kept: the subjects of two questions."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from commonsbot.domain.ids import EventId, NewsId, ResourceId, RoomId, UserId
from commonsbot.domain.messages import Said
from commonsbot.domain.prompts import Ask, Prompt
from commonsbot.domain.resources import Draft
from commonsbot.domain.sharing import Reading, read_capture, with_file
from commonsbot.domain.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Something to keep, and where it comes from."""

    draft: Draft
    author: UserId
    room: RoomId
    event: EventId
    """The message it is made of."""
    at: datetime
    """When that was said."""
    by: EventId | None = None
    """The message or reaction that asks for it, where that is another."""
    words: str = ""
    """What the command that captured it said beside: title, themes, fields."""
    page: str = ""
    """The title of the page it links to, where it was called by it."""
    useful: tuple[UserId, ...] = ()
    """Who else found it worth keeping."""
    news: NewsId | None = None
    """The item of the news that it is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """A message somebody else would like kept (`Ask.CAPTURE`). Its words are not in it."""

    event: EventId
    digest: str
    """Of the words that its author was shown."""
    words: str = ""
    page: str = ""
    terms: Terms
    """Who will see it, under which licence."""
    useful: tuple[UserId, ...] = ()
    question: ResourceId | None = None
    """The question that it answers, as who asked says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A share that looks like a resource already there (`Ask.DUPLICATE`), or that tells how to
    reach people (`Ask.CONTACTS`)."""

    event: EventId
    by: EventId | None
    """Both of `capture`, where every subject has them."""
    like: ResourceId | None = None
    """None where something else is asked."""
    asks: bool = False
    """It is put to the network (`!question`)."""
    answers: ResourceId | None = None
    """The question that it replies to."""
    capture: Capture


def read_said(said: Said, words: str = "", page: str = "") -> Reading:
    """The message `said` and its file as a resource; `page` names it where nothing else does."""
    reading = read_capture(said.text, words).called(page)
    return replace(reading, draft=with_file(reading.draft, said.file))


def capture_of(said: Said, by: EventId, words: str = "", page: str = "") -> Capture:
    """The message `said`, kept for its author because `by` asks for it."""
    reading = read_said(said, words, page)
    return Capture(
        draft=reading.draft,
        author=said.sender,
        room=said.room,
        event=said.event,
        at=said.sent_at,
        by=by,
        words=words,
        page=page if reading.untitled else "",
    )


_nomination = msgspec.json.Decoder(Nomination)
_waiting = msgspec.json.Decoder(Waiting)


def subject(of: Nomination | Waiting) -> str:
    """As a prompt keeps it."""
    return msgspec.json.encode(of).decode()


def nomination(subject: str) -> Nomination:
    return _nomination.decode(subject)


def waiting(subject: str) -> Waiting:
    return _waiting.decode(subject)


def message_of(prompt: Prompt) -> EventId | None:
    """The message whose words a yes to `prompt` needs."""
    return nomination(prompt.subject).event if prompt.ask is Ask.CAPTURE else None


def digest(said: Said) -> str:
    """Tells whether a message still says the same."""
    words = f"{said.text}\0{said.file.uri if said.file else ''}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
