"""Asking authors about links that seem dead: once, several in one message."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec

from commonsbot.commons.asking import Place, Present, Question, place_if_there, put
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.links import DeadLink
from commonsbot.domain.markup import Bold, Bullets, Document, lines
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Resource
from commonsbot.domain.reviews import PATIENCE
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages, Views
from commonsbot.texts.links import dead_link

log = logging.getLogger(__name__)

AT_ONCE = 6
"""Links in one message."""

EXPIRES = timedelta(days=60)


class Subject(msgspec.Struct, frozen=True):
    """What a prompt is about."""

    links: tuple[tuple[ResourceId, str], ...]


def asked_about(subject: str) -> tuple[tuple[ResourceId, str], ...]:
    return msgspec.json.decode(subject, type=Subject).links


@dataclass(frozen=True, slots=True)
class _Missed:
    link: DeadLink
    resource: Resource


class AskingAboutLinks:
    """The chore."""

    def __init__(
        self, store: Store, languages: Languages, now: Callable[[], datetime], present: Present
    ) -> None:
        self._store = store
        self._languages = languages
        self._now = now
        self._present = present

    async def __call__(self) -> None:
        by_author: dict[UserId | None, list[_Missed]] = {}
        for link in await self._store.read.links.to_ask(PATIENCE.between):
            resource = await self._store.read.resources.at(link.resource)
            assert resource, "its links are known"
            by_author.setdefault(resource.author, []).append(_Missed(link, resource))
        for author, missed in by_author.items():
            await self._one_author(author, missed)

    async def _one_author(self, author: UserId | None, missed: Sequence[_Missed]) -> None:
        """Asks about what can be asked in one place. What nobody can answer only shows on the
        cards, and is not looked at again and again."""
        chosen: Place | None = None
        asked: list[_Missed] = []
        alone: list[_Missed] = []
        for one in missed:
            place = await place_if_there(self._store.read, one.resource, self._present)
            if place is None:
                alone.append(one)
                continue
            chosen = chosen or place
            if place.room == chosen.room and len(asked) < AT_ONCE:
                asked.append(one)
        async with self._store.transaction() as tx:
            await tx.links.asked(_keys([*alone, *asked]))
            if chosen and author:
                await self._ask(tx, author, asked, chosen)

    async def _ask(
        self, tx: Transaction, author: UserId, missed: Sequence[_Missed], place: Place
    ) -> None:
        now = self._now()
        question = Question(
            ask=Ask.DEAD_LINK,
            key=f"dead-link:{author}:{place.room}:{now.isoformat()}",
            to=author,
            document=question_about(self._languages.views_of(place.room), missed),
            subject=msgspec.json.encode(Subject(_keys(missed))).decode(),
            expires_at=now + EXPIRES,
        )
        await put(tx, question, replace(place, reply_to=None))
        log.info("dead links asked about", extra={"count": len(missed)})


def _keys(missed: Sequence[_Missed]) -> tuple[tuple[ResourceId, str], ...]:
    return tuple((one.resource.id, one.link.url) for one in missed)


def question_about(views: Views, missed: Sequence[_Missed]) -> Document:
    texts = views.texts
    items = [lines([Bold(views.title(one.resource))], dead_link(views, one.link)) for one in missed]
    ask = texts.paragraph("dead-link-ask", count=len(missed))
    number = str(missed[0].resource.id)
    answer = texts.paragraph("dead-link-answer", count=len(missed), number=number)
    return (ask, Bullets(tuple(items)), answer)
