"""A query carried out for somebody: what is found, and what of the query could not be followed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import tzinfo

from commonsbot.domain.audiences import Reader
from commonsbot.domain.ids import NewsId, ResourceId, RoomId, UserId
from commonsbot.search.criteria import By, Filter, InRoom, OfTheme, Order, Place
from commonsbot.search.query import Query
from commonsbot.store import Transaction
from commonsbot.store.index import Found, Noun, Request, Scope

_FRESH = 0.5
"""Part of the best score from which something new is worth an alert."""

_NOUNS = {
    Place.BOTH: (Noun.RESOURCE,),
    Place.RESOURCES: (Noun.RESOURCE,),
    Place.NEWS: (Noun.NEWS,),
    Place.MIXED: (Noun.RESOURCE, Noun.NEWS),
}


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, where, and what may be answered there."""

    reader: Reader
    user: UserId
    room: RoomId
    zone: tzinfo
    """Where days begin."""
    moderates: bool = False
    """Only who moderates everything reads the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    query: Query
    """As it was carried out."""
    request: Request
    found: Found
    unknown: tuple[str, ...] = ()
    """Names of themes, people or rooms that nothing seen from here has: searched as words."""
    loosened: bool = False
    """Its words stand nowhere in a row: they were looked for apart."""


async def find(tx: Transaction, query: Query, asker: Asker, limit: int, start: int = 0) -> Outcome:
    """A page of what `query` asks for, from what the asker may see."""
    query, unknown, rooms = await _resolved(tx, query, asker)
    request = request_of(query, asker, rooms)
    found = await tx.index.find(request, limit, start)
    loosened = not found.total and bool(query.phrases)
    if loosened:
        scope = replace(request.scope, phrases=())
        request = replace(request, scope=scope)
        found = await tx.index.find(request, limit, start)
    return Outcome(
        query=query,
        request=request,
        found=found,
        unknown=unknown,
        loosened=loosened and bool(found.total),
    )


async def news_beside(tx: Transaction, outcome: Outcome, limit: int) -> Found:
    """What the news say of it, where the query does not say where to search."""
    asked = outcome.query.place is Place.BOTH and outcome.query.words
    if not (asked and await tx.followings.any_of(outcome.request.scope.reader.rooms)):
        return Found()
    scope = replace(outcome.request.scope, nouns=_NOUNS[Place.NEWS])
    return await tx.index.find(replace(outcome.request, scope=scope), limit)


async def unfiltered(tx: Transaction, outcome: Outcome, limit: int) -> Found:
    """What would be found without the filters."""
    if not (outcome.query.words and outcome.query.is_narrowed):
        return Found()
    scope = replace(outcome.request.scope, filters=(), phrases=(), without=(), without_phrases=())
    return await tx.index.find(replace(outcome.request, scope=scope), limit)


async def fresh(
    tx: Transaction, query: Query, asker: Asker, after: int, limit: int
) -> tuple[ResourceId, ...]:
    """Resources that appeared later and answer `query`, about as well as the best there is."""
    query = replace(query, place=Place.RESOURCES, order=Order.RELEVANCE)
    rooms = await _rooms(tx, query.filters)
    best = await tx.index.find(request_of(query, asker, rooms), 1)
    found = await tx.index.find(request_of(query, asker, rooms, after), limit)
    if not query.words:
        return found.ids
    bar = _FRESH * max(best.scores, default=0.0)
    return tuple(id for id, score in zip(found.ids, found.scores, strict=True) if score >= bar)


async def fresh_news(
    tx: Transaction, query: Query, asker: Asker, after: NewsId, limit: int
) -> tuple[NewsId, ...]:
    """The same for news."""
    query = replace(query, place=Place.NEWS, order=Order.RELEVANCE)
    rooms = await _rooms(tx, query.filters)
    best = await tx.index.find(request_of(query, asker, rooms), 1)
    found = await tx.index.find(request_of(query, asker, rooms, news_after=after), limit)
    bar = _FRESH * max(best.scores, default=0.0) if query.words else 0.0
    scores = found.scores or (0.0,) * len(found.news)
    return tuple(id for id, score in zip(found.news, scores, strict=True) if score >= bar)


def request_of(
    query: Query,
    asker: Asker,
    rooms: dict[str, list[RoomId]],
    after: int | None = None,
    news_after: NewsId | None = None,
) -> Request:
    scope = Scope(
        reader=asker.reader,
        nouns=_NOUNS[query.place],
        filters=query.filters,
        asker=asker.user,
        names_all=asker.moderates,
        here=asker.room,
        rooms=rooms,
        zone=asker.zone,
        after=after,
        news_after=news_after,
        phrases=query.phrases,
        without=query.without,
        without_phrases=query.without_phrases,
    )
    return Request(query.words, scope, query.order)


async def _resolved(
    tx: Transaction, query: Query, asker: Asker
) -> tuple[Query, tuple[str, ...], dict[str, list[RoomId]]]:
    """What names nothing that can be seen from here becomes words."""
    rooms = await _rooms(tx, query.filters)
    kept, unknown = [], []
    for one in query.filters:
        name = _name(one)
        alone = Query(typed="", filters=(one,), place=Place.MIXED)
        if not name or (await tx.index.find(request_of(alone, asker, rooms), 1)).total:
            kept.append(one)
        else:
            unknown.append(name)
    words = " ".join([query.words, *(name.lstrip("@").replace("-", " ") for name in unknown)])
    return replace(query, filters=tuple(kept), words=words.strip()), tuple(unknown), rooms


def _name(one: Filter) -> str:
    """The name it stands or falls with; "" for what needs no looking up."""
    match one.criterion:
        case OfTheme(name) | By(name) | InRoom(name) if not one.negated:
            return name
    return ""


async def _rooms(tx: Transaction, filters: Iterable[Filter]) -> dict[str, list[RoomId]]:
    names = {one.criterion.name for one in filters if isinstance(one.criterion, InRoom)}
    return {name: await tx.rooms.named(name) for name in names if name}
