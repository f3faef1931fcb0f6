"""Asking authors whether what they shared still holds: several cards in one message."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec

from commonsbot.commons.asking import Place, Present, Question, place_if_there, put
from commonsbot.domain.ids import ResourceId, UserId
from commonsbot.domain.markup import Document
from commonsbot.domain.prompts import Ask
from commonsbot.domain.resources import Kind, Resource
from commonsbot.domain.reviews import PATIENCE, Review, Step, is_time, next_step
from commonsbot.store import Store, Transaction
from commonsbot.texts import Languages, Views

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)
AT_ONCE = 8
"""Cards in one message."""

EXPIRES = timedelta(days=60)


class Subject(msgspec.Struct, frozen=True):
    """What a prompt is about."""

    resources: tuple[ResourceId, ...]


def asked_about(subject: str) -> tuple[ResourceId, ...]:
    return msgspec.json.decode(subject, type=Subject).resources


@dataclass(frozen=True, slots=True)
class _Due:
    review: Review
    resource: Resource


class Reviewing:
    """The chore. `intervals`: how long each kind of resource holds."""

    def __init__(
        self,
        store: Store,
        languages: Languages,
        intervals: Mapping[Kind, timedelta],
        now: Callable[[], datetime],
        present: Present,
    ) -> None:
        self._store = store
        self._languages = languages
        self._intervals = intervals
        self._now = now
        self._present = present
        self._next: datetime | None = None

    async def __call__(self) -> None:
        now = self._now()
        if self._next and now < self._next:
            return
        self._next = now + EVERY
        by_author: dict[UserId | None, list[_Due]] = {}
        for review in await self._store.read.reviews.due(self._intervals, PATIENCE):
            resource = await self._store.read.resources.at(review.resource)
            assert resource, "it is due"
            by_author.setdefault(resource.author, []).append(_Due(review, resource))
        for author, due in by_author.items():
            if is_time((one.review for one in due), now):
                await self._one_author(author, due)

    async def _one_author(self, author: UserId | None, due: Sequence[_Due]) -> None:
        """Asks about what can be asked in one place, and leaves what nobody can answer."""
        chosen: Place | None = None
        asked: list[Resource] = []
        left: list[ResourceId] = []
        for one in due:
            place = await place_if_there(self._store.read, one.resource, self._present)
            step = next_step(one.review, self._now()) if place else _alone(one.review, self._now())
            if step is Step.LEAVE:
                left.append(one.resource.id)
            elif step is Step.ASK and place and len(asked) < AT_ONCE:
                chosen = chosen or place
                if place.room == chosen.room:
                    asked.append(one.resource)
        async with self._store.transaction() as tx:
            await tx.reviews.leave(left)
            if chosen and author:
                await self._ask(tx, author, asked, chosen)

    async def _ask(
        self, tx: Transaction, author: UserId, resources: Sequence[Resource], place: Place
    ) -> None:
        now = self._now()
        ids = tuple(resource.id for resource in resources)
        question = Question(
            ask=Ask.REVIEW,
            key=f"review:{author}:{place.room}:{now.isoformat()}",
            to=author,
            document=question_about(self._languages.views_of(place.room), resources),
            subject=msgspec.json.encode(Subject(ids)).decode(),
            expires_at=now + EXPIRES,
        )
        if len(ids) > 1:  # it answers no single message
            place = replace(place, reply_to=None)
        await put(tx, question, place)
        await tx.reviews.asked(ids)
        log.info("review asked", extra={"resources": ids})


def _alone(review: Review, now: datetime) -> Step:
    """Of a resource that nobody can be asked about."""
    return Step.LEAVE if review.due <= now else Step.WAIT


def question_about(views: Views, resources: Sequence[Resource]) -> Document:
    """« Toujours valable ? », and one tap."""
    texts = views.texts
    items = views.items((one, views.date(one.updated_at)) for one in resources)
    ask = texts.paragraph("review-ask", count=len(resources))
    number = str(resources[0].id)
    return (ask, items, texts.paragraph("review-answer", count=len(resources), number=number))
