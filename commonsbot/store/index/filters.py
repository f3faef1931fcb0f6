"""The filters of a query in SQL, beside the audience rule: the one place where they are compiled.

A condition speaks of a row of `resource`, or of `news` joined with nothing.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any, TypeAlias

from commonsbot.domain.audiences import Reader
from commonsbot.domain.folding import fold
from commonsbot.domain.ids import NewsId, RoomId, UserId
from commonsbot.domain.theme_names import key
from commonsbot.search.criteria import (
    Before,
    By,
    Costing,
    Criterion,
    Filter,
    FromBody,
    InRoom,
    OfClass,
    OfKind,
    OfSize,
    OfTheme,
    Since,
    Through,
    Tried,
    Under,
)
from commonsbot.store.audiences import readable, readable_news
from commonsbot.store.connection import marks, to_ms
from commonsbot.store.index.documents import Noun

Condition: TypeAlias = tuple[str, Sequence[Any]]

_NEWS_AT = "coalesce(news.published_at, news.seen_at)"
NEVER: Condition = ("0", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What may be found at all: what the reader may see, and of that what is asked for."""

    reader: Reader
    nouns: tuple[Noun, ...] = (Noun.RESOURCE,)
    filters: tuple[Filter, ...] = ()
    asker: UserId | None = None
    """Who « de:moi » is."""
    names_all: bool = False
    """What is found is read by moderators alone: who does not sign is found by name too."""
    here: RoomId | None = None
    """Where « salon:ici » is."""
    rooms: Mapping[str, Collection[RoomId]] = field(default_factory=dict)
    """The rooms of each name that a filter gives."""
    zone: tzinfo = UTC
    """Where days begin."""
    after: int | None = None
    """Only resources that appeared later."""
    news_after: NewsId | None = None
    """Only later news."""
    phrases: tuple[str, ...] = ()
    """Words that must stand in a row."""
    without: tuple[str, ...] = ()
    without_phrases: tuple[str, ...] = ()

    @property
    def is_filtered(self) -> bool:
        return bool(self.filters) or self.after is not None or self.news_after is not None

    def visible(self, noun: Noun) -> Condition:
        """What the reader may see."""
        if noun is Noun.RESOURCE:
            return readable(self.reader)
        return readable_news(self.reader)

    def wanted(self, noun: Noun) -> Condition:
        """What the reader may see and every filter lets through; phrases are `selection`'s."""
        conditions = [self.visible(noun), *(self._filter(one, noun) for one in self.filters)]
        if noun is Noun.RESOURCE and self.after is not None:
            conditions.append(("resource.appeared > ?", [self.after]))
        if noun is Noun.NEWS and self.news_after is not None:
            conditions.append(("news.id > ?", [self.news_after]))
        return (
            " AND ".join(f"({sql})" for sql, _ in conditions),
            [value for _, values in conditions for value in values],
        )

    def _filter(self, one: Filter, noun: Noun) -> Condition:
        sql, values = self._condition(one.criterion, noun)
        return (f"coalesce(({sql}), 0) = 0" if one.negated else sql), values

    def _condition(self, criterion: Criterion, noun: Noun) -> Condition:
        match criterion:
            case Since(day):
                return f"{_at(noun)} >= ?", [self._moment(day)]
            case Before(day):
                return f"{_at(noun)} < ?", [self._moment(day)]
            case InRoom(name):
                return self._in_room(name, noun)
        return _of_news(criterion) if noun is Noun.NEWS else self._of_resource(criterion)

    def _of_resource(self, criterion: Criterion) -> Condition:
        match criterion:
            case OfClass():
                return NEVER
            case By(name):
                return self._by(name)
            case OfTheme(name):
                return _THEME, [key(name) or name]
            case Tried(yes):
                return f"{'' if yes else 'NOT '}{_TRIED}", []
        column, allowed = _columns(criterion)
        return f"resource.{column} IN ({marks(allowed)})", allowed

    def _by(self, name: str) -> Condition:
        """Who does not sign is found by name only where nobody else reads the answer."""
        sql, values = _by(name) if name else ("resource.author = ?", [self.asker])
        if self.names_all:
            return sql, values
        signs = "(resource.signed IS NULL OR resource.author = ?)"
        return f"{sql} AND {signs}", [*values, self.reader.user]

    def _in_room(self, name: str, noun: Noun) -> Condition:
        rooms = sorted(self.rooms.get(name, ())) if name else [self.here]
        if noun is Noun.RESOURCE:
            return f"resource.room_id IN ({marks(rooms)})", rooms
        followed = f"SELECT source_id FROM source_room WHERE room_id IN ({marks(rooms)})"
        return f"news.source_id IN ({followed})", rooms

    def _moment(self, day: date) -> int:
        return to_ms(datetime.combine(day, time(), self.zone))


_THEME = """resource.id IN (SELECT resource_id FROM resource_theme WHERE theme_id =
    (SELECT theme_id FROM theme_name WHERE key = ?))"""
_NEWS_THEME = """news.id IN (SELECT news_id FROM news_theme WHERE theme_id =
    (SELECT theme_id FROM theme_name WHERE key = ?))"""
_TRIED = "EXISTS (SELECT 1 FROM trial WHERE resource_id = resource.id)"


def _of_news(criterion: Criterion) -> Condition:
    match criterion:
        case OfClass(class_):
            return "news.class = ?", [class_]
        case OfTheme(name):
            return _NEWS_THEME, [key(name) or name]
    return NEVER


def _at(noun: Noun) -> str:
    return "resource.created_at" if noun is Noun.RESOURCE else _NEWS_AT


def _columns(criterion: Criterion) -> tuple[str, Sequence[Any]]:
    """The column it asks about, and the values it lets through."""
    match criterion:
        case OfKind(kind):
            return "kind", [kind]
        case Under(licences):
            return "licence", sorted(licences)
        case FromBody(body):
            return "body", [body]
        case OfSize(bands):
            return "population", sorted(bands)
        case Costing(bands):
            return "budget", sorted(bands)
        case Through(channel):
            return "channel", [channel]
    raise TypeError(criterion)


def _by(name: str) -> Condition:
    """« @anne:example.org », « anne.martin », or a part of a name: « martin »."""
    if name.startswith("@") and ":" in name:
        return "resource.author = ?", [name]
    parts = ".".join(re.findall(r"[a-z0-9]+", fold(name)))
    return f"resource.author IN ({_AUTHORS})", [f".{parts}."]


_AUTHORS = """SELECT author FROM (SELECT DISTINCT author FROM resource WHERE author IS NOT NULL)
    WHERE instr('.' || replace(replace(replace(lower(substr(author, 2, instr(author, ':') - 2)),
    '-', '.'), '_', '.'), '=', '.') || '.', ?) > 0"""
"""Those whose name has the given words, between dots."""
