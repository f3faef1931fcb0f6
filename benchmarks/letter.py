"""Composing an edition of the letter over a large commons: read, chosen, written."""

import random
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.figures import Figure, percentile
from benchmarks.resources import BATCH, SEED, batched, drafts
from commonsbot.commons.themes import adopt
from commonsbot.config.themes import load
from commonsbot.digest.edition import draft
from commonsbot.domain.deadlines import Deadline
from commonsbot.domain.facets import Body
from commonsbot.domain.ids import EventId, ResourceId, RoomId, SourceId, UserId
from commonsbot.domain.news import Entry
from commonsbot.domain.news_classes import NewsClass, Verdict
from commonsbot.domain.news_reading import Reading
from commonsbot.domain.permalinks import Permalinks
from commonsbot.domain.records import Record, Whole
from commonsbot.domain.resources import Draft
from commonsbot.domain.rooms import Room
from commonsbot.domain.trials import Outcome, Report
from commonsbot.store import Store, Transaction
from commonsbot.texts import Translator, Views

RESOURCES, NEWS = 100_000, 50_000
QUICK = 20  # times fewer
BAR = 200.0  # ms, median

ROOM = RoomId("!salon:exemple.invalid")
NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
YEARS = 3  # over which the resources were shared; the news came within one
AUTHORS, SOURCES, TRIALS = 400, 40, 2_000


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        return self.now


async def measure(folder: Path, *, quick: bool) -> list[Figure]:
    resources, news = (RESOURCES // QUICK, NEWS // QUICK) if quick else (RESOURCES, NEWS)
    clock = Clock()
    store = await Store.open(folder / "letter.db", clock)
    try:
        await _fill(store, clock, resources, news)
        return await _composed(store, f"{resources} resources, {news} news")
    finally:
        await store.close()


async def _composed(store: Store, note: str) -> list[Figure]:
    views = Views(Translator("fr"), Permalinks(), ZoneInfo("Europe/Paris"), "Réseau")
    took = []
    for week in range(21):
        began = time.perf_counter()
        made = await draft(store.read, views, ROOM, NOW - timedelta(hours=week))
        took.append((time.perf_counter() - began) * 1000)
        assert made and made.contents.fresh and made.contents.news and made.contents.again
    return [
        Figure("letter, composed", statistics.median(took), "ms", BAR, note=note),
        Figure("letter, composed, p95", percentile(took, 95), "ms", note=f"first {took[0]:.0f} ms"),
    ]


async def _fill(store: Store, clock: Clock, resources: int, news: int) -> None:
    async with store.transaction() as tx:
        await adopt(tx, load(None, []))
        await tx.rooms.join(Room(id=ROOM))
    for start, batch in enumerate(batched(drafts(resources), BATCH)):
        async with store.transaction() as tx:
            records = enumerate(batch, start * BATCH)
            await tx.intake.take([_shared(n, each, resources) for n, each in records])
    await _try(store, clock, resources)
    await _publish(store, clock, news)
    clock.now = NOW


def _shared(number: int, draft: Draft, count: int) -> Whole:
    """By somebody, at some time of the last years."""
    pick = random.Random(f"{SEED} {number}")
    at = NOW - timedelta(days=365 * YEARS) * (1 - number / count)
    record = Record(
        title=draft.title,
        text=draft.text,
        links=draft.links,
        themes=draft.themes,
        kind=draft.kind,
        author=f"@membre-{pick.randrange(AUTHORS)}:exemple.invalid",
        room=ROOM,
        event=f"$partage{number}",
        body=pick.choice([None, *Body]),
        created_at=at.replace(microsecond=0),
    )
    return Whole(record)


async def _try(store: Store, clock: Clock, resources: int) -> None:
    pick = random.Random(SEED)
    for number in range(TRIALS):
        clock.now = NOW - timedelta(hours=number * 4)
        tried = ResourceId(1 + pick.randrange(resources))
        report = Report(outcome=pick.choice(list(Outcome)), note="Essayé, avec des réserves.")
        who = UserId(f"@membre-{pick.randrange(AUTHORS)}:exemple.invalid")
        async with store.transaction() as tx:
            await tx.trials.put(tried, who, report, EventId(f"$essai{number}"))


async def _publish(store: Store, clock: Clock, news: int) -> None:
    """From the oldest on, a class in turn; one in ten may still be applied to."""
    sources = []
    async with store.transaction() as tx:
        for number in range(SOURCES):
            source = await tx.sources.add(f"https://exemple.invalid/{number}.rss", None)
            await tx.followings.add(source.id, ROOM, None)
            sources.append(source.id)
    for batch in _in_batches(news):
        async with store.transaction() as tx:
            for number in batch:
                clock.now = NOW - timedelta(days=365) * (1 - number / news)
                await _add(tx, number, sources[number % SOURCES], clock.now)


def _in_batches(count: int) -> Iterator[range]:
    return (range(start, min(start + BATCH, count)) for start in range(0, count, BATCH))


async def _add(tx: Transaction, number: int, source: SourceId, at: datetime) -> None:
    entry = Entry(
        id=str(number),
        title=f"Nouvelle n° {number} des collectivités et de leurs communicants",
        link=f"https://exemple.invalid/nouvelles/{number}",
        published_at=at,
    )
    deadline = Deadline((at + timedelta(days=number % 40)).date()) if number % 10 == 0 else None
    class_ = list(NewsClass)[number % len(NewsClass)]
    reading = Reading(verdict=Verdict(class_=class_), deadline=deadline)
    await tx.news_readings.keep(await tx.news.add(source, entry), reading, "1")
