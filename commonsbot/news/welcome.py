"""The answers to who asked for a source: what it is, or why it can't be followed."""

from collections.abc import Sequence

from commonsbot.domain.ids import SourceId
from commonsbot.domain.markup import Document
from commonsbot.domain.messages import Kind, Outgoing
from commonsbot.domain.sources import Request, Source
from commonsbot.errors import FetchError
from commonsbot.news import wording
from commonsbot.store import Transaction
from commonsbot.texts import Languages

LATEST = 3
"""Titles shown when a room starts to follow a source."""


async def welcome(tx: Transaction, languages: Languages, id: SourceId) -> None:
    """Tells who waited for the first reading that it went well."""
    requests = await tx.sources.take_requests(id)
    source = await tx.sources.get(id)
    if not requests or source is None:
        return
    latest = await tx.news.latest(id, LATEST)
    count = await tx.news.count(id)
    for request in requests:
        following = await tx.followings.get(id, request.room)
        if following:
            texts = languages.views_of(request.room).texts
            document = wording.followed(texts, source, count, latest, following.posting)
            await answer(tx, request, document)


async def refuse(
    tx: Transaction,
    languages: Languages,
    requests: Sequence[Request],
    source: Source,
    error: FetchError,
) -> None:
    for request in requests:
        texts = languages.views_of(request.room).texts
        await answer(tx, request, wording.refused(texts, source, error))


async def answer(tx: Transaction, request: Request, document: Document, *, key: str = "") -> None:
    """Says it to who asked, where they did."""
    room = await tx.rooms.get(request.room)
    await tx.outbox.add(
        Outgoing(
            key=key or f"answer:{request.event}",
            room=request.room,
            kind=Kind.ANSWER,
            document=document,
            mentions=() if room and room.direct else (request.user,),
            thread=request.thread,
            reply_to=request.event if request.thread else None,
        )
    )
