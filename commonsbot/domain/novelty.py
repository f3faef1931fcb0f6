"""What is new in a reading of a source, and worth a message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonsbot.domain.ids import NewsId
from commonsbot.domain.news import Entry, Fate
from commonsbot.domain.sightings import Sighting, Story, same_story, sightings
from commonsbot.domain.sources import Source, SourceStatus

STALE = timedelta(days=60)
"""An unknown item dated before that is an old one that came back: kept in silence."""

_FLOOD = 5
_NEARLY_ALL = 0.8
_LATE = timedelta(hours=1)
"""A date this much before the last reading may still be of something new: clocks differ, and
articles are dated before they are put online."""
_RECENTLY = 3
"""Intervals since the last good reading after which a source may well have changed altogether."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An item seen again: what the source says of it now, with its keys of today."""

    item: NewsId
    entry: Entry
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What to do with one reading of a source. All in the order of the feed."""

    fresh: tuple[Sighting, ...] = ()
    """To keep and announce."""
    silent: tuple[tuple[Sighting, Fate], ...] = ()
    """To keep without a word, and why."""
    known: tuple[Known, ...] = ()
    """Their keys are kept up to date: this is how a slow migration is absorbed."""

    @property
    def held(self) -> int:
        """So much was unknown that the source has rather changed its addresses than its
        contents."""
        return sum(fate is Fate.HELD for _, fate in self.silent)


def decide(
    source: Source,
    entries: Sequence[Entry],
    known: Mapping[str, NewsId],
    recent: Sequence[Story],
    now: datetime,
) -> Decision:
    """What is new in a reading of `source`.

    `known` holds its keys that are already kept, `recent` its items of the last three days.
    Dates never tell new from known: sites reset them, and some give the day a draft was begun.
    They only tell, where nearly everything is unknown, what must be new all the same.
    """
    found = sightings(entries)
    seen, unknown = _find_moved(*_sort(found, known, by_title=False), recent)
    if source.status is SourceStatus.NEW and not source.filled:
        return Decision(silent=tuple((one, Fate.FIRST) for one in unknown), known=seen)
    if _nearly_all(unknown, entries) and _read_recently(source, now):
        seen, unknown = _find_moved(*_sort(found, known, by_title=True), recent)
        return _decided(source, seen, unknown, now, doubtful=_nearly_all(unknown, entries))
    return _decided(source, seen, unknown, now, doubtful=False)


def _decided(
    source: Source,
    seen: tuple[Known, ...],
    unknown: Sequence[Sighting],
    now: datetime,
    *,
    doubtful: bool,
) -> Decision:
    """`doubtful`: only what its date proves to be new is announced, unless it is little."""
    undated = [one for one in unknown if not _proved_new(one.entry, source.read_at)]
    hold = undated if doubtful and len(undated) > _FLOOD else []
    fates = [(one, _fate(one, hold, source, now)) for one in unknown]
    return Decision(
        fresh=tuple(one for one, fate in fates if fate is Fate.RELAYED),
        silent=tuple((one, fate) for one, fate in fates if fate is not Fate.RELAYED),
        known=seen,
    )


def _fate(one: Sighting, hold: Sequence[Sighting], source: Source, now: datetime) -> Fate:
    if _is_stale(one.entry, source.read_at, now):
        return Fate.STALE
    return Fate.HELD if any(one is other for other in hold) else Fate.RELAYED


def _sort(
    found: Sequence[Sighting], known: Mapping[str, NewsId], *, by_title: bool
) -> tuple[tuple[Known, ...], tuple[Sighting, ...]]:
    """The known items, and one sighting for each unknown item."""
    seen: dict[NewsId, dict[str, None]] = {}
    said: dict[NewsId, Entry] = {}
    unknown: list[dict[str, None]] = []
    first: list[Entry] = []
    names: dict[str, NewsId] = dict(known)
    places: dict[str, int] = {}
    for one in found:
        telling = [key for key in one.keys if by_title or not key.startswith("t:")]
        item = next((names[key] for key in telling if key in names), None)
        if item is not None:
            names.update(dict.fromkeys(telling, item))
            seen.setdefault(item, {}).update(dict.fromkeys(one.keys))
            said.setdefault(item, one.entry)
            continue
        place = next((places[key] for key in telling if key in places), len(unknown))
        if place == len(unknown):
            unknown.append({})
            first.append(one.entry)
        unknown[place].update(dict.fromkeys(one.keys))
        places.update(dict.fromkeys(telling, place))
    return (
        tuple(Known(item=i, entry=said[i], keys=tuple(keys)) for i, keys in seen.items()),
        tuple(Sighting(entry=e, keys=tuple(k)) for e, k in zip(first, unknown, strict=True)),
    )


def _find_moved(
    seen: tuple[Known, ...], unknown: Sequence[Sighting], recent: Sequence[Story]
) -> tuple[tuple[Known, ...], tuple[Sighting, ...]]:
    """An unknown entry that takes the place of a young item of nearly its title is that item.

    Items that are still there under their own keys are others, however alike.
    """
    gone = {story.item: story for story in recent}
    for one in seen:
        gone.pop(one.item, None)
    moved, rest = list(seen), []
    for other in unknown:
        if story := same_story(other.entry, gone.values()):
            del gone[story.item]
            moved.append(Known(item=story.item, entry=other.entry, keys=other.keys))
        else:
            rest.append(other)
    return tuple(moved), tuple(rest)


def _nearly_all(unknown: Sequence[Sighting], entries: Sequence[Entry]) -> bool:
    return len(unknown) > max(_FLOOD, _NEARLY_ALL * len(entries))


def _read_recently(source: Source, now: datetime) -> bool:
    """False after the bot or the source was away: all it has may well be new."""
    return source.read_at is not None and now - source.read_at <= _RECENTLY * source.interval


def _proved_new(entry: Entry, read_at: datetime | None) -> bool:
    return (
        entry.published_at is not None
        and read_at is not None
        and entry.published_at > read_at - _LATE
    )


def _is_stale(entry: Entry, read_at: datetime | None, now: datetime) -> bool:
    """Old, and older than the last time the source was looked at."""
    if entry.published_at is None or now - entry.published_at <= STALE:
        return False
    return read_at is None or entry.published_at < read_at
