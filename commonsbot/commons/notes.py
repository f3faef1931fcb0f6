"""Telling authors who thanked them and who tried what they shared: privately, once a day."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from commonsbot.commons.hours import Office
from commonsbot.domain.ids import RoomId, UserId
from commonsbot.domain.markup import Document
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.resources import Status
from commonsbot.domain.rooms import Room
from commonsbot.store import Store, Transaction
from commonsbot.store.notes import Note
from commonsbot.texts import Languages, Views

APART = timedelta(hours=20)
"""Between two private notes to one person: at most one a day."""

NAMED = 3
"""People named for one thing; the others are counted."""

OpenChat = Callable[[UserId], Awaitable[None]]
"""Invites somebody to a direct chat. Raises MatrixError."""


class NoteTeller:
    def __init__(
        self,
        store: Store,
        languages: Languages,
        office: Office,
        now: Callable[[], datetime],
        open_chat: OpenChat | None,
        group_for: timedelta,
    ) -> None:
        """`open_chat`: None where the bot may invite nobody. `group_for`: how long news wait."""
        self._store = store
        self._languages = languages
        self._office = office
        self._now = now
        self._open_chat = open_chat
        self._group_for = group_for

    async def tell(self) -> None:
        """Each author with something to hear, in their direct chat; who has none is invited."""
        now = self._now()
        for user in await self._store.read.notes.waiting_for(now - self._group_for, now - APART):
            room = await self._store.read.rooms.direct_with(user)
            if not self._office.may_start(chat_with(user, room)):
                continue
            if room:
                await self._tell(user, room)
            else:
                await self._invite(user)

    async def _tell(self, user: UserId, room: RoomId) -> None:
        async with self._store.transaction() as tx:
            notes = await tx.notes.of(user)
            if not notes:
                return
            await tx.notes.told(notes)
            if document := await note_for(tx, self._languages.views_of(room), notes):
                key = f"note:{user}:{notes[-1].id}"
                await tx.outbox.add(Outgoing(key=key, room=room, kind=Kind.NOTE, document=document))

    async def _invite(self, user: UserId) -> None:
        """Once: who does not come reads the thanks on the card. Raises MatrixError."""
        if self._open_chat is None or await self._store.read.notes.was_asked_for_chat(user):
            return
        await self._open_chat(user)
        async with self._store.statement() as tx:
            await tx.notes.asked_for_chat(user)


def chat_with(user: UserId, room: RoomId | None) -> Room:
    """Their direct chat, or the one they would be invited to."""
    return Room(id=room or RoomId(""), direct=True, peer=user)


async def note_for(tx: Transaction, views: Views, notes: Sequence[Note]) -> Document:
    """Who did what to which resource; nothing of those that were taken back meanwhile."""
    by_resource: dict[int, list[Note]] = {}
    for note in notes:
        by_resource.setdefault(note.resource, []).append(note)
    items = []
    for told in by_resource.values():
        resource = await tx.resources.at(told[0].resource)
        if resource and resource.status is Status.PUBLISHED:
            words = "; ".join(_lines(views, told))
            items.append((resource, words))
    return (views.texts.paragraph("note-title"), views.items(items)) if items else ()


def _lines(views: Views, notes: Sequence[Note]) -> list[str]:
    kinds = dict.fromkeys(note.news for note in notes)
    return [_line(views, kind, [n.by for n in notes if n.news is kind]) for kind in kinds]


def _line(views: Views, kind: str, people: Sequence[UserId]) -> str:
    names = ", ".join(views.name(user) for user in people[:NAMED])
    return views.texts.plain(f"note-{kind}", count=len(people), names=names)
