"""An entry of a source: how it is recognised, and whether it is worth a message."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonsbot.domain import urls
from commonsbot.domain.deadlines import Days, Deadline
from commonsbot.domain.ids import NewsId, SourceId, UserId
from commonsbot.domain.news_classes import NewsClass
from commonsbot.domain.sources import Source, SourceStatus

ANNOUNCED_AT_ONCE = 5
"""Items shown in one message; the others are only named there."""

STALE = timedelta(days=60)
"""An unknown item dated before that is an old one that came back: kept in silence."""

_FLOOD = 5
_TELLING_TITLE = 15
"""Characters from which a title is taken to be an item's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one item: untrusted, cleaned, not yet kept."""

    id: str
    title: str
    link: str
    summary: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    id: NewsId
    source: SourceId
    source_title: str
    title: str
    link: str
    summary: str
    published_at: datetime | None
    seen_at: datetime
    class_: NewsClass = NewsClass.ARTICLE
    class_by: UserId | None = None
    """Who corrected it; None: the rules found it."""
    deadline: Deadline | None = None
    """To apply, or to enrol."""
    days: Days | None = None
    """When it takes place."""
    themes: tuple[str, ...] = ()
    """#words of the vocabulary that it is about."""

    @property
    def at(self) -> datetime:
        """When it was published, as far as is known."""
        return self.published_at or self.seen_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An entry with every key that names it; several entries of one item are one sighting."""

    entry: Entry
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What to do with one reading of a source. All in the order of the feed."""

    fresh: tuple[Sighting, ...] = ()
    """To keep and announce."""
    silent: tuple[Sighting, ...] = ()
    """To keep without a word."""
    known: tuple[tuple[NewsId, tuple[str, ...]], ...] = ()
    """Items seen again, with their keys of today: this is how a slow migration is absorbed."""
    flooded: bool = False
    """So much was unknown that the feed has rather changed its addresses than its contents."""


def keys(entry: Entry, *, trust_id: bool = True, trust_link: bool = True) -> tuple[str, ...]:
    """The keys of an item, the surest first: the item is known if any of them is.

    `i:` its id without scheme and `www.`, `l:` its canonical link, `s:` its title with the end
    of its link, and `h:` a hash of its words only where there is nothing else.
    """
    found = []
    page = urls.clean(entry.link)
    if entry.id and trust_id:
        found.append(f"i:{_identity(entry.id)}")
    if trust_link and _names_a_page(page):
        found.append(f"l:{page}")
    title = _folded(entry.title)
    segment = urls.last_segment(page)
    if len(title) >= _TELLING_TITLE and segment:
        found.append(f"s:{segment} {title}")
    return tuple(map(_short, found)) or (f"h:{_digest(title + _folded(entry.summary[:300]))}",)


def sightings(entries: Sequence[Entry]) -> list[Sighting]:
    """Each entry with its keys, and a `t:` key of its title that only `decide` uses, in a flood.

    An id that two entries bear names neither; nor does a link that two titles share.
    """
    ids = Counter(_identity(entry.id) for entry in entries)
    titles: dict[str, set[str]] = {}
    for entry in entries:
        titles.setdefault(urls.clean(entry.link), set()).add(_folded(entry.title))
    return [
        Sighting(
            entry=entry,
            keys=(
                *keys(
                    entry,
                    trust_id=ids[_identity(entry.id)] == 1,
                    trust_link=len(titles[urls.clean(entry.link)]) == 1,
                ),
                *_title_key(entry),
            ),
        )
        for entry in entries
    ]


def decide(
    source: Source, entries: Sequence[Entry], known: Mapping[str, NewsId], now: datetime
) -> Decision:
    """What is new in a reading of `source`; `known` holds its keys that are already kept.

    Dates never tell new from known: sites reset them, and some give the day a draft was begun.
    """
    seen, unknown = _sort(sightings(entries), known, by_title=False)
    if source.status is SourceStatus.NEW and not source.filled:
        return Decision(silent=unknown, known=seen)
    if _is_flood(unknown, entries):
        seen, unknown = _sort(sightings(entries), known, by_title=True)
        if len(unknown) > _FLOOD:
            return Decision(silent=unknown, known=seen, flooded=True)
    return Decision(
        fresh=tuple(one for one in unknown if not _stale(one.entry, now)),
        silent=tuple(one for one in unknown if _stale(one.entry, now)),
        known=seen,
    )


def _sort(
    found: Sequence[Sighting], known: Mapping[str, NewsId], *, by_title: bool
) -> tuple[tuple[tuple[NewsId, tuple[str, ...]], ...], tuple[Sighting, ...]]:
    """The sightings of known items, and one sighting for each unknown item."""
    seen: dict[NewsId, dict[str, None]] = {}
    unknown: list[dict[str, None]] = []
    first: list[Entry] = []
    names: dict[str, NewsId | None] = dict(known)
    places: dict[str, int] = {}
    for one in found:
        telling = [key for key in one.keys if by_title or not key.startswith("t:")]
        item = next((names[key] for key in telling if names.get(key) is not None), None)
        if item is not None:
            names.update(dict.fromkeys(telling, item))
            seen.setdefault(item, {}).update(dict.fromkeys(one.keys))
            continue
        place = next((places[key] for key in telling if key in places), len(unknown))
        if place == len(unknown):
            unknown.append({})
            first.append(one.entry)
        unknown[place].update(dict.fromkeys(one.keys))
        places.update(dict.fromkeys(telling, place))
    return (
        tuple((item, tuple(keys)) for item, keys in seen.items()),
        tuple(Sighting(entry=e, keys=tuple(k)) for e, k in zip(first, unknown, strict=True)),
    )


def _is_flood(unknown: Sequence[Sighting], entries: Sequence[Entry]) -> bool:
    return len(unknown) > max(_FLOOD, len(entries) / 2)


def _stale(entry: Entry, now: datetime) -> bool:
    return entry.published_at is not None and now - entry.published_at > STALE


def _identity(id: str) -> str:
    """An id without what changes when a site moves: "6200 at https://www.x" is "6200@x"."""
    if found := re.fullmatch(r"(\S+) at (https?://\S+)", id):
        return f"{found[1]}@{urls.host(found[2])}"
    return urls.clean(id) or id if id.startswith(("http://", "https://")) else id


def _names_a_page(page: str) -> bool:
    """False for a site's front page: an item that links there has no page of its own."""
    return "/" in page or "?" in page


def _title_key(entry: Entry) -> tuple[str, ...]:
    title = _folded(entry.title)
    return (_short(f"t:{title}"),) if len(title) >= _TELLING_TITLE else ()


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters))


def _short(key: str) -> str:
    """Long keys are kept as a hash: they only need to be equal or not."""
    return key if len(key) <= 120 else f"{key[:2]}#{_digest(key[2:])}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
